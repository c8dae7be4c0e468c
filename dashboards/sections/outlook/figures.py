"""Head figures of the Outlook: the load now, what is booked in 13 and 52 weeks, and the staff available."""

from dashboards.charts import ahead_readings
from dashboards.components import figures
from dashboards.components.figures import Figure
from dashboards.components.filters import Chosen
from dashboards.sections import basis
from dashboards.sections.outlook.asked import weeks_asked
from dashboards.text import day, number, percentage, t


def head_figures(status: dict, chosen: Chosen) -> None:
    """Four figures of the place chosen; none without capacity, which the first chart then says."""
    weeks = weeks_asked(chosen)
    soon, late = (ahead_readings.ahead_reading(weeks, horizon) for horizon in (13, 52))
    if soon["workload_pct_now"] is None:
        return
    line = chosen.label("service_line")
    now = Figure(
        t("outlook.figure_now"),
        percentage(soon["workload_pct_now"]),
        unit=t("outlook.of_capacity"),
        note=t("outlook.figure_now_note", line=line, basis=basis(chosen.weight_scheme)),
    )
    figures.row([now, _booked("13", soon), _booked("52", late), _staff(soon, line)])


def _booked(weeks: str, read: dict) -> Figure:
    """What is booked for the week so far ahead."""
    known = read["workload_pct_then"] is not None
    return Figure(
        t(f"outlook.figure_{weeks}"),
        percentage(read["workload_pct_then"]) if known else t("common.not_computable"),
        unit=t("outlook.of_capacity") if known else "",
        note=t("outlook.figure_week", day=day(read["then_on"])),
        state="" if known else "missing",
    )


def _staff(read: dict, line: str) -> Figure:
    """Staff available now, and as booked 13 weeks on."""
    then = number(read["available_fte_avg_then"], 1)
    return Figure(
        t("outlook.figure_staff"),
        number(read["available_fte_avg_now"], 1),
        unit=t("overview.fte"),
        note=t("outlook.figure_staff_note", line=line, fte=then),
    )
