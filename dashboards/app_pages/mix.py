"""Case mix: what cases are carried, and how, and how long after opening, do cases end?"""

from dashboards.choice import USUAL_LINE
from dashboards.page import Page
from dashboards.panels.mix import carried, endings, risk_moves
from dashboards.screen.page import show

PAGE = Page(
    "mix",
    filters=("region", "office", "service_line"),
    defaults={"service_line": USUAL_LINE},
    parts=(
        carried.none_carried,
        carried.by_kind,
        carried.by_risk,
        risk_moves.moved,
        carried.by_phase,
        carried.by_sex,
        endings.by_reason,
        endings.durations,
    ),
    without_cases=(carried.no_cases,),
)

if __name__ == "__main__":
    show(PAGE)
