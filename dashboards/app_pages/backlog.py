"""Backlog: which cases wait for an officer, where, for how long, and does the list shrink?"""

from dashboards.choice import USUAL_LINE
from dashboards.page import Page
from dashboards.panels.backlog import frames, head_figures, in_and_out, tables, waiting
from dashboards.screen.page import show

PAGE = Page(
    "backlog",
    filters=("region", "office", "service_line", "work_type", "weight_scheme", "comparison", "period"),
    defaults={"service_line": USUAL_LINE},
    parts=(
        head_figures.no_assignments,
        head_figures.head_figures,
        head_figures.to_close,
        waiting.office_matrix,
        waiting.over_weeks,
        in_and_out.flow,
        waiting.ages,
        tables.oldest_cases,
        tables.by_office_and_kind,
    ),
    is_empty=frames.is_empty,
    without_cases=(head_figures.no_cases,),
)

if __name__ == "__main__":
    show(PAGE)
