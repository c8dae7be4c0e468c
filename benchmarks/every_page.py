"""Every page of ours in a real browser beside Offices: opened cold, and with one filter changed."""

import random
import statistics
from collections import defaultdict
from functools import partial

from playwright.sync_api import Browser

from benchmarks.document import paragraph, table
from benchmarks.watching import Place, window
from dashboards.app_pages import PAGES

_VISITS = 3
_BESIDE = "offices"
# The line of what is looked at changes with every filter; the last line of a page comes when all is there.
_WHOLE = Place("[data-testid=stMain]", ".mw-status", ".mw-paper")
# Page -> the key of the filter that is changed, and what is typed into it; elsewhere it is the office.
_CHANGES = {"overview": ("scheme", "Number"), "scenarios": ("outcome", "Staff needed"), "about": None}
_OFFICE = ("office", "Gent")


def measured(browser: Browser, address: str) -> str:
    """Visit every page in turn, each time in a fresh window; a table with ratios to Offices."""
    times: dict[tuple[str, str], list[float]] = defaultdict(list)
    for visit in range(-1, _VISITS):  # the first only makes what is made once
        for page in random.Random(visit).sample(PAGES, len(PAGES)):
            found = _visited(browser, address, page)
            for what, taken in found.items() if visit >= 0 else ():
                times[page, what].append(taken)
    medians = {of: statistics.median(taken) for of, taken in times.items()}
    rows = [
        (page, *(cell for what in ("cold", "changed") for cell in _cells(medians, page, what)))
        for page in PAGES
    ]
    said = (
        f"Medians of {_VISITS} visits in a fresh window, until everything stands, of pages that somebody has "
        "seen before. The filter is the office, or another where a page has none; the ratios are to Offices."
    )
    headings = ("page", "cold, ms", "ratio", "filter changed, ms", "ratio")
    return "\n\n".join([table(headings, rows), paragraph(said)])


def _visited(browser: Browser, address: str, page: str) -> dict[str, float]:
    path = "" if page == PAGES[0] else page
    with window(browser, _WHOLE) as opened:
        goto = partial(opened.page.goto, f"{address}/{path}", wait_until="commit")
        found = {"cold": opened.timed(goto).all_ms}
        if asked := _CHANGES.get(page, _OFFICE):
            key, words = asked
            opened.choose(f".st-key-{key} input", words)
            enter = partial(opened.page.keyboard.press, "Enter")
            found["changed"] = opened.timed(enter, needs=("heads",)).all_ms
        return found


def _cells(medians: dict[tuple[str, str], float], page: str, what: str) -> tuple[str, str]:
    if (page, what) not in medians:
        return "", ""
    return f"{medians[page, what]:,.0f}", f"{medians[page, what] / medians[_BESIDE, what]:.2f}"
