"""Our pages in a real browser beside a plain page of Dash: alone, slowed down, and with twenty readers."""

import random
import shutil
import statistics
from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks import crowding, every_page, serving
from benchmarks.delivering import building, drawing
from benchmarks.document import paragraph, table
from benchmarks.watching import FLAGS, Place, Window, window

_VISITS = 6
_SLOW_VISITS = 2
_MBIT, _LATENCY_MS = 20, 40
_SLOWLY = f"at {_MBIT} Mbit/s and {_LATENCY_MS} ms: "
_TIMES_SLOWER = 4
_ON_SLOW = f"on a processor {_TIMES_SLOWER} times slower: "
_OFFICES = ("Brugge", "Gent", "Leuven", "Mechelen", "Kortrijk", "Hasselt", "Brussel", "Antwerpen")
_OURS = Place(
    "[data-testid=stMain]",
    ".mw-figures .mw-value",
    ".js-plotly-plot .main-svg:has(.trace, .heatmaplayer image), .mw-drawn svg",
)
_LANDING = Place("[data-testid=stMain]", ".mw-figures .mw-value", ".mw-lead, .mw-drawn svg")
_DASH = Place("#react-entry-point", "#heads", ".js-plotly-plot .main-svg:has(.trace, .heatmaplayer image)")


@dataclass
class Taken:
    """What every visit took, by what was done."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def note(self, name: str, value: float) -> None:
        """One more of what is called so."""
        self.times[name].append(value)

    def median(self, name: str) -> float:
        """The middle one."""
        return statistics.median(self.times[name])


def measured(home: Path) -> str:
    """Build the sample, serve it and the peer, and measure both in turn; a table of ratios."""
    drawing(home / "sample")
    building(home / "sample", home)
    return beside(home / "warehouse", home)


def beside(warehouse: Path, home: Path) -> str:
    """The table for a warehouse that is published; the peer's packages are installed under ``home``."""
    us, them = Taken(), Taken()
    with serving.ours(warehouse) as (our_address, our_pid), serving.dash(warehouse, home) as (address, pid):
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
            for visit in range(-1, _VISITS):  # the first only warms both up
                turns = [
                    partial(_ours, browser, our_address, visit, us),
                    partial(_dash, browser, address, visit, them),
                ]
                random.Random(visit).shuffle(turns)
                for turn in turns:
                    turn()
            every = every_page.measured(browser, our_address)
            browser.close()
        for taken, one in ((us, our_pid), (them, pid)):
            taken.note("MB after the visits", serving.held_mb(one))
        _crowd(us, crowding.on_our_page(our_address, "offices"))
        _crowd(them, crowding.on_the_page_of_dash(address, list(_OFFICES)))
        for taken, one in ((us, our_pid), (them, pid)):
            taken.note("MB after twenty readers", serving.held_mb(one))
    return f"{_told(us, them)}\n\n{every}"


def _ours(browser: Browser, address: str, visit: int, taken: Taken) -> None:
    noted = taken if visit >= 0 else Taken()
    _our_page(browser, address, visit, noted)
    _by_the_landing_page(browser, address, noted)
    if visit < _SLOW_VISITS:
        _our_page(browser, address, visit, noted, is_slow=True)
        _by_the_landing_page(browser, address, noted, is_slow=True)
        with window(browser, _OURS) as opened:
            opened.slow(_MBIT, _LATENCY_MS)
            _note(noted, f"{_SLOWLY}cold page", opened.timed(partial(_goto, opened, f"{address}/offices")))


def _our_page(browser: Browser, address: str, visit: int, noted: Taken, *, is_slow: bool = False) -> None:
    words = _ON_SLOW if is_slow else ""
    with window(browser, _OURS) as opened:
        if is_slow:
            opened.slow_processor(_TIMES_SLOWER)
        _note(noted, f"{words}cold page", opened.timed(partial(_goto, opened, f"{address}/offices")))
        for what, office in _changes(visit):
            opened.choose(".st-key-office input", office)
            enter = partial(opened.page.keyboard.press, "Enter")
            _note(noted, f"{words}{what}", opened.timed(enter))


def _changes(visit: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """What is changed on a page, and to which office: in each visit one that nobody chose before, then one
    that somebody did."""
    return (
        ("all offices to one", _OFFICES[visit]),
        ("to one that somebody chose before", _OFFICES[visit - 1]),
    )


def _goto(opened: Window, address: str) -> None:
    opened.page.goto(address, wait_until="commit")


def _by_the_landing_page(browser: Browser, address: str, noted: Taken, *, is_slow: bool = False) -> None:
    words = _SLOWLY if is_slow else ""
    with window(browser, _LANDING) as opened:
        if is_slow:
            opened.slow(_MBIT, _LATENCY_MS)
        _note(noted, f"{words}landing page", opened.timed(partial(_goto, opened, address)))
        opened.page.wait_for_timeout(1000)
        opened.page.evaluate("chart => mwWatch.look(chart)", _OURS.chart)
        opened.page.locator("[data-testid=stTopNavSection]").first.click()
        link = opened.page.locator("a[data-testid=stTopNavDropdownLink][href$='/offices']")
        link.wait_for()
        click = link.click
        _note(noted, f"{words}click from there", opened.timed(click))


def _dash(browser: Browser, address: str, visit: int, taken: Taken) -> None:
    noted = taken if visit >= 0 else Taken()
    _page_of_dash(browser, address, visit, noted)
    if visit < _SLOW_VISITS:
        _page_of_dash(browser, address, visit, noted, is_slow=True)
        with window(browser, _DASH) as opened:
            opened.slow(_MBIT, _LATENCY_MS)
            _note(noted, f"{_SLOWLY}cold page", opened.timed(partial(_goto, opened, address)))


def _page_of_dash(browser: Browser, address: str, visit: int, noted: Taken, *, is_slow: bool = False) -> None:
    words = _ON_SLOW if is_slow else ""
    with window(browser, _DASH) as opened:
        if is_slow:
            opened.slow_processor(_TIMES_SLOWER)
        _note(noted, f"{words}cold page", opened.timed(partial(_goto, opened, address)))
        for what, office in _changes(visit):
            opened.page.click("#office")
            opened.page.locator(".dash-dropdown-content input").first.wait_for()
            opened.page.wait_for_timeout(400)
            opened.page.keyboard.type(office)
            choice = opened.page.locator(".dash-dropdown-content label", has_text=office).first
            choice.wait_for()
            opened.page.wait_for_timeout(250)
            opened.page.evaluate("mwWatch.begin()")
            _note(noted, f"{words}{what}", opened.timed(choice.click))
            opened.page.keyboard.press("Escape")
            opened.page.wait_for_timeout(400)


def _note(taken: Taken, name: str, seen) -> None:
    taken.note(f"{name}: head figures and first chart, ms", seen.first_ms)
    taken.note(f"{name}: everything, ms", seen.all_ms)
    taken.note(f"{name}: KB", seen.kb)
    taken.note(f"{name}: requests", seen.requests)


def _crowd(taken: Taken, crowd: crowding.Crowd) -> None:
    taken.note("twenty readers: p50, ms", crowd.percentile(50))
    taken.note("twenty readers: p95, ms", crowd.percentile(95))
    taken.note("twenty readers with their first page: p95, ms", crowd.percentile(95, with_openings=True))


def _told(us: Taken, them: Taken) -> str:
    rows = []
    for name in us.times:
        # Who comes by the landing page is compared with Dash's page opened cold.
        peer = name if name in them.times else _of_cold_page(name)
        theirs = them.median(peer) if peer in them.times else None
        ratio = "" if not theirs else f"{us.median(name) / theirs:.2f}"
        rows.append((name, "" if theirs is None else f"{theirs:,.0f}", f"{us.median(name):,.0f}", ratio))
    said = (
        f"Medians of {_VISITS} visits in turn, each in a fresh window; of {_SLOW_VISITS} on the slower "
        "network and on the slower processor. That is the browser's alone, and it shows offices that "
        "somebody chose before. The landing page and a click from there are beside Dash's page opened "
        "cold. Everything is there when nothing in the content of the page has changed for 0.7 s. Dash runs "
        "three workers of eight threads and remembers nothing; ours is one process, and remembers panels."
    )
    return "\n\n".join([table(("", "Dash", "ours", "ratio"), rows), paragraph(said)])


def _of_cold_page(name: str) -> str:
    return name.replace("landing page", "cold page").replace("click from there", "cold page")
