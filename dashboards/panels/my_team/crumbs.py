"""From the service down to one case: where the reader stands on My team, and the ways back."""

from dashboards.page import Crumb
from dashboards.text import t
from dashboards.view import View


def crumbs(view: View) -> tuple[Crumb, ...]:
    """Service, office, team, and where they are looked at the officer and the case.

    The address of a way back names an office at most; whoever is looked at is known to the session alone.
    """
    office, officer, case = view.choice.office, view.choice.officer, view.choice.of("team_case")
    if office is None:
        return ()
    found = [
        Crumb(t("my_team.crumb_service"), "overview"),
        Crumb(t("app.offices"), "offices"),
        Crumb(view.choice.label("office"), "offices", {"office": office}),
        Crumb(t("my_team.title"), leaves=("officer", "team_case")),
    ]
    if officer is not None:
        found.append(Crumb(officer, leaves=("team_case",)))
    if officer is not None and case is not None:
        found.append(Crumb(case))
    return tuple(found)
