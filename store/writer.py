"""Writes the access log beside the pages: lines wait in a queue, and one thread writes them in batches."""

import logging
import queue
import threading
import time
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress

import sqlalchemy as sa

from store import chain
from store.errors import LogUnavailableError
from store.lines import Line
from store.opening import writing

_log = logging.getLogger(__name__)
_MOST_AT_ONCE = 500
_MOST_WAITING = 20_000
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.05, 5.0
CONFIRMED_WITHIN_S = 15.0
_FULL = "the access log cannot be written to, and too much waits"


class Writer:
    """Takes lines at once and writes them soon; a line is safe once its future has a result, its number.

    While the store cannot be written to, lines wait and are tried again. When more than `most_waiting` do,
    none is taken any more: who cannot be logged is not shown anything.
    """

    def __init__(self, engine: sa.Engine, most_waiting: int = _MOST_WAITING) -> None:
        self._engine = engine
        self._waiting: queue.Queue[tuple[Line, Future[int]] | None] = queue.Queue(most_waiting)
        self._is_closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="access log", daemon=True)
        self._thread.start()

    def refuse_if_full(self) -> None:
        """Raises LogUnavailableError where no line can be taken."""
        if self._is_closing.is_set():
            raise LogUnavailableError("the access log is closed")
        if self._waiting.full():
            raise LogUnavailableError(_FULL)

    def put(self, line: Line) -> "Future[int]":
        """Take a line without waiting for it to be written. Raises LogUnavailableError when it cannot."""
        written: Future[int] = Future()
        self.refuse_if_full()
        try:
            self._waiting.put_nowait((line, written))
        except queue.Full:
            raise LogUnavailableError(_FULL) from None
        return written

    def write(self, line: Line, within_s: float = CONFIRMED_WITHIN_S) -> int:
        """Write a line and wait until it is safe; its number. Raises LogUnavailableError when it is not."""
        try:
            return self.put(line).result(within_s)
        except TimeoutError:
            raise LogUnavailableError(f"the access log took longer than {within_s:g} s") from None

    def close(self, within_s: float = 5.0) -> None:
        """Write what waits, and stop; what cannot be written by then is said in the program's own log."""
        self._is_closing.set()
        with suppress(queue.Full):
            self._waiting.put_nowait(None)
        self._thread.join(within_s)
        if left := self._waiting.qsize():
            _log.error("%s lines of the access log were not written", left)

    def _run(self) -> None:
        while (batch := self._next()) is not None:
            self._write(batch)

    def _next(self) -> list[tuple[Line, "Future[int]"]] | None:
        """What waits, at least one line; None when the writer was closed and nothing waits any more."""
        batch: list[tuple[Line, Future[int]]] = []
        while len(batch) < _MOST_AT_ONCE:
            try:
                one = self._waiting.get(block=not batch)
            except queue.Empty:
                break
            if one is None:
                # Closed: what came before is in the batch; the mark goes back for the next look.
                if not batch:
                    return None
                self._waiting.put(None)
                break
            batch.append(one)
        return batch

    def _write(self, batch: list[tuple[Line, "Future[int]"]]) -> None:
        pause = _FIRST_PAUSE_S
        while True:
            try:
                with writing(self._engine) as connection:
                    numbers = chain.append(connection, [line for line, _ in batch])
                break
            except Exception as error:
                _log.error("the access log cannot be written to: %s", type(error).__name__)
                if self._is_closing.is_set():
                    _tell(batch, LogUnavailableError("the access log was closed before this was written"))
                    return
                time.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE_S)
        for (_, written), number in zip(batch, numbers, strict=True):
            with suppress(InvalidStateError):
                written.set_result(number)


def _tell(batch: list[tuple[Line, "Future[int]"]], error: Exception) -> None:
    for _, written in batch:
        with suppress(InvalidStateError):
            written.set_exception(error)
