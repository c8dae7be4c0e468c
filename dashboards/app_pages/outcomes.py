"""Outcomes: how cases end, and what became of conditions, breaches, needs and referrals."""

from dashboards.choice import USUAL_LINE
from dashboards.page import Page
from dashboards.panels.outcomes import breaches, conditions, endings, figures, needs, referrals
from dashboards.screen.page import show

PAGE = Page(
    "outcomes",
    filters=("region", "office", "service_line"),
    defaults={"service_line": USUAL_LINE},
    parts=(
        endings.by_age,
        endings.by_kind,
        endings.due,
        conditions.by_kind,
        conditions.of_parts,
        breaches.followed,
        figures.of_others,
        needs.by_domain,
        referrals.by_domain,
    ),
    without_cases=(endings.no_cases, figures.of_others),
)

if __name__ == "__main__":
    show(PAGE)
