"""What the brief is made of: panels of Funding in the order of the page, and where page two begins."""

from dataclasses import dataclass

from dashboards.page import MakesPanels, panels_for
from dashboards.panel import Panel
from dashboards.panels import unweighed
from dashboards.panels.funding import evidence, need, rules, turning
from dashboards.text import t
from dashboards.view import View

# So many rows of offices fit on either page; with more, most of them are one row.
MOST_ROWS = 15


def _needs(view: View) -> Panel | None:
    return need.every_part(view, MOST_ROWS)


def _rules(view: View) -> Panel | None:
    return rules.every_part(view, MOST_ROWS)


_PARTS = (
    unweighed.said_of_some,
    need.conclusion,
    need.every_part,
    need.every_line,
    turning.every_assumption,
    rules.every_part,
    rules.every_kind,
    evidence.cards,
)
# With every office side by side they fill both pages; kinds are then in the workbook alone.
_FIRST_OF_ALL = (unweighed.said_of_some, need.conclusion, _needs, need.every_line)
_SECOND_OF_ALL = (turning.every_assumption, _rules, evidence.cards)
_FIRST_OF_ONE = (unweighed.said_of_some, need.conclusion, need.every_line, turning.every_assumption)
_SECOND_OF_ONE = (rules.every_kind, evidence.cards)


@dataclass(frozen=True)
class Sheets:
    """The panels of either page, as they are on the screen."""

    first: tuple[Panel, ...]
    second: tuple[Panel, ...]


def sheets(view: View) -> Sheets:
    """Both pages of a view; without cases the first says so, and nothing else is there."""
    if not view.status.has_cases:
        return Sheets((need.no_cases(view),), ())
    if view.choice.office:
        return Sheets(_made(_FIRST_OF_ONE, view), _made(_SECOND_OF_ONE, view))
    return Sheets(_made(_FIRST_OF_ALL, view), _made(_SECOND_OF_ALL, view))


def every_panel(view: View) -> tuple[Panel, ...]:
    """All panels of the page, for the workbook."""
    return _made(_PARTS, view) if view.status.has_cases else (need.no_cases(view),)


def title(view: View) -> str:
    """What the brief is called."""
    return t("funding.brief_title", office=view.choice.label("office"))


def _made(parts: tuple[MakesPanels, ...], view: View) -> tuple[Panel, ...]:
    return tuple(panel for part in parts for panel in panels_for(part, view))
