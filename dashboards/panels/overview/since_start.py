"""The whole service since the first month: workload, work and capacity, staff, open and waiting cases."""

import polars as pl

from dashboards.access.door import SMALLEST_SHOWN
from dashboards.access.few_people import FEW_MARK
from dashboards.charts.backlog_readings import partial_months
from dashboards.panel import Panel, Table
from dashboards.panels import events
from dashboards.panels.overview import comparing, frames, years
from dashboards.panels.overview.cases import grew
from dashboards.panels.weights import basis, changes_said, days_changed, unit
from dashboards.text import month, number, percentage, t
from dashboards.view import View


def since_start(view: View) -> Panel | None:
    """Five small series on one clock, with the events of policy; the first year beside the last."""
    line = frames.first_line(view)
    rows = frames.months_since_start(view, line["id"])
    compared = months_compared(rows, view)
    if compared is None:
        return None
    first = rows["month_start_on"][0]
    happened = events.happened(view, first)
    marked = days_changed(view, first)
    return Panel(
        "overview_since_start",
        title=_title(*compared),
        subtitle=_subtitle(rows, compared, line, view),
        picture=years.drawn(rows, compared, happened, view),
        summary=_summary(*compared) + changes_said(marked, view),
        fold=events.fold(happened, view),
        table=Table(rows, _columns(rows, view), missing=t("common.not_computable")),
        notes=(t("overview.since_few", smallest=SMALLEST_SHOWN),) if rows[FEW_MARK].any() else (),
        marts=("fct_area_line_months", "fct_area_clearance_months"),
    )


def months_compared(rows: pl.DataFrame, view: View) -> tuple[dict, dict] | None:
    """The same month of the first year that has it, so that seasons cancel, and the last whole month.

    The first is the first month of all where no year has that month twice. None without two whole months.
    """
    whole = rows.filter(~partial_months(rows, view.status.as_of))
    if whole.height < 2:
        return None
    latest = whole.row(-1, named=True)
    alike = whole.filter(pl.col("month_start_on").dt.month() == latest["month_start_on"].month)
    return (alike if alike.height > 1 else whole).row(0, named=True), latest


def _title(earlier: dict, latest: dict) -> str:
    period = {"earlier": month(earlier["month_start_on"]), "latest": month(latest["month_start_on"])}
    growths = (_growth(earlier, latest, f"{name}_units_avg") for name in ("workload", "capacity"))
    work, capacity = growths
    if work is not None and capacity is not None:
        period |= {"work": grew("work", work), "capacity": grew("capacity", capacity)}
        before, now = (percentage(row["workload_pct"]) for row in (earlier, latest))
        if before == now:
            return t("overview.since_title_stayed", now=now, **period)
        return t("overview.since_title", before=before, now=now, **period)
    before, now = (number(row["open_cases_end"]) for row in (earlier, latest))
    if before == now:
        return t("overview.since_title_cases_stayed", now=now, **period)
    return t("overview.since_title_cases", before=before, now=now, **period)


def _growth(earlier: dict, latest: dict, column: str) -> float | None:
    return comparing.growth_pct(latest[column], earlier[column])


def _subtitle(rows: pl.DataFrame, compared: tuple[dict, dict], line: dict, view: View) -> str:
    months = [row["month_start_on"] for row in compared]
    is_same_month = months[0].month == months[1].month
    return t(
        "overview.since_subtitle",
        line=frames.line_words(view, line),
        area=view.choice.label("among"),
        first=month(rows["month_start_on"][0]),
        last=month(rows["month_start_on"][-1]),
        basis=basis(view),
        rule=t(f"overview.since_rule{'' if is_same_month else '_first'}"),
    )


def _summary(earlier: dict, latest: dict) -> str:
    """How staff, open and waiting cases went between the two months; what is not known is left out."""
    told = (
        ("staff", "available_fte_avg"),
        ("open", "open_cases_end"),
        ("waiting", "waiting_cases_end"),
    )
    said = [
        _went(name, number(earlier[column]), number(latest[column]))
        for name, column in told
        if earlier[column] is not None and latest[column] is not None
    ]
    return " ".join([*said, t("overview.since_own_scales")])


def _went(name: str, before: str, now: str) -> str:
    """From what to what, or that it stayed what it was."""
    return t(f"overview.since_{name}_{'stayed' if before == now else 'went'}", before=before, now=now)


def _columns(rows: pl.DataFrame, view: View) -> dict[str, str]:
    """Every series that is known at all, under its heading."""
    in_units = unit(view)
    columns = {
        "month_start_on": t("offices.column_month"),
        "workload_pct": t("offices.column_pct"),
        "workload_units_avg": t("offices.column_work", unit=in_units),
        "capacity_units_avg": t("offices.column_capacity", unit=in_units),
        "available_fte_avg": t("offices.column_fte_available"),
        "contract_fte_avg": t("offices.column_fte_contract"),
        "open_cases_end": t("overview.since_column_open"),
        "waiting_cases_end": t("overview.since_column_waiting"),
    }
    return {name: heading for name, heading in columns.items() if rows[name].null_count() < rows.height}
