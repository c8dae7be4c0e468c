"""A Chromium without a window that prints documents: started once, spoken to by pipe, by several threads.

It listens on no port. Its profile and what it prints are in a folder of its own that is gone afterwards.
"""

import base64
import json
import os
import select
import signal
import tempfile
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from fcntl import F_DUPFD_CLOEXEC, fcntl
from pathlib import Path
from types import TracebackType
from typing import Self

_SECONDS = 120  # for one document
_SECONDS_TO_END = 5
_MOMENT = 0.05  # seconds that one thread reads for all
_READS, _WRITES = 3, 4  # where the browser expects its pipes
_CLEAR_OF_THESE = 10
_END = b"\0"  # of a message
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-extensions",
    "--remote-debugging-pipe",
)
_LOADED = "new Promise(done => document.readyState == 'complete' ? done() : addEventListener('load', done))"
_ON_PAPER = dict.fromkeys(
    ("printBackground", "preferCSSPageSize", "generateTaggedPDF", "generateDocumentOutline"), True
)


class Chromium:
    """A running browser, inside a `with`. RuntimeError where it ends or says nothing for too long."""

    def __init__(self, browser: str):
        self._browser = browser

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self._asked = 0
        self._pieces: list[bytes] = []  # of a message that has not come to its end
        self._answers: dict[int, Mapping] = {}
        self._asking, self._reading = threading.Lock(), threading.Lock()
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):
            self._send("Browser.close")
        self._end()
        os.close(self._to)
        os.close(self._from)
        self._folder.cleanup()

    def pdf(self, document: str) -> bytes:
        """An HTML document as a PDF with text that can be read out."""
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        page = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        file = Path(self._folder.name) / f"{target}.html"
        file.write_text(document, encoding="utf-8")
        self._ask("Page.navigate", page, url=file.as_uri())
        self._ask("Runtime.evaluate", page, expression=_LOADED, awaitPromise=True)
        printed = self._ask("Page.printToPDF", page, **_ON_PAPER)["data"]
        self._ask("Target.closeTarget", targetId=target)
        file.unlink()
        return base64.b64decode(printed)

    def _start(self) -> None:
        """Start it with both pipes, and nothing of what this process has open."""
        theirs_read, self._to = _pipe()
        self._from, theirs_write = _pipe()
        # A browser that runs as root refuses its sandbox; the page is our own and asks for nothing else.
        as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
        nowhere = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1, 2)]
        pipes = [
            (os.POSIX_SPAWN_DUP2, theirs_read, _READS),
            (os.POSIX_SPAWN_DUP2, theirs_write, _WRITES),
        ]
        profile = f"--user-data-dir={self._folder.name}/profile"
        self._process = os.posix_spawn(
            self._browser,
            [self._browser, *_FLAGS, *as_root, profile, "about:blank"],
            os.environ,
            file_actions=[*nowhere, *pipes],
            setpgroup=0,
        )
        os.close(theirs_read)
        os.close(theirs_write)

    def _end(self) -> None:
        """Wait until it has ended; where it does not, end it and all that it started."""
        until = time.monotonic() + _SECONDS_TO_END
        while time.monotonic() < until:
            if os.waitpid(self._process, os.WNOHANG)[0]:
                return
            time.sleep(0.02)
        with suppress(ProcessLookupError):
            os.killpg(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)

    def _ask(self, method: str, page: str | None = None, **parameters: object) -> Mapping:
        """The answer of the browser to one command."""
        try:
            asked = self._send(method, page, **parameters)
        except OSError:
            raise RuntimeError(f"{self._browser} ended without printing") from None
        answer = self._answer(asked)
        if "error" in answer:
            raise RuntimeError(f"{self._browser} cannot do {method}: {answer['error']['message']}")
        return answer["result"]

    def _send(self, method: str, page: str | None = None, **parameters: object) -> int:
        with self._asking:
            self._asked += 1
            message = {"id": self._asked, "method": method, "params": parameters}
            whole = json.dumps(message | ({"sessionId": page} if page else {})).encode() + _END
            while whole:
                whole = whole[os.write(self._to, whole) :]
            return self._asked

    def _answer(self, asked: int) -> Mapping:
        """The answer with that number; whoever waits reads for all who wait."""
        until = time.monotonic() + _SECONDS
        while time.monotonic() < until:
            with self._reading:
                if asked in self._answers:
                    return self._answers.pop(asked)
                self._read()
        raise RuntimeError(f"{self._browser} printed nothing in {_SECONDS} seconds")

    def _read(self) -> None:
        """Take what the browser says within a moment; what answers no command is of no use here."""
        ready, _, _ = select.select([self._from], [], [], _MOMENT)
        if not ready:
            return
        if not (piece := os.read(self._from, 1 << 20)):
            raise RuntimeError(f"{self._browser} ended without printing")
        self._pieces.append(piece)
        if _END not in piece:
            return
        *messages, rest = b"".join(self._pieces).split(_END)
        self._pieces = [rest]
        for message in map(json.loads, messages):
            if "id" in message:
                self._answers[message["id"]] = message


def _pipe() -> tuple[int, int]:
    """A pipe whose ends are clear of the numbers that the browser expects its own at."""
    ends = os.pipe()
    moved = tuple(fcntl(end, F_DUPFD_CLOEXEC, _CLEAR_OF_THESE) for end in ends)
    for end in ends:
        os.close(end)
    return moved
