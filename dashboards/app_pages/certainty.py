"""How sure: what a percentage rests on, and how far it could lie elsewhere."""

from dashboards.components import explained, filters, page, states
from dashboards.sections.certainty import asked, findings, spread, weights
from dashboards.text import t

FILTERS = ("region", "office", "service_line", "weight_scheme")
EXPLAINED = {
    "fct_office_sensitivity": ["error_pct", "workload_pct", "workload_lower_pct", "workload_upper_pct"],
    "fct_office_weight_bases": ["basis", "oldest_valid_from"],
    "fct_office_finding_effects": ["finding", "figure", "concerned_cases"],
    "fct_office_weight_changes": ["workload_before_pct", "workload_after_pct"],
}
PARTS = (
    spread.head_figures,
    spread.every_scheme,
    spread.weights_off,
    spread.one_type_off,
    weights.what_weights_rest_on,
    findings.open_findings,
    weights.changes_of_weights,
)


@states.living_fragment
def show(status: dict) -> None:
    """Filters, bands and tables; only this part runs again when a filter changes."""
    if not status["has_cases"]:
        page.status_line(status)
        states.not_delivered(t("certainty.no_cases"))
        return
    chosen = filters.bar(status, *FILTERS, service_line="offender_supervision")
    if not asked.is_anything(chosen):
        states.nothing_found()
        return
    for part in PARTS:
        with states.guarded(f"certainty {part.__name__}"):
            part(status, chosen)
    explained.how_computed("certainty", chosen.weight_scheme, **EXPLAINED)


_status = page.opening("certainty")
if _status:
    show(_status)
