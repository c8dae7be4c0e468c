"""An HTML file that needs nothing else: for the screen, for paper, and for what prints it."""

import re
from collections.abc import Sequence
from datetime import datetime
from html import escape

from dashboards import known_until
from dashboards.access.scope import Role
from dashboards.paper.styles import COLOURS
from dashboards.screen.status_line import status_html
from dashboards.text import day, language, t
from dashboards.view import View

# A colour for either ground, of which paper has the light one.
_EITHER = re.compile(r"light-dark\((rgba?\([^)]*\)|[^,()]+),(?:rgba?\([^)]*\)|[^,()]+)\)")


def document_html(title: str, styles: str, body: str) -> str:
    """The whole document in the language that is spoken; `body` is HTML."""
    head = (
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{styles}</style>"
    )
    return _painted(f'<!doctype html><html lang="{language()}"><head>{head}</head><body>{body}</body></html>')


def header_html(title: str, question: str, view: View, now: datetime) -> str:
    """What is seen, of which data, and which offices are not known up to the last day.

    `now` is UTC without a zone.
    """
    stopped = known_until.said(view)
    behind = f'<p class="mw-quiet">{escape(stopped)}</p>' if stopped else ""
    asked = f'<p class="mw-question">{escape(question)}</p>' if question else ""
    return f"<header><h1>{escape(title)}</h1>{asked}{status_html(view, now, made_for(view))}{behind}</header>"


def made_for(view: View) -> str:
    """Whose rights it was made with: a role, and of a head of which office; never who it was."""
    scope = view.reader.scope
    if scope.role is Role.WHOLE:
        return t("paper.made_with_all_rights")
    return t("paper.made_for", role=" ".join([t(f"roles.{scope.role}"), *scope.areas]))


def foot(words: Sequence[str], view: View, name: str = "") -> str:
    """What stands at the foot of every page: these words, of which data, and that they are synthetic.

    As a rule for pages, of those that are called `name` where it is given.
    """
    status = view.status
    more = [day(status.as_of), t("common.of_build", build=status.build_id), view.synthetic]
    said = " · ".join(word for word in [*words, *more] if word)
    quoted = " ".join(said.replace("\\", "").replace('"', "”").replace("<", "‹").split())
    return f'@page {name}{{@bottom-left{{content:"{quoted}"}}}}'


def _painted(document: str) -> str:
    """With every colour in place of its name: what prints may not know names inside of pictures."""
    for name, colour in COLOURS.items():
        document = document.replace(f"var(--{name})", colour)
    return _EITHER.sub(r"\1", document)
