"""From one officer of the team to all that the page My work says of them."""

from dashboards.panel import Link, Panel
from dashboards.text import t
from dashboards.view import View


def to_own_page(view: View) -> Panel | None:
    """The way to the officer's own page, by an address that says the office alone; none of a team."""
    office, officer = view.choice.office, view.choice.officer
    if office is None or officer is None:
        return None
    link = Link("my_work", t("my_team.own_page"), {"own_office": office}, told={"own_officer": officer})
    return Panel("my_team_own_page", links=(link,))
