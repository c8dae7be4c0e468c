"""Which pages are for which role: these are offered, in the order of the navigation, and no other opens."""

from collections.abc import Mapping, Sequence

from dashboards.access.scope import Role, Scope

_OF_EVERYBODY_WITH_FIGURES = frozenset(
    {
        "overview",
        "offices",
        "backlog",
        "pressure",
        "growth",
        "mix",
        "outcomes",
        "outlook",
        "forecast",
        "certainty",
        "about",
        "wellbeing",
        "feedback",
    }
)
_AHEAD = frozenset({"staff", "scenarios"})
# What a role comes for stands first, and is where its visit begins.
_FIRST: Mapping[Role, str] = {Role.OFFICER: "my_work"}
_PAGES: Mapping[Role, frozenset[str]] = {
    Role.OFFICER: _OF_EVERYBODY_WITH_FIGURES | {"my_work"},
    Role.OFFICE_HEAD: _OF_EVERYBODY_WITH_FIGURES | _AHEAD | {"my_work", "my_team"},
    Role.COORDINATOR: _OF_EVERYBODY_WITH_FIGURES | _AHEAD | {"funding"},
    Role.ANALYST: _OF_EVERYBODY_WITH_FIGURES | _AHEAD | {"funding"},
    # not those of small counts: who waits where, of which kind cases are, how they end, what groups say
    Role.POLICYMAKER: (_OF_EVERYBODY_WITH_FIGURES | _AHEAD | {"funding"})
    - {"overview", "backlog", "pressure", "mix", "outcomes", "wellbeing", "feedback"},
    Role.DATA_PROTECTION_OFFICER: frozenset({"about", "looked"}),
    Role.ADMINISTRATOR: frozenset({"about"}),
}


def is_offered(scope: Scope, page: str) -> bool:
    """Whether a page is for this reader."""
    return scope.role is Role.WHOLE or page in _PAGES[scope.role]


def offered(scope: Scope, pages: Sequence[str]) -> tuple[str, ...]:
    """Those of the pages that are for this reader, in their order; first the one that the role comes for."""
    own = (page for page in pages if is_offered(scope, page))
    return tuple(sorted(own, key=lambda page: page != _FIRST.get(scope.role)))
