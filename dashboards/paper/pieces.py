"""A panel on paper: the pieces that the screen draws, in its order, without what only a screen can do."""

import re
from html import escape

from dashboards.access import door
from dashboards.charts import palette
from dashboards.html_table import html_table
from dashboards.panel import Fold, Link, Panel, Table
from dashboards.panels.terms import quoting_html
from dashboards.screen import head_figures, source, tables
from dashboards.svg.figure import Drawing, svg_of
from dashboards.text import t
from dashboards.view import View

_WIDTH = 695  # pixels of a sheet between its margins
_SAID = re.compile(r">[^<>]*_[^<>]*<")  # words with an underscore, outside of any tag


def panel_html(panel: Panel, view: View, *, table: str = "", place: str = "") -> str:
    """The panel as a section; `table` is what stands in the place of its table, already HTML.

    `place` is the id of the section, the panel's name unless given.
    """
    # A heading never stands on another sheet than the chart that it is about.
    first = (
        _heading(panel, view),
        f'<p class="mw-lead">{panel.lead}</p>' if panel.lead else "",
        f'<p class="mw-state">{escape(panel.said)}</p>' if panel.said else "",
        _figures(panel),
        _summary(panel.intro),
        _chart(panel, view, place or panel.name) if panel.chart is not None else "",
    )
    pieces = (
        f'<div class="kept">{"".join(first)}</div>',
        _opened(panel.picture),
        _summary(panel.summary),
        _items(panel.items),
        _fold(panel.fold) if panel.fold else "",
        table,
        *(f'<p class="mw-quiet">{quoting_html(said, panel.quotes)}</p>' for said in panel.notes),
        *(map(_link, panel.links)),
        _sources(panel),
    )
    return f'<section class="panel" id="{escape(place or panel.name)}">{"".join(pieces)}</section>'


def table_html(panel: Panel, table: Table) -> str:
    """The rows of a table; no heading of it can be clicked, and long names of code may break."""
    drawn = html_table(
        table.rows,
        table.columns,
        tables.wording(table),
        caption=table.caption or panel.title,
        hidden=table.rows.get_column(door.HIDDEN_MARK, default=None),
        is_sortable=False,
    )
    return _SAID.sub(lambda found: found.group().replace("_", "_<wbr>"), drawn)


def is_drawn(panel: Panel) -> bool:
    """Whether its picture is a drawing; else it is words and numbers that can be read as they are."""
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


def _chart(panel: Panel, view: View, place: str) -> str:
    alternative = f"{panel.alternative} ({source.note(view)})"
    return svg_of(panel.chart, Drawing(place, palette.on_paper(), _WIDTH), alternative)


def _opened(picture: str) -> str:
    """What a reader of the screen opens is open on paper."""
    return picture.replace("<details>", "<details open>")


def _summary(said: str) -> str:
    return f'<p class="mw-summary">{escape(said)}</p>' if said else ""


def _items(items: tuple[str, ...], *, kind: str = "ul") -> str:
    rows = "".join(f"<li>{escape(said).replace(chr(10), '<br>')}</li>" for said in items)
    return f"<{kind}>{rows}</{kind}>" if rows else ""


def _fold(fold: Fold) -> str:
    items = _items(fold.items, kind="ol" if fold.is_numbered else "ul")
    return f'<div class="fold"><h3>{escape(fold.title)}</h3>{items}</div>'


def _link(link: Link) -> str:
    """The sentence of a link; where it leads is the name of a page."""
    if not link.sentence:
        return ""
    return f'<p class="mw-summary">{escape(link.sentence)} (→ {escape(t(f"app.{link.page}"))})</p>'


def _sources(panel: Panel) -> str:
    if not panel.marts:
        return ""
    return f'<p class="from">{escape(t("paper.from", marts=", ".join(panel.marts)))}</p>'
