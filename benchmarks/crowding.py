"""Twenty people at once, each on a page of their own, who choose another office every few seconds."""

import asyncio
import json
import random
import statistics
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PEOPLE, SECONDS, THINKING_S = 20, 60, 3
_PATIENCE_S = 60


@dataclass(frozen=True)
class Crowd:
    """Milliseconds of the first page of each, and of every choice after it."""

    openings: list[float]
    choices: list[float]

    def percentile(self, share: int, *, with_openings: bool = False) -> float:
        """That percentile of the choices, or of openings and choices together."""
        times = self.choices + (self.openings if with_openings else [])
        return statistics.quantiles(times, n=100)[share - 1]


def _until(end: float) -> float:
    return random.uniform(0.67, 1.33) * THINKING_S if time.time() < end else 0.0


def on_our_page(address: str, page: str, seconds: float = SECONDS) -> Crowd:
    """People on one of our pages, who speak as a browser does: a choice runs its part of the page."""
    crowd = Crowd([], [])
    end = time.time() + seconds

    async def everybody() -> None:
        await asyncio.gather(*(_one_of_ours(address, page, end, crowd) for _ in range(PEOPLE)))

    asyncio.run(everybody())
    return crowd


async def _one_of_ours(address: str, page: str, end: float, crowd: Crowd) -> None:
    place = f"ws://{urlsplit(address).netloc}/_stcore/stream"
    async with websockets.connect(
        place, subprotocols=["streamlit"], max_size=None, ping_interval=None
    ) as line:
        await asyncio.sleep(random.random() * THINKING_S)
        at = {"page": page, "url": f"{address}/{page}"}
        crowd.openings.append(await _timed(lambda: _run(line, at, None)))
        while pause := _until(end):
            await asyncio.sleep(pause)
            office = random.choice(at["offices"])
            crowd.choices.append(await _timed(lambda office=office: _run(line, at, office)))


async def _timed(act: Callable[[], Awaitable[None]]) -> float:
    begun = time.perf_counter()
    await act()
    return 1000 * (time.perf_counter() - begun)


async def _run(line, at: dict, office: str | None) -> None:
    """Ask for a run and read all that comes of it; RuntimeError where the page says that it failed."""
    asked = BackMsg()
    run = asked.rerun_script
    run.context_info.locale, run.context_info.timezone, run.context_info.url = "en-GB", "UTC", at["url"]
    if office is None:
        run.page_name = at["page"]
    else:
        run.page_script_hash, run.fragment_id = at["hash"], at["fragment"]
        chosen = run.widget_states.widgets.add()
        chosen.id, chosen.string_value = at["widget"], office
    await line.send(asked.SerializeToString())
    while True:
        told = ForwardMsg()
        told.ParseFromString(await asyncio.wait_for(line.recv(), _PATIENCE_S))
        kind = told.WhichOneof("type")
        if kind == "new_session":
            at["hash"] = told.new_session.page_script_hash
        elif kind == "delta":
            _note(told.delta, at)
        elif kind == "script_finished":
            return


def _note(delta, at: dict) -> None:
    element = delta.new_element
    if element.WhichOneof("type") == "selectbox" and element.selectbox.label == "Office":
        at["widget"], at["fragment"] = element.selectbox.id, delta.fragment_id
        at["offices"] = list(element.selectbox.options)[1:]
    if element.WhichOneof("type") == "html" and "mw-state mw-failed" in element.html.body:
        raise RuntimeError("a part of the page failed")


def on_the_page_of_dash(address: str, offices: list[str], seconds: float = SECONDS) -> Crowd:
    """People on the page of Dash: each choice is one request for all panels."""
    crowd = Crowd([], [])
    end = time.time() + seconds

    def one(_: int) -> None:
        time.sleep(random.random() * THINKING_S)
        crowd.openings.append(_asked(address, "All offices"))
        while pause := _until(end):
            time.sleep(pause)
            crowd.choices.append(_asked(address, random.choice(offices)))

    with ThreadPoolExecutor(PEOPLE) as people:
        list(people.map(one, range(PEOPLE)))
    return crowd


def _asked(address: str, office: str) -> float:
    wanted = [("heads", "children"), ("lines", "figure"), ("heat", "figure"), ("rows", "data")]
    body = {
        "output": "..{}..".format("...".join(f"{name}.{what}" for name, what in wanted)),
        "outputs": [{"id": name, "property": what} for name, what in wanted],
        "inputs": [{"id": "office", "property": "value", "value": office}],
        "changedPropIds": ["office.value"],
    }
    begun = time.perf_counter()
    asked = Request(
        f"{address}/_dash-update-component",
        json.dumps(body).encode(),
        {"Content-Type": "application/json"},
    )
    with urlopen(asked, timeout=_PATIENCE_S) as answer:
        answer.read()
    return 1000 * (time.perf_counter() - begun)
