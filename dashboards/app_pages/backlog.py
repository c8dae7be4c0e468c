"""Backlog: which cases wait for an officer, where, for how long, and does the list shrink?"""

from dashboards.components import explained, filters, page, states
from dashboards.sections.backlog import asked, figures, in_and_out, tables, waiting
from dashboards.text import t

FILTERS = ("region", "office", "service_line", "work_type", "weight_scheme", "period")
EXPLAINED = {
    "fct_backlog_weeks": ["waiting_cases", "uncovered_cases", "wait_days_p50", "wait_days_p90"],
    "fct_case_flow_months": ["received_cases", "started_cases", "ended_cases"],
    "fct_open_cases": ["state", "days_waiting", "days_uncovered"],
}
PARTS = (
    figures.head_figures,
    waiting.office_matrix,
    waiting.over_weeks,
    in_and_out.flow,
    waiting.ages,
    tables.oldest_cases,
    tables.by_office_and_kind,
)


@states.living_fragment
def show(status: dict) -> None:
    """Filters, figures, charts and tables; only this part runs again when a filter changes."""
    if not status["has_cases"]:
        page.status_line(status)
        states.not_delivered(t("backlog.no_cases"))
        return
    chosen = filters.bar(status, *FILTERS, service_line="offender_supervision")
    if not status["has_assignments"]:
        states.not_delivered(t("backlog.no_assignments"))
    if not asked.is_anything(chosen):
        states.nothing_found()
        return
    for part in PARTS:
        with states.guarded(f"backlog {part.__name__}"):
            part(status, chosen)
    explained.how_computed("backlog", chosen.weight_scheme, **EXPLAINED)


_status = page.opening("backlog")
if _status:
    show(_status)
