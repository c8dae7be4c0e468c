"""The brief as one HTML file that needs nothing else: for the screen, for paper, and for what prints it."""

from datetime import datetime
from html import escape

from dashboards import known_until
from dashboards.brief.contents import Sheets, sheets, title
from dashboards.brief.pieces import panel_html
from dashboards.brief.styles import COLOURS, STYLES
from dashboards.panel import Panel
from dashboards.panels.funding import evidence
from dashboards.panels.terms import terms_html, terms_of
from dashboards.screen.explained import weights_html
from dashboards.screen.status_line import status_html
from dashboards.text import day, language, t
from dashboards.view import View

_SELF_EVIDENT = ("assumption_name", "claim", "part_name", "line_name", "kind_name", "scheme_label")


def brief_html(view: View, now: datetime) -> str:
    """The whole document in the language that is spoken; `now` is UTC without a zone."""
    found = sheets(view)
    body = (
        f'<main><section class="sheet">{_header(view, now)}{_panels(found.first, view)}'
        f"{_method(found, view)}</section>"
        f'<section class="sheet">{_panels(found.second, view)}</section></main>'
    )
    head = (
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title(view))}</title><style>{STYLES}{_running(view)}</style>"
    )
    return _painted(f'<!doctype html><html lang="{language()}"><head>{head}</head><body>{body}</body></html>')


def _header(view: View, now: datetime) -> str:
    stopped = known_until.said(view)
    behind = f'<p class="mw-quiet">{escape(stopped)}</p>' if stopped else ""
    return (
        f"<header><h1>{escape(title(view))}</h1>"
        f'<p class="mw-question">{escape(t("funding.question"))}</p>{status_html(view, now)}{behind}</header>'
    )


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


def _running(view: View) -> str:
    """What stands at the foot of every page: of which data, and that they are synthetic where so."""
    status = view.status
    words = [title(view), day(status.as_of), t("common.of_build", build=status.build_id), view.synthetic]
    said = " · ".join(word for word in words if word)
    quoted = said.replace("\\", "").replace('"', "”").replace("<", "‹")
    return f'@page{{@bottom-left{{content:"{quoted}"}}}}'


def _painted(document: str) -> str:
    """With every colour in place of its name: what prints may not know names inside of pictures."""
    for name, colour in COLOURS.items():
        document = document.replace(f"var(--{name})", colour)
    return document
