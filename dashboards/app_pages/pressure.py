"""Pressure and cover: where does pressure on officers last, and which cases need somebody?"""

from dashboards.page import MoreFilters, Page, Parts
from dashboards.panels.pressure import caseload, cover, cover_lists, frames, head_figures, lasting, tables
from dashboards.screen.page import show
from dashboards.view import View

OFFICERS = (
    head_figures.partly_unweighed,
    head_figures.head_figures,
    lasting.over_by_group,
    lasting.over_months,
    caseload.beside,
    tables.by_part_and_grade,
)
CASES = (
    MoreFilters(("cases_line",), "pressure.cases_heading"),
    cover.counts,
    cover.cover_by_part,
    MoreFilters(("case_list",)),
    cover_lists.listed_cases,
)


def parts(view: View) -> Parts:
    """Officers, where their capacity and their work are known, then cases."""
    if not view.status.has_contracts:
        officers = (head_figures.no_capacity,)
    else:
        officers = (head_figures.no_work_known,) if frames.is_unweighed(view) else OFFICERS
    return (*officers, *CASES)


PAGE = Page(
    "pressure",
    filters=("region", "office", "grade", "threshold_set", "weight_scheme", "period"),
    parts=parts,
    without_cases=(head_figures.no_cases,),
)

if __name__ == "__main__":
    show(PAGE)
