"""My team: what each of my people carries, which cases need a look, and down to one officer and one case."""

from dashboards.page import MoreFilters, Page
from dashboards.panels.my_team import case, cases, crumbs, frames, people
from dashboards.panels.my_team.answers import OBJECTIONS
from dashboards.panels.my_team.notebook import ACTIONS, NOTES
from dashboards.panels.outlook import month, officer
from dashboards.screen.page import show

PAGE = Page(
    "my_team",
    filters=("team_office", "weight_scheme"),
    parts=(
        MoreFilters(("officer",)),
        people.what_it_is_not,
        # of the team
        people.partly_unweighed,
        cases.head_figures,
        people.people,
        cases.cover,
        cases.waiting,
        cases.ending,
        cases.started,
        OBJECTIONS,
        NOTES,
        ACTIONS,
        # of one officer
        month.last_month,
        officer.weeks_ahead,
        officer.own_cases,
        MoreFilters(("team_case",)),
        case.one_case,
    ),
    is_empty=frames.is_empty,
    without_cases=(cases.no_cases,),
    crumbs=crumbs.crumbs,
)

if __name__ == "__main__":
    show(PAGE)
