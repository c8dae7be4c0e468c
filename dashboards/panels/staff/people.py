"""How many people are above the highest threshold of workload: as counted, then as their spread implies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from analysis.queue import bands
from analysis.queue.spread import Spread, fitted
from dashboards.charts.queue import band_lines
from dashboards.panel import Link, Panel
from dashboards.panels.parts import place_chosen
from dashboards.panels.staff.cells import MONTHS
from dashboards.panels.staff.frames import AHEAD, DRAWS, FULL_PCT, SEED, Numbers, Outcome, Run
from dashboards.panels.staff.lines import both, rows_of, table_of, title_of
from dashboards.panels.staff.words import area_words
from dashboards.panels.weights import basis
from dashboards.queries import staff as questions
from dashboards.text import number, percentage, t
from dashboards.view import View

_NAMES = (
    "people_was",
    "people_as_now_low",
    "people_as_now",
    "people_as_now_high",
    "people_chosen_low",
    "people_chosen",
    "people_chosen_high",
)


@dataclass(frozen=True)
class _OtherLines:
    """Work and capacity of the lines that are not simulated, by past month: people work in all of them."""

    workload_units: Numbers
    capacity_units: Numbers

    def load_pct(self, found: Outcome) -> Numbers:
        """The work of all lines in per cent of what their staff could give, by past month."""
        past = found.cells.past
        work = past.workload_units.sum(axis=1) + self.workload_units
        return FULL_PCT * work / (past.capacity_units.sum(axis=1) + self.capacity_units)

    def people_ahead(self, people: int, run: Run, found: Outcome) -> Numbers:
        """People by month ahead: each FTE more or fewer of the line is as many people as one is now."""
        past = found.cells.past
        own = past.capacity_units[-1].sum()
        change = run.levers.available_fte.sum(axis=1) / past.available_fte[-1].sum() - 1
        return people * (1 + change * own / (own + self.capacity_units[-1]))

    def load_pct_ahead(self, run: Run) -> Numbers:
        """The same of a simulation, (draws, months): these lines stay as they are in the last month."""
        work, capacity = run.work_and_capacity
        return FULL_PCT * (work + self.workload_units[-1]) / (capacity + self.capacity_units[-1])


def above(found: Outcome, view: View) -> Panel | None:
    """People above the highest threshold; None where too few are known to tell how they are spread."""
    months = found.cells.months
    counted = questions.people_above(view.reader, view.choice)
    counted = counted.filter(pl.col("month_start_on").is_in(months))
    others = _other_lines(view, months)
    year = counted.filter(pl.col("month_start_on").is_in(months[-MONTHS:]))
    spread = _spread(year, dict(zip(months, others.load_pct(found), strict=True)))
    highest = counted.filter(pl.col("threshold") == pl.col("threshold").max())
    last = highest.filter(month_start_on=months[-1])
    if spread is None or last.is_empty():
        return None
    threshold, people = last["threshold"][0], last["people"][0]
    # Months ahead are as far off as those behind; the same ones in both simulations.
    off = np.random.default_rng(SEED).choice(spread.off, (DRAWS, AHEAD))

    def then(run: Run) -> Numbers:
        share = spread.share_above(others.load_pct_ahead(run), threshold, off)
        return bands(share * others.people_ahead(people, run, found))

    rows = rows_of(found, _by_month(highest, months), then)
    return Panel(
        "staff_people",
        title=title_of(
            "people",
            view,
            now=number(last["people_over"][0]),
            then=number(rows["as_now"][-1]),
            chosen=number(rows["chosen"][-1]),
            threshold=percentage(threshold),
            people=number(people),
        ),
        subtitle=t("staff.people_subtitle", **area_words(view), basis=basis(view)),
        chart=band_lines(rows, both(), view.look, {"was": t("staff.was"), "unit": t("staff.people")}),
        summary=t("staff.people_summary", error=percentage(FULL_PCT * spread.error, 1)),
        table=table_of(rows, _NAMES),
        links=(Link("pressure", t("staff.to_pressure"), place_chosen(view, "weight_scheme")),),
        marts=("fct_area_overload_series", "fct_area_line_months"),
    )


def _other_lines(view: View, months: Sequence[date]) -> _OtherLines:
    rows = questions.months(view.reader, view.choice).filter(pl.col("part_id") == "")
    grid = pl.DataFrame({"month_start_on": months})
    full = grid.join(rows, on="month_start_on", how="left", maintain_order="left")
    amounts = full.select(
        pl.col("other_workload_units", "other_capacity_units").cast(pl.Float64).fill_null(0)
    )
    return _OtherLines(*(column.to_numpy() for column in amounts))


def _spread(counted: pl.DataFrame, loads: Mapping[date, float]) -> Spread | None:
    """How people lie around the load of the area in the months of these rows, by ``loads`` in per cent."""
    return fitted(
        [loads[month] for month in counted["month_start_on"]],
        counted["threshold"],
        (counted["people_over"] / counted["people"]).fill_nan(0),
    )


def _by_month(rows: pl.DataFrame, months: Sequence[date]) -> Numbers:
    known = dict(rows.select("month_start_on", "people_over").iter_rows())
    return np.array([known.get(month, np.nan) for month in months], float)
