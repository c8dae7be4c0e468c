"""The last whole month of one officer, as docs/method.md redoes one by hand."""

from dashboards.panel import HeadFigure, Panel
from dashboards.panels.outlook.frames import of_an_officer
from dashboards.panels.outlook.person import is_unweighed, of_full_time_pct, period, periods
from dashboards.panels.weights import basis, unit
from dashboards.text import month, number, percentage, t
from dashboards.view import View

# Enough to compare with arithmetic by hand.
DIGITS = 2


@of_an_officer
def last_month(view: View) -> Panel | None:
    """Cases and work, means over the days of the month, and the work beside a full-time post."""
    person = period(periods(view), "month")
    if person is None:
        return None
    when = t("officer.month_note", month=month(person["period_start_on"]))
    return Panel(
        "outlook_month",
        head_figures=(
            HeadFigure(t("officer.month_cases"), number(person["active_cases"], DIGITS), note=when),
            _work_figure(person, when, view),
            _load_figure(_of_full_time(person, view), when),
        ),
        marts=("fct_person_periods",),
    )


def _work_figure(person: dict, when: str, view: View) -> HeadFigure:
    if is_unweighed(view):
        note = t("offices.figure_unweighed_note")
        return HeadFigure(t("officer.month_work"), t("common.not_computable"), note=note, state="missing")
    units = number(person["workload_units"], DIGITS)
    return HeadFigure(t("officer.month_work"), units, unit=unit(view), note=f"{when}; {basis(view)}")


def _of_full_time(person: dict, view: View) -> float | None:
    return None if is_unweighed(view) else of_full_time_pct(person["workload_units"], view)


def _load_figure(of_full_time: float | None, when: str) -> HeadFigure:
    title, note = t("officer.month_load"), t("officer.month_load_note", when=when)
    if of_full_time is None:
        return HeadFigure(title, t("common.not_computable"), note=note, state="missing")
    return HeadFigure(title, percentage(of_full_time, DIGITS), unit=t("officer.of_full_time"), note=note)
