"""Head figures of the Outlook: the load now, in a quarter and in a year, and the staff."""

from dashboards.charts import ahead_readings
from dashboards.panel import HeadFigure, Panel
from dashboards.panels.outlook import frames
from dashboards.panels.weights import basis
from dashboards.text import day, number, percentage, t
from dashboards.view import View


@frames.of_weighed_offices
def head_figures(view: View) -> Panel | None:
    """Four figures of the area chosen; none without capacity, which the first chart then says."""
    weeks = frames.weeks(view)
    quarter, year = view.status.quarter_weeks, view.status.year_weeks
    soon, late = (ahead_readings.ahead_reading(weeks, horizon) for horizon in (quarter, year))
    if soon["workload_pct_now"] is None:
        return None
    return Panel(
        "outlook_head",
        head_figures=(
            _now(soon, view),
            _booked(quarter, soon),
            _booked(year, late),
            _staff(soon, view),
        ),
        marts=("fct_area_line_weeks", "fct_area_line_outlook_weeks"),
        explains=("available_fte_avg",),
    )


def _now(soon: dict, view: View) -> HeadFigure:
    return HeadFigure(
        t("outlook.figure_now"),
        percentage(soon["workload_pct_now"]),
        unit=t("outlook.of_capacity"),
        note=t("outlook.figure_now_note", line=view.choice.label("service_line"), basis=basis(view)),
    )


def _booked(weeks: int, read: dict) -> HeadFigure:
    """What is booked for the week so far ahead."""
    is_known = read["workload_pct_then"] is not None
    return HeadFigure(
        t("outlook.figure_booked", weeks=weeks),
        percentage(read["workload_pct_then"]) if is_known else t("common.not_computable"),
        unit=t("outlook.of_capacity") if is_known else "",
        note=t("outlook.figure_week", day=day(read["then_on"])),
        state="" if is_known else "missing",
    )


def _staff(read: dict, view: View) -> HeadFigure:
    """Staff available now, and as booked a quarter on."""
    then = number(read["available_fte_avg_then"], 1)
    line, weeks = view.choice.label("service_line"), view.status.quarter_weeks
    return HeadFigure(
        t("outlook.figure_staff"),
        number(read["available_fte_avg_now"], 1),
        unit=t("overview.fte"),
        note=t("outlook.figure_staff_note", line=line, fte=then, weeks=weeks),
    )
