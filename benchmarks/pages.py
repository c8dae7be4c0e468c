"""Script reruns of every page: how long, and how many questions they ask the database."""

import os
import statistics
import time
from dataclasses import dataclass
from pathlib import Path

from streamlit.testing.v1 import AppTest

from benchmarks.commands import ROOT
from dashboards import WAREHOUSE_VARIABLE, warehouse

PAGES = ("overview", "offices", "backlog", "about")
RERUNS = 40


@dataclass(frozen=True)
class PageTimes:
    """Reruns of one page: milliseconds, and questions that reached the database."""

    page: str
    p50_ms: float
    p95_ms: float
    most_questions: int


def rerun_times(warehouse_folder: Path) -> list[PageTimes]:
    """Rerun each page with changing filters; a filter seen for the first time asks the database anew."""
    os.environ[WAREHOUSE_VARIABLE] = str(warehouse_folder)
    return [_page_times(page) for page in PAGES]


def _page_times(page: str) -> PageTimes:
    app = AppTest.from_file(str(ROOT / "dashboards" / "app.py"), default_timeout=60).run()
    app.switch_page(str(ROOT / "dashboards" / "app_pages" / f"{page}.py")).run()
    schemes = warehouse.frame("select weight_scheme from dim_weight_schemes order by position")[
        "weight_scheme"
    ]
    windows = ("today", "four_weeks", "month")
    milliseconds, questions = [], []
    for rerun in range(RERUNS):
        app.query_params["scheme"] = schemes[rerun % len(schemes)]
        app.query_params["window"] = windows[rerun % len(windows)]
        with _counted_questions() as asked:
            started = time.perf_counter()
            app.run()
            milliseconds.append(1000 * (time.perf_counter() - started))
        if app.exception:
            raise RuntimeError(f"page {page} failed: {app.exception[0].message}")
        questions.append(len(asked))
    return PageTimes(
        page, statistics.median(milliseconds), statistics.quantiles(milliseconds, n=20)[-1], max(questions)
    )


class _counted_questions:
    """Notes every question that is not answered from memory."""

    def __enter__(self) -> list[str]:
        self.open, asked = warehouse._open, []

        def noting(file: str) -> object:
            asked.append(file)
            return self.open(file)

        warehouse._open = noting
        return asked

    def __exit__(self, *_: object) -> None:
        warehouse._open = self.open
