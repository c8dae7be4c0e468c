"""The rows that several panels of the page Pressure and cover are made from."""

import polars as pl

from dashboards.charts import pressure_readings as readings
from dashboards.panels import unweighed
from dashboards.queries import cover as cover_questions
from dashboards.queries import pressure as questions
from dashboards.totals import TOTAL
from dashboards.view import View

_AWAY = ("away_cases", "away_cases_of_all")


def months(view: View) -> pl.DataFrame:
    """Every month, part, grade and threshold of the set chosen, totals too; small groups without amounts."""
    return questions.overload_months(view.reader, view.choice)


def measures_workload(view: View) -> bool:
    """Whether the set of thresholds chosen is one of workload: it takes weights, a count does not."""
    rows = questions.thresholds(view.reader).filter(threshold_set=view.choice.threshold_set)
    return "workload_pct" in rows["measure"].to_list()


def is_unweighed(view: View) -> bool:
    """Whether nobody can be above a threshold, as no weight fits any open case of the area, of any line."""
    return measures_workload(view) and unweighed.is_all(view)


def last_month(view: View) -> pl.DataFrame:
    """Of these, the last month of which every day is known."""
    return months(view).filter(pl.col("month_start_on") == readings.last_whole_month(view.status.as_of))


def is_chosen(view: View) -> pl.Expr:
    """Whether a row is that of the office and grade chosen, or of their total."""
    is_part = pl.col("part_id") == view.choice.part
    return is_part & (pl.col("grade") == (view.choice.grade or TOTAL))


def by_group(rows: pl.DataFrame, view: View) -> pl.DataFrame:
    """The rows to compare, with `group`: grades of the office chosen, else parts in the grade chosen."""
    if view.choice.office:
        return rows.filter(pl.col("part_id") == view.choice.office).with_columns(group=pl.col("grade"))
    of_grade = rows.filter(pl.col("grade") == (view.choice.grade or TOTAL))
    return of_grade.with_columns(group=pl.col("part_id"))


def loads_beside_cases(view: View) -> pl.DataFrame:
    """People by caseload and workload, of the office chosen or of all parts together."""
    rows = questions.loads_beside_cases(view.reader, view.choice)
    return rows.filter(pl.col("part_id") == view.choice.part)


def counted_cases(view: View) -> pl.DataFrame:
    """One row per part with its counts of open cases, or the one of the office chosen."""
    office, rows = view.choice.office, cover_questions.cases_counted(view.reader, view.choice)
    return rows.filter(pl.col("part_id") == office) if office else rows


def summed(counted: pl.DataFrame) -> dict[str, int]:
    """The counts of all these parts together; not of what is hidden of some of them."""
    return counted.drop("part_id", *_AWAY).sum().row(0, named=True)


def cases_of_those_away(counted: pl.DataFrame, view: View) -> int | None:
    """Of these counts the cases whose officers have no capacity on this day; None: not to be said."""
    return counted[_AWAY[0] if view.choice.office else _AWAY[1]][0]


def in_cover(counts: dict[str, int]) -> int:
    """Cases of the list of cover: without officer, or carried only by officers who have left."""
    return counts["uncovered_cases"] + counts["left_cases"]
