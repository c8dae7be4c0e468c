"""The brief as one HTML file that needs nothing else: for the screen, for paper, and for what prints it."""

from datetime import datetime
from html import escape

from dashboards.brief.contents import Sheets, sheets, title
from dashboards.brief.pieces import panel_html
from dashboards.brief.styles import STYLES
from dashboards.panel import Panel
from dashboards.panels.funding import evidence
from dashboards.panels.terms import terms_html, terms_of
from dashboards.paper.document import document_html, foot, header_html
from dashboards.screen.explained import weights_html
from dashboards.text import t
from dashboards.view import View

_SELF_EVIDENT = ("assumption_name", "claim", "part_name", "line_name", "kind_name", "scheme_label")


def brief_html(view: View, now: datetime) -> str:
    """The whole document in the language that is spoken; `now` is UTC without a zone."""
    found = sheets(view)
    header = header_html(title(view), t("funding.question"), view, now)
    body = (
        f'<main><section class="sheet">{header}{_panels(found.first, view)}'
        f"{_method(found, view)}</section>"
        f'<section class="sheet">{_panels(found.second, view)}</section></main>'
    )
    return document_html(title(view), STYLES + foot([title(view)], view), body)


def _panels(panels: tuple[Panel, ...], view: View) -> str:
    return "".join(panel_html(panel, view) for panel in panels)


def _method(found: Sheets, view: View) -> str:
    """How it is computed, what it does not say, what its columns mean, and what the weights rest on."""
    terms = [term for panel in (*found.first, *found.second) for term in terms_of(panel, view)]
    # One entry per meaning, the first: columns of studies say what they are, and so do names.
    meant = {term.said: term for term in terms[::-1] if term.heading and term.name not in _SELF_EVIDENT}
    own = [term for term in list(meant.values())[::-1] if term.name not in evidence.FIELDS]
    return (
        f'<section class="method"><h2>{escape(t("common.how_computed"))}</h2>'
        f"<p>{escape(t('funding.description'))}</p><p>{escape(t('funding.not_said'))}</p>"
        f"{weights_html(view)}{terms_html(own)}</section>"
    )
