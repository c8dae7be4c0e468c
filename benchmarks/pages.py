"""Script reruns of every page: how long, and how many questions they ask the database."""

import logging
import os
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from streamlit.testing.v1 import AppTest

from benchmarks.commands import ROOT
from dashboards import WAREHOUSE_VARIABLE, database, made_panels
from dashboards.app_pages import PAGES

ONE_OFFICE, ONE_REGION = ", one office", ", one region"
# One of the region with most offices; a service without regions stands in the place of a region.
_ADDRESSES = {
    ONE_REGION: """
        select 'region', parent_id from dim_areas
        where area_kind = 'office' and parent_id != 'service'
        group by parent_id order by count(*) desc, parent_id limit 1
    """,
    ONE_OFFICE: """
        select 'office', area_id from dim_areas where area_kind = 'office'
        order by count(*) over (partition by parent_id) desc, position limit 1
    """,
}
# Offices is the page that shows other parts when one office is chosen.
VIEWS = tuple(
    view for page in PAGES for view in ((page, f"{page}{ONE_OFFICE}") if page == "offices" else (page,))
)
RERUNS = 40
_WINDOWS = ("today", "four_weeks", "month")


@dataclass(frozen=True)
class PageTimes:
    """Reruns of one page: milliseconds, and questions that reached the database.

    Cold: a link opened where nothing is remembered yet. Otherwise filters change from rerun to rerun, and
    each combination asks the database anew when it is met first.
    """

    page: str
    p50_ms: float
    p95_ms: float
    most_questions: int
    cold_ms: float
    cold_questions: int


def rerun_times(warehouse_folder: Path) -> list[PageTimes]:
    """Open each page cold, then rerun it with changing filters."""
    os.environ[WAREHOUSE_VARIABLE] = str(warehouse_folder)
    logging.getLogger("streamlit").setLevel(logging.ERROR)  # it warns that there is no browser
    opened("overview")  # the first script of a process imports: that is no rerun
    return [_page_times(view) for view in VIEWS]


def _page_times(page: str) -> PageTimes:
    database.forget()
    made_panels.forget()
    with _measured() as cold:
        app = opened(page)
    schemes = _ids("select weight_scheme from dim_weight_schemes order by position")
    offices = _ids("select office_id from dim_offices order by position")
    runs = []
    for rerun in range(RERUNS):
        app.query_params["scheme"] = schemes[rerun % len(schemes)]
        app.query_params["window"] = _WINDOWS[rerun % len(_WINDOWS)]
        if page.endswith(ONE_OFFICE):
            app.query_params["office"] = offices[rerun % len(offices)]
        with _measured() as run:
            app.run()
        if app.exception:
            raise RuntimeError(f"page {page} failed: {app.exception[0].message}")
        runs.append(run)
    times = [run["ms"] for run in runs]
    most = max(run["questions"] for run in runs)
    p95 = statistics.quantiles(times, n=20)[-1]
    return PageTimes(page, statistics.median(times), p95, most, cold["ms"], cold["questions"])


def opened(page: str) -> AppTest:
    """The page as a link opens it: in one script, not by way of the landing page.

    ``page`` is the name of a page, with `ONE_OFFICE` or `ONE_REGION` after it for the view of one alone.
    """
    app = AppTest.from_file(str(ROOT / "dashboards" / "app.py"), default_timeout=60)
    name, _, place = page.partition(", ")
    if name != "overview":
        app.switch_page(f"app_pages/{name}.py")  # drops the address, which is set after it
    for key, area in _rows(_ADDRESSES[f", {place}"]) if place else ():
        app.query_params[key] = area
    return app.run()


def _ids(sql: str) -> list[str]:
    return [row[0] for row in _rows(sql)]


def _rows(sql: str) -> list[tuple]:
    # On a cursor of its own, so that a cold page still finds nothing remembered.
    with database._opened(str(database.published_file())).cursor() as cursor:
        cursor.execute("set search_path = 'published.marts'")
        return cursor.execute(sql).fetchall()


@contextmanager
def _measured() -> Iterator[dict[str, float]]:
    """Milliseconds, and the questions that are not answered from memory."""
    found = {"ms": 0.0, "questions": 0}
    opening = database._open

    def noting(file: str) -> object:
        found["questions"] += 1
        return opening(file)

    database._open = noting
    started = time.perf_counter()
    try:
        yield found
    finally:
        database._open = opening
        found["ms"] = 1000 * (time.perf_counter() - started)
