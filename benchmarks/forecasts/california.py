"""The caseloads of Californian counties each December, one to five years ahead."""

from datetime import date
from pathlib import Path

import polars as pl

from analysis.forecast.inflow import count_models
from analysis.forecast.panel import CELL, LEVELS, Panel, flat_tree
from benchmarks.document import paragraph
from benchmarks.forecasts.judged import Judged, found, judged, tables

FILE = Path("california") / "ca_county_incarceration.csv"
HORIZONS, ORIGINS, LATEST = 5, 12, 8


def counties(real: Path) -> tuple[Panel, pl.DataFrame]:
    """The counties with a caseload in every year, and these caseloads."""
    rows = pl.read_csv(real / FILE, infer_schema_length=None).drop_nulls("total_probation")
    rows = rows.select(
        office_id="county_name",
        supervision_type=pl.lit("probation"),
        month_start_on=pl.date("year", 12, 1),
        open_cases_end="total_probation",
    )
    years: list[date] = sorted(rows["month_start_on"].unique())
    complete = rows.filter(pl.len().over("office_id") == len(years))
    return Panel(complete.select(CELL).unique().sort(CELL), tuple(years)), complete


def judge(real: Path, level: str = LEVELS[0], is_searched: bool = True) -> Judged:
    """The trial of their caseloads; the search for a form takes most of its time."""
    panel, rows = counties(real)
    values = panel.filled(rows, "open_cases_end")
    searched = range(values.shape[1]) if is_searched else None
    given = count_models(values, panel.groups, HORIZONS, 1, 1, searched)
    return judged(values, given, flat_tree(panel.cells), ORIGINS, LATEST, range(1, HORIZONS + 1), level)


def told(real: Path) -> str:
    """The section of the document."""
    panel, _ = counties(real)
    each, whole = judge(real), judge(real, LEVELS[3])
    years = [day.year for day in panel.months]
    said = (
        f"{panel.cells.height} counties with a caseload in every December from {years[0]} to {years[-1]}. "
        f"Each horizon is judged from the {ORIGINS} latest years whose December has come. {found(each)}"
    )
    of_whole = f"The sum of these counties, one series. {found(whole)}"
    return "\n\n".join([paragraph(said), tables(each, "y"), paragraph(of_whole), tables(whole, "y")])
