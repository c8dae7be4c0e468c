"""Open cases, work, staff and waiting cases on one axis, each 100 in the month that is compared with."""

import polars as pl

from dashboards.access.door import SMALLEST_SHOWN
from dashboards.access.few_people import FEW_MARK
from dashboards.access.mart_rules import smallest_count
from dashboards.charts.growth import index_lines
from dashboards.panel import Panel, Table, not_delivered, nothing
from dashboards.panels import events, few
from dashboards.panels.growth import frames
from dashboards.panels.weights import basis, changes_said, days_changed, unit
from dashboards.text import number, signed, t
from dashboards.view import View

SERIES = {
    "open_cases_end": "open_index",
    "workload_units_avg": "work_index",
    "available_fte_avg": "staff_index",
    "waiting_cases_end": "waiting_index",
}
_WAITING = ("waiting_cases_end", "waiting_index")


def no_cases(view: View) -> Panel:
    """What is said where no cases were delivered."""
    return not_delivered("growth_no_cases", t("growth.no_cases"))


def since_month(view: View) -> Panel:
    """The four lines since the first month, with the events of the policy."""
    rows = indexed(view)
    pair = frames.of_month(rows, view)
    if frames.is_one_month(view):
        return nothing("growth_index", t("growth.one_month"))
    if pair is None:
        return nothing("growth_index", t("growth.no_base", **frames.pair_words(view)))
    first = rows["month_start_on"][0]
    happened = events.happened(view, first)
    names = {index: t(f"growth.line_{index}") for index in SERIES.values() if rows[index].drop_nulls().len()}
    return Panel(
        "growth_index",
        title=_title(*pair, view),
        subtitle=t("growth.index_subtitle", **frames.pair_words(view), basis=basis(view)),
        chart=index_lines(rows, names, view.look, happened),
        summary=t("growth.index_summary") + changes_said(days_changed(view, first), view),
        fold=events.fold(happened, view),
        table=Table(
            rows,
            _columns(names, view),
            missing=t("common.not_computable"),
            missing_in=few.cases_missing(rows, view, *_WAITING),
        ),
        notes=_notes(rows, view),
        marts=("fct_area_line_months", "fct_area_clearance_months"),
    )


def _notes(rows: pl.DataFrame, view: View) -> tuple[str, ...]:
    """Why a line is not there, or only in part."""
    staff = (t("growth.index_few", smallest=SMALLEST_SHOWN),) if rows[FEW_MARK].any() else ()
    if few.cases_missing(rows, view, "waiting_cases_end"):
        return (*staff, t("growth.index_few_cases", smallest=smallest_count(view.reader.scope.role)))
    return staff


def indexed(view: View) -> pl.DataFrame:
    """The months with each amount as a percentage of its own in the month compared with; null of nothing."""
    rows = frames.months(view)
    base = rows.filter(pl.col("month_start_on") == view.choice.from_month)
    if base.is_empty():
        return rows.with_columns(pl.lit(None, pl.Float64).alias(index) for index in SERIES.values())
    start = base.row(0, named=True)
    return rows.with_columns(
        (pl.col(amount) / start[amount] * 100 if start[amount] else pl.lit(None, pl.Float64)).alias(index)
        for amount, index in SERIES.items()
    )


def _title(earlier: dict, later: dict, view: View) -> str:
    """How open cases, work and staff grew, in per cent; what is not known is left out."""
    grown = {
        name: signed(later[index] - 100)
        for name, index in (("cases", "open_index"), ("work", "work_index"), ("staff", "staff_index"))
        if later[index] is not None
    }
    pair = frames.pair_words(view)
    if len(grown) == 3:
        return t("growth.index_title", **grown, **pair)
    before, now = (number(row["open_cases_end"]) for row in (earlier, later))
    return t("growth.index_title_cases", before=before, now=now, **pair)


def _columns(names: dict[str, str], view: View) -> dict[str, str]:
    headings = {
        "open_cases_end": t("growth.column_open"),
        "workload_units_avg": t("offices.column_work", unit=unit(view)),
        "available_fte_avg": t("offices.column_fte_available"),
        "waiting_cases_end": t("growth.column_waiting"),
    }
    columns = {"month_start_on": t("offices.column_month")}
    for amount, index in SERIES.items():
        if index in names:
            columns |= {amount: headings[amount], index: t(f"growth.column_{index}")}
    return columns
