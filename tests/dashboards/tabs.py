"""A browser's tab without a browser: speaks with the server of the pages, and keeps what its page shows."""

import asyncio
import random
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.dashboards.versions import MARK

_PATIENCE_S = 120
_WELL = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass
class Filter:
    """A drop-down of the page: its id, the part that it runs, and what it offers."""

    widget: str
    fragment: str
    options: list[str]


@dataclass
class Tab:
    """One tab: `versions` are those that the page showed in its last run, `failures` all that went wrong."""

    address: str
    chance: random.Random
    versions: set[int] = field(default_factory=set)
    failures: list[str] = field(default_factory=list)
    filters: dict[str, Filter] = field(default_factory=dict)
    page: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    async def connected(self) -> "Tab":
        """The tab with its line to the server."""
        place = f"ws://{urlsplit(self.address).netloc}/_stcore/stream"
        self._line = await websockets.connect(
            place,
            subprotocols=["streamlit"],
            max_size=None,
            ping_interval=None,
            additional_headers=self.headers,
        )
        self._kept: dict[str, set[int]] = {}
        return self

    async def close(self) -> None:
        """Leave."""
        await self._line.close()

    async def opens(self, page: str, language: str, chosen: str = "") -> None:
        """The whole page, as by its address, which ends with what is `chosen`."""
        self.page, self._url = page, f"{self.address}/{page}?lang={language}{chosen}"
        self.filters = {}
        asked = self._asked()
        asked.rerun_script.page_name = page
        await self._run(asked)

    async def chooses(self) -> bool:
        """Another choice in one of the page's drop-downs, by chance; whether there was any."""
        several = [one for one in self.filters.values() if len(one.options) > 1 and one.fragment]
        if not several:
            return False
        one = self.chance.choice(several)
        asked = self._asked()
        asked.rerun_script.page_script_hash, asked.rerun_script.fragment_id = self._hash, one.fragment
        chosen = asked.rerun_script.widget_states.widgets.add()
        chosen.id, chosen.string_value = one.widget, self.chance.choice(one.options)
        await self._run(asked)
        return True

    def _asked(self) -> BackMsg:
        asked = BackMsg()
        context = asked.rerun_script.context_info
        context.locale, context.timezone, context.url = "en-GB", "UTC", self._url
        asked.rerun_script.query_string = urlsplit(self._url).query
        return asked

    async def _run(self, asked: BackMsg) -> None:
        self.versions = set()
        await self._line.send(asked.SerializeToString())
        while True:
            sent = await asyncio.wait_for(self._line.recv(), _PATIENCE_S)
            told = ForwardMsg()
            told.ParseFromString(sent)
            kind = told.WhichOneof("type")
            if kind == "new_session":
                self._hash = told.new_session.page_script_hash
                self.versions = set()
            elif kind == "ref_hash":  # as before, from what the browser keeps
                self.versions |= self._kept[told.ref_hash]
                self.shows_again(told.ref_hash)
            elif kind == "delta":
                self._note(told, sent)
            elif kind == "script_finished" and told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                if told.script_finished not in _WELL:
                    self.failures.append(f"{self.page}: ended with {told.script_finished}")
                return

    def shows(self, body: str, message_hash: str) -> None:
        """What the page shows now, as HTML: for who looks at more than versions."""

    def shows_again(self, message_hash: str) -> None:
        """The same, where the browser has it already."""

    def _note(self, told: ForwardMsg, sent: bytes) -> None:
        found = {int(number) for number in MARK.findall(sent.decode("latin-1"))}
        self.versions |= found
        if told.hash:
            self._kept[told.hash] = found
        element = told.delta.new_element
        kind = element.WhichOneof("type")
        if kind in ("html", "markdown"):
            self.shows(getattr(element, kind).body, told.hash)
        if kind == "exception" or (kind == "html" and "mw-state mw-failed" in element.html.body):
            self.failures.append(f"{self.page}: {str(element)[:500]}")
        elif kind == "selectbox":
            box = element.selectbox
            self.filters[box.id] = Filter(box.id, told.delta.fragment_id, list(box.options))
