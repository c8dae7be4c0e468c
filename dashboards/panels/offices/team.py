"""From one office to the people who work there, for whoever may see them."""

from dashboards.filters.areas import own_offices
from dashboards.panel import Link, Panel
from dashboards.text import t
from dashboards.view import View


def to_its_team(view: View) -> Panel | None:
    """The way to the page of the team; none where the office is not the reader's own."""
    office = view.choice.office
    if office not in own_offices(view.reader):
        return None
    return Panel("offices_team", links=(Link("my_team", t("offices.team"), {"team_office": office or ""}),))
