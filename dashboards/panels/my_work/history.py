"""The work of one officer over time, by month or week, beside a full-time post."""

import polars as pl

from dashboards.access.one_person import shows_past as is_for
from dashboards.charts import ahead
from dashboards.panel import Panel, Table, not_delivered, not_shown, nothing
from dashboards.panels.outlook.frames import of_an_officer
from dashboards.panels.outlook.person import filters_said, full_time_units, is_unweighed
from dashboards.panels.parts import words
from dashboards.panels.weights import basis, changes_said, days_changed, unit
from dashboards.queries import my_work as questions
from dashboards.text import day, month, number, t
from dashboards.view import View


@of_an_officer
def over_time(view: View) -> Panel:
    """Means per day since the first month or week with a case, zeros where nothing was carried.

    For the officer alone: where the work is gone for months, others would read an absence.
    """
    if not is_for(view.reader.scope):
        return not_shown("my_work_history", t("my_work.history_of_officer"))
    if is_unweighed(view):
        return not_delivered("my_work_history", t("offices.unweighed"))
    grain = view.choice.values["own_grain"]
    rows = questions.history(view.reader, view.choice).filter(grain=grain)
    if rows.is_empty():
        return nothing("my_work_history", t("my_work.no_history"))
    drawn = rows.select(
        first_day_on="period_start_on", is_booked=pl.lit(False), workload_units_avg="workload_units"
    )
    inside = words("outlook", "workload", "today") | words("officer", "level") | {"unit": unit(view)}
    first = rows["period_start_on"][0]
    return Panel(
        "my_work_history",
        title=_title(rows, grain, view),
        subtitle=t(f"my_work.history_subtitle_{grain}", unit=unit(view), basis=basis(view)),
        chart=ahead.booked_units(drawn, view.look, inside, full_time_units(view)),
        summary=t("my_work.history_summary") + changes_said(days_changed(view, first), view),
        table=Table(
            rows.rename({"active_cases": "active_cases_avg", "workload_units": "workload_units_avg"}),
            {
                "period_start_on": t(f"my_work.column_{grain}"),
                "active_cases_avg": t("my_work.column_cases"),
                "workload_units_avg": t("offices.column_work", unit=unit(view)),
            },
            filters=filters_said(view),
        ),
        marts=("fct_officer_periods",),
    )


def _title(rows: pl.DataFrame, grain: str, view: View) -> str:
    """The first, the highest and the last period, in units."""
    when = month if grain == "month" else day
    top = rows.sort("workload_units", descending=True).row(0, named=True)
    return t(
        f"my_work.history_title_{grain}",
        officer=view.choice.officer,
        first=when(rows["period_start_on"][0]),
        high=number(top["workload_units"]),
        high_on=when(top["period_start_on"]),
        last=number(rows["workload_units"][-1]),
        last_on=when(rows["period_start_on"][-1]),
        unit=unit(view),
    )
