"""What the access log costs: lines a second, and how long a page waits for its line."""

import gc
import os
import statistics
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

from benchmarks.delivering import building, drawing
from benchmarks.document import paragraph, table
from benchmarks.pages import opened as page_opened
from dashboards import WAREHOUSE_VARIABLE
from store.access_log import AccessLog
from store.chain import verified
from store.lines import Line, Who
from store.opening import reading
from warehouse.places import STORE_VARIABLE

_LINES, _A_SECOND, _SECONDS = 20_000, 1_000, 10
_RERUNS, _WARM = 60, 6
_OFFICES = ("GEN", "ANT")
_LINE = {"office": "GEN", "service_line": "offender_supervision", "weight_scheme": "fl_type_phase"}


def measured(home: Path) -> str:
    """The log alone, then reruns of a page with and without it, in turn."""
    log = AccessLog(str(home / "kept"))
    gc.collect()
    gc.freeze()  # as the server does: else the search through all that was imported is what is measured
    rows = [*_alone(log), *_paced(log), *_proving(log)]
    drawing(home / "sample")
    building(home / "sample", home)
    os.environ[WAREHOUSE_VARIABLE] = str(home / "warehouse")
    without, with_log, busy = _reruns(home)
    rows += [
        ("a change of office on Offices, without a log, ms", f"{without:.1f}"),
        ("the same with a log, ms", f"{with_log:.1f}"),
        (f"the same while {_A_SECOND:,} lines a second are written, ms", f"{busy:.1f}"),
        ("ratio with and without", f"{with_log / without:.2f}"),
    ]
    said = (
        "SQLite on the machine's disk, each batch of lines flushed to it. Lines as fast as they are taken: "
        f"{_LINES:,}; then {_A_SECOND:,} a second for {_SECONDS} seconds. Reruns are medians, in turn, of "
        "panels that are remembered: the log is beside the least that a page can cost."
    )
    return "\n\n".join([table(("access log", "figure"), rows), paragraph(said)])


def _alone(log: AccessLog) -> list[tuple[str, str]]:
    started = time.perf_counter()
    written = []
    for _ in range(0, _LINES, _A_SECOND):
        written = [_put(log) for _ in range(_A_SECOND)]
        written[0].result()
    written[-1].result()
    seconds = time.perf_counter() - started
    return [("lines a second, one process", f"{_LINES / seconds:,.0f}")]


def _paced(log: AccessLog) -> list[tuple[str, str]]:
    waits, safe = _pace(log, _SECONDS)
    return [
        *(
            (f"at {_A_SECOND:,} a second: a page waits, ms, {name}", f"{1000 * one(waits):.3f}")
            for name, one in _POINTS.items()
        ),
        *(
            (f"at {_A_SECOND:,} a second: a line is safe after, ms, {name}", f"{1000 * one(safe):.1f}")
            for name, one in _POINTS.items()
        ),
    ]


def _pace(log: AccessLog, seconds: float) -> tuple[list[float], list[float]]:
    """Seconds that each `put` took, and until each line was safe; ten lines every hundredth of a second."""
    waits, safe, at_once = [], [], _A_SECOND // 100
    begun = time.perf_counter()
    for step in range(int(seconds * 100)):
        time.sleep(max(0.0, begun + step / 100 - time.perf_counter()))
        for _ in range(at_once):
            before = time.perf_counter()
            one = _put(log)
            waits.append(time.perf_counter() - before)
            one.add_done_callback(lambda _, before=before: safe.append(time.perf_counter() - before))
    one.result()
    return waits, safe


def _proving(log: AccessLog) -> list[tuple[str, str]]:
    started = time.perf_counter()
    with reading(log.engine) as connection:
        verdict = verified(connection)
    if verdict.problems:
        raise RuntimeError(verdict.problems[0])
    per_second = verdict.lines / (time.perf_counter() - started)
    return [("lines a second that `--verify` reads", f"{per_second:,.0f}")]


def _reruns(home: Path) -> tuple[float, float, float]:
    """Median milliseconds of a change of office: without a log, with one, and with one that is busy."""
    store = str(home / "used")
    app = page_opened("offices")

    def run(number: int) -> float:
        app.query_params["office"] = _OFFICES[number % 2]
        before = time.perf_counter()
        app.run()
        if app.exception:
            raise RuntimeError(app.exception[0].message)
        return 1000 * (time.perf_counter() - before)

    ways: dict[str, Callable] = {"without": _no_log, "with": _log_at(store), "busy": _busy_log_at(store)}
    found: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(_WARM):
        with ways["with"]():
            run(turn)
    for _ in range(_RERUNS // 4):
        for name, way in ways.items():
            with way():
                found[name] += [run(number) for number in range(4)]
    medians = {name: statistics.median(times) for name, times in found.items()}
    return medians["without"], medians["with"], medians["busy"]


@contextmanager
def _no_log():
    os.environ.pop(STORE_VARIABLE, None)
    yield


def _log_at(place: str) -> Callable:
    @contextmanager
    def kept():
        os.environ[STORE_VARIABLE] = place
        yield
        os.environ.pop(STORE_VARIABLE)

    return kept


def _busy_log_at(place: str) -> Callable:
    @contextmanager
    def kept():
        from dashboards import use

        with _log_at(place)():
            is_over = threading.Event()

            def write() -> None:
                while not is_over.is_set():
                    _pace(use.log(), 0.1)

            writer = threading.Thread(target=write)
            writer.start()
            yield
            is_over.set()
            writer.join()

    return kept


def _put(log: AccessLog) -> Future:
    return log.put(Line(Who("demo", "demo"), "offices", _LINE, rows=300))


def _p(share: float) -> Callable[[list[float]], float]:
    return lambda times: sorted(times)[min(len(times) - 1, int(share * len(times)))]


_POINTS = {"median": _p(0.5), "p99": _p(0.99), "longest": max}
