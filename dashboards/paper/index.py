"""The list of the reports of a pack: a row each, with the ways to its files."""

from collections.abc import Sequence
from datetime import datetime
from html import escape
from urllib.parse import quote

from dashboards.page import Page
from dashboards.paper.document import document_html, foot, header_html
from dashboards.paper.styles import REPORT
from dashboards.text import listed, t
from dashboards.view import View


def index_html(
    reports: Sequence[tuple[str, str, bool]], pages: Sequence[Page], view: View, now: datetime
) -> str:
    """A document that names every report: (words, name of its files, whether there is a PDF) each.

    In the language that is spoken; `now` is UTC without a zone.
    """
    title = t("paper.pack_index_title")
    said = t("paper.pack_index_said", pages=listed([t(f"{page.name}.title") for page in pages]))
    rows = "".join(_row(*one) for one in reports)
    body = (
        f'<main><article class="sheet">{header_html(title, said, view, now)}'
        f"<table><tbody>{rows}</tbody></table>"
        f'<p class="mw-quiet">{escape(t("paper.pack_index_not_said"))}</p></article></main>'
    )
    return document_html(title, REPORT + foot([title], view), body)


def _row(words: str, name: str, is_printed: bool) -> str:
    pdf = f'<a href="{quote(name)}.pdf">PDF</a>' if is_printed else ""
    html = f'<a href="{quote(name)}.html">{escape(words)}</a>'
    return f'<tr><th scope="row">{html}</th><td>{pdf}</td></tr>'
