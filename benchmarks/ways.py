"""Our models beside two other ways to the same figures: a row per case and day, and one query by hand.

All three run in one process, on the same raw rows, threads and memory: only the SQL, without dbt around it.
"""

import os
import statistics
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import duckdb

from benchmarks.commands import ROOT
from benchmarks.delivering import drawing
from benchmarks.document import paragraph, table
from benchmarks.loaded import Loaded, loaded
from benchmarks.replaying import models, replayed, with_ancestors

# Marts that both ways make, and the columns that tell their rows apart beside the period.
SHARED_MARTS = {
    "officer_months": ("officer_id", "office_id", "weight_scheme", "month_start_on"),
    "officer_weeks": ("officer_id", "office_id", "weight_scheme", "week_start_on"),
    "office_months": ("office_id", "weight_scheme", "month_start_on"),
    "office_weeks": ("office_id", "weight_scheme", "week_start_on"),
    "office_line_months": ("office_id", "service_line", "weight_scheme", "month_start_on"),
}
# Ours, of which the shared ones are views.
OWN_MARTS = ["fct_officer_periods", "fct_office_periods", "fct_area_line_periods"]
MEASURES = ("active_cases_avg", "workload_units_avg", "capacity_units_avg")
BY_HAND = ROOT / "benchmarks" / "officer_months.sql"
MEMORY = "8GB"
_RUNS = 3


def measured(home: Path) -> str:
    """Compare the three at the sample's full size; ours and the query by hand in turn, the spine once."""
    drawing(home / "sample")
    found = both_built(loaded(home / "sample", home / "build"))
    with closing(opened(found)) as connection:
        ours, by_hand, marts = [], [], []
        for _ in range(_RUNS):
            ours.append(_seconds_of(connection, found.folder / "target", ["fct_officer_periods"]))
            by_hand.append(officer_months_by_hand(connection))
            marts.append(_seconds_of(connection, found.folder / "target", OWN_MARTS))
        spine = _seconds_of(connection, found.folder / "spine", list(SHARED_MARTS))
        case_days = connection.execute("select count(*) from main_spine.case_days").fetchone()[0]
        worst = max(largest_difference(connection, mart) for mart in SHARED_MARTS)
        worst_by_hand = largest_difference(connection, "officer_months", "main.officer_months")
    own_marts, own_months, hand = map(statistics.median, (marts, ours, by_hand))
    rows = [
        (
            f"a row per case and day ({case_days:,} stored)",
            "officer and office months and weeks, lines",
            f"{spine:.1f}",
            f"{own_marts:.1f}",
            f"{spine / own_marts:.1f}",
        ),
        (
            "one query by hand",
            "officer months",
            f"{hand:.1f}",
            f"{own_months:.1f}",
            f"{hand / own_months:.1f}",
        ),
    ]
    said = (
        f"Largest difference of a figure: {worst:.0e} with the case-days, {worst_by_hand:.0e} with the "
        f"query. Median of {_RUNS} runs in turn, the case-days once; {MEMORY} for each."
    )
    headings = ("other way", "marts, 4 schemes", "its SQL s", "our SQL s", "ratio")
    return "\n\n".join([table(headings, rows, words=2), paragraph(said)])


def both_built(found: Loaded) -> Loaded:
    """Build our models and those with a row per case and day over the same raw rows."""
    found.build_models()
    places = {
        "--project-dir": "benchmarks/spine",
        "--profiles-dir": "dbt_project",
        "--target-path": str(found.folder / "spine"),
        "--log-path": str(found.folder / "logs"),
    }
    subprocess.run(
        [Path(sys.executable).parent / "dbt", "build", *(word for place in places.items() for word in place)],
        cwd=ROOT,
        env=os.environ | {"MAATWERK_BUILD": str(found.folder), "MAATWERK_MEMORY": MEMORY},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return found


def opened(found: Loaded) -> duckdb.DuckDBPyConnection:
    """The work file with the published one attached, as the models see them."""
    config = {"threads": 2, "memory_limit": MEMORY, "preserve_insertion_order": False}
    connection = duckdb.connect(str(found.work_file), config=config)
    # A path takes no parameter here; it is this benchmark's own.
    connection.execute(f"attach '{found.folder / 'published.duckdb'}' as published")
    connection.execute("set search_path = 'work.main,published.marts,published.sums'")
    return connection


def officer_months_by_hand(connection: duckdb.DuckDBPyConnection) -> float:
    """Seconds of the query by hand; leaves ``main.officer_months``."""
    connection.execute("drop table if exists main.officer_months")
    started = time.perf_counter()
    connection.execute(BY_HAND.read_text(encoding="utf-8"))
    return time.perf_counter() - started


def largest_difference(connection: duckdb.DuckDBPyConnection, mart: str, other: str | None = None) -> float:
    """The largest difference between a mart and the same by another way; a missing row counts as zeros."""
    differs = ", ".join(f"abs(coalesce(a.{m}, 0) - coalesce(b.{m}, 0))" for m in MEASURES)
    keys = ", ".join(SHARED_MARTS[mart])
    return connection.execute(
        f"select max(greatest({differs})) from published.marts.fct_{mart} as a "  # noqa: S608 (fixed names)
        f"full join {other or f'main_spine.{mart}'} as b using ({keys})"
    ).fetchone()[0]


def _seconds_of(connection: duckdb.DuckDBPyConnection, target: Path, wanted: list[str]) -> float:
    return sum(replayed(connection, with_ancestors(models(target), wanted)).values())
