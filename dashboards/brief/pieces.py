"""A panel on paper: the pieces that the screen draws, in its order, without what only a screen can do."""

from html import escape

from dashboards.html_table import html_table
from dashboards.panel import Panel, Table
from dashboards.panels.terms import quoting_html
from dashboards.screen import head_figures, tables
from dashboards.text import t
from dashboards.view import View

# Of a study what a decision needs; the rest is on the page and in the workbook.
_OF_A_STUDY = ("claim", "design", "country", "effect", "limits", "source")


def panel_html(panel: Panel, view: View) -> str:
    """The panel as a section; its table where it has no picture, and cards of studies as a table."""
    pieces = (
        _heading(panel, view),
        f'<p class="mw-state">{escape(panel.said)}</p>' if panel.said else "",
        _figures(panel),
        f'<p class="mw-summary">{escape(panel.intro)}</p>' if panel.intro else "",
        panel.picture if _is_drawn(panel) else "",
        f'<p class="mw-summary">{escape(panel.summary)}</p>' if panel.summary else "",
        "" if panel.table is None or _is_drawn(panel) else _table(panel.table, panel),
        *(f'<p class="mw-quiet">{quoting_html(said, panel.quotes)}</p>' for said in panel.notes),
        _sources(panel),
    )
    return f'<section class="panel" id="{panel.name}">{"".join(pieces)}</section>'


def _is_drawn(panel: Panel) -> bool:
    return "<svg" in panel.picture


def _heading(panel: Panel, view: View) -> str:
    if not panel.title:
        return ""
    synthetic = view.synthetic if panel.is_of_data else ""
    below = " · ".join(said for said in (panel.subtitle.removesuffix("."), synthetic) if said)
    return f'<h2>{escape(panel.title)}</h2><p class="mw-subtitle">{escape(below)}</p>'


def _figures(panel: Panel) -> str:
    if not panel.head_figures:
        return ""
    return f'<dl class="mw-figures">{"".join(map(head_figures.figure_html, panel.head_figures))}</dl>'


def _table(table: Table, panel: Panel) -> str:
    is_of_studies = "claim" in table.columns
    columns = {name: said for name, said in table.columns.items() if not is_of_studies or name in _OF_A_STUDY}
    drawn = html_table(
        table.rows,
        columns,
        tables.wording(table),
        caption=table.caption or panel.title,
        is_sortable=False,
    )
    return f'<div class="studies">{drawn}</div>' if is_of_studies else drawn


def _sources(panel: Panel) -> str:
    if not panel.marts:
        return ""
    return f'<p class="from">{escape(t("funding.brief_from", marts=", ".join(panel.marts)))}</p>'
