"""Pressure and cover: where does pressure on officers last, and which cases need somebody?"""

from dashboards.components import explained, filters, page, states
from dashboards.sections.pressure import caseload, cover, figures, lasting, tables
from dashboards.text import t

FILTERS = ("region", "office", "grade", "threshold_set", "weight_scheme", "period")
EXPLAINED = {
    "fct_office_overload_months": ["officers_with_capacity", "officers_over_4_weeks"],
    "dim_thresholds": ["threshold"],
    "fct_open_cases": ["needs_cover", "days_uncovered", "findings", "days_past_expected_end"],
}
OFFICERS = (
    figures.head_figures,
    lasting.over_by_group,
    lasting.over_months,
    caseload.beside,
    tables.by_office_and_grade,
)


@states.living_fragment
def show(status: dict) -> None:
    """Filters, then officers, then cases; only this part runs again when a filter changes."""
    if not status["has_cases"]:
        page.status_line(status)
        states.not_delivered(t("pressure.no_cases"))
        return
    chosen = filters.bar(status, *filters.worth_drawing(*FILTERS))
    if not status["has_contracts"]:
        states.not_delivered(t("pressure.no_capacity"))
    for part in (*(OFFICERS if status["has_contracts"] else ()), cover.cases):
        with states.guarded(f"pressure {part.__name__}"):
            part(status, chosen)
    explained.how_computed("pressure", chosen.weight_scheme, **EXPLAINED)


_status = page.opening("pressure")
if _status:
    show(_status)
