"""The rows that several panels of Why it grew are made from: months, and the split between two of them."""

import polars as pl
from polars import selectors

from analysis.growth import Months, growth_splits
from dashboards.access.few_people import FEW_MARK
from dashboards.panels import unweighed
from dashboards.queries import growth as questions
from dashboards.text import month, t
from dashboards.view import View

# Sums in another order differ beyond these places, and must not say that the data differ.
PLACES = 11
# Causes in the order in which they are told, each with what it is a part of.
CAUSES = {
    "inflow": "came",
    "kinds": "came",
    "stay": "stayed",
    "older": "stayed",
    "transfers": "moved",
    "cover": "carried",
    "risk": "heavier",
    "phase": "heavier",
    "flags": "heavier",
    "weights": "rules",
    "tasks": "tasks",
    "contract": "staff",
    "absence": "staff",
    "grades": "staff",
}


def is_empty(view: View) -> bool:
    """Whether the area has nothing of the line in any month."""
    return months(view).is_empty()


def is_one_month(view: View) -> bool:
    """Whether both months chosen are the same, or the data know only one."""
    return view.choice.from_month == view.choice.to_month


def is_unweighed(view: View) -> bool:
    """Whether no weight of the scheme fits any case: then their work is unknown, and not nothing."""
    return unweighed.is_all(view, view.choice.service_line)


def months(view: View) -> pl.DataFrame:
    """The area by month; without work where that is unknown."""
    rows = questions.months(view.reader, view.choice)
    return rows.with_columns(workload_units_avg=pl.lit(None, pl.Float64)) if is_unweighed(view) else rows


def of_month(rows: pl.DataFrame, view: View) -> tuple[dict, dict] | None:
    """The rows of both months chosen; None where one has none."""
    found = [
        rows.filter(pl.col("month_start_on") == when)
        for when in (view.choice.from_month, view.choice.to_month)
    ]
    return None if any(one.is_empty() for one in found) else tuple(one.row(0, named=True) for one in found)


def splits(view: View, *measures: str) -> dict[str, pl.DataFrame]:
    """What each cause has in the change: one row per office; of a percentage, staff in a row of the area.

    Empty where a percentage does not exist in both months, or is of too few people.
    """
    staff = questions.staff(view.reader, view.choice)
    known = staff.filter(~pl.col(FEW_MARK))
    cohorts, mix, tasks = (
        ask(view.reader, view.choice) for ask in (questions.cohorts, questions.mix, questions.tasks)
    )
    offices = {office for rows in (cohorts, tasks) for office in rows["office_id"]} | {view.choice.area}
    found = growth_splits(
        measures,
        Months(cohorts, mix, tasks, known, known_from=view.status.first_month_on or view.choice.from_month),
        pl.DataFrame({"before_on": [view.choice.from_month], "after_on": [view.choice.to_month]}),
        pl.DataFrame({"area_id": view.choice.area, "office_id": sorted(offices)}),
    )
    return {
        measure: rows.sort(~selectors.float()).with_columns(selectors.float().round(PLACES))
        for measure, rows in found.items()
    }


def split(view: View, measure: str) -> pl.DataFrame:
    """The same of one measure."""
    return splits(view, measure)[measure]


def causes_of(rows: pl.DataFrame) -> list[str]:
    """The causes that a split has, in the order in which they are told."""
    return [cause for cause in CAUSES if cause in rows.columns]


def cause_words(cause: str) -> str:
    """What a cause is called."""
    return t(f"growth.cause_{cause}")


def of_few(view: View) -> bool:
    """Whether too few people are behind the capacity of one of the months."""
    return bool(questions.staff(view.reader, view.choice)[FEW_MARK].any())


def pair_words(view: View) -> dict[str, str]:
    """Both months, the area and the line in words."""
    return {
        "first": month(view.choice.from_month),
        "last": month(view.choice.to_month),
        "office": view.choice.label("office"),
        "line": view.choice.label("service_line"),
    }
