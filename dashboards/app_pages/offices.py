"""Offices: how heavy is the work in each office, since when, and how sure is that?"""

from dashboards.components import explained, filters, page, states
from dashboards.components.filters import Chosen
from dashboards.sections.offices import asked, every_office, figures, one_office, published, table

FILTERS = ("region", "office", "service_line", "weight_scheme", "weights", "time_window", "period")
EXPLAINED = {
    "fct_office_line_months": ["workload_units_avg", "capacity_units_avg", "workload_pct"],
    "fct_office_line_windows": ["time_window", "waiting_units_avg", "uncovered_units_avg"],
}


def parts(status: dict, chosen: Chosen) -> tuple:
    """What the page shows: one office when one is chosen, else all of them."""
    if not status["has_contracts"]:
        return (
            every_office.capacity_note,
            one_office.kinds_of_work if chosen.office else every_office.units_panels,
        )
    if chosen.office:
        return (
            one_office.balance_trend,
            one_office.work_and_capacity,
            one_office.kinds_of_work,
            one_office.every_scheme,
        )
    return (every_office.balance_panels, every_office.balance_heat, every_office.scheme_ranges)


@states.living_fragment
def show(status: dict) -> None:
    """Filters, figures, charts and the table; only this part runs again when a filter changes."""
    if not status["has_cases"]:
        page.status_line(status)
        with states.guarded("offices published"):
            published.series(status)
        return
    chosen = filters.bar(status, *FILTERS, service_line="offender_supervision")
    if asked.months_asked(chosen).is_empty():
        states.nothing_found()
        return
    for part in (figures.head_figures, *parts(status, chosen), table.all_offices):
        with states.guarded(f"offices {part.__name__}"):
            part(status, chosen)
    explained.how_computed("offices", chosen.weight_scheme, **EXPLAINED)


_status = page.opening("offices")
if _status:
    show(_status)
