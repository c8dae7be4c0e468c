"""Outlook: what is already booked for the coming weeks, and what does it leave open?"""

from dashboards.components import explained, filters, page, states
from dashboards.sections.outlook import asked, booked, changes, figures, impact, month, officer, side_by_side
from dashboards.text import t

FILTERS = ("region", "office", "service_line", "weight_scheme", "horizon")
EXPLAINED = {
    "fct_office_line_outlook_weeks": ["days", "workload_units_avg", "capacity_units_avg", "workload_pct"],
    "fct_office_outlook_work_weeks": ["active_cases_avg", "tasks_open_avg"],
    "fct_open_cases": ["expected_end_on", "days_past_expected_end"],
    "fct_open_case_outlook": ["weight_units"],
}
OFFICE_PARTS = (
    figures.head_figures,
    booked.booked_load,
    booked.booked_units,
    changes.what_changes,
    side_by_side.every_office,
)
OFFICER_PARTS = (
    month.last_month,
    officer.weeks_ahead,
    officer.own_cases,
    impact.what_if,
)


@states.living_fragment
def show(status: dict) -> None:
    """Filters, charts and tables of all offices, one office, or one officer of it."""
    if not status["has_cases"]:
        page.status_line(status)
        states.not_delivered(t("outlook.no_cases"))
        return
    chosen = filters.bar(status, *FILTERS, service_line="offender_supervision")
    person = officer.choose_officer(chosen)
    if not (person or asked.is_anything(chosen)):
        states.nothing_found()
        return
    booked.no_forecast(status, chosen)
    for part in OFFICER_PARTS if person else OFFICE_PARTS:
        with states.guarded(f"outlook {part.__name__}"):
            part(status, chosen, *([person] if person else []))
    explained.how_computed("outlook", chosen.weight_scheme, **EXPLAINED)


_status = page.opening("outlook")
if _status:
    show(_status)
