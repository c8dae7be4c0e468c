"""A page as a report: its panels, how they are computed, and every row behind them, a page or several."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import escape

from dashboards.filters.all_filters import FILTERS
from dashboards.filters.filter import Context, Filter
from dashboards.filters.settling import settled_further
from dashboards.page import MoreFilters, Page, panels_for, steps
from dashboards.panel import Panel, Table
from dashboards.paper.document import document_html, foot, header_html
from dashboards.paper.pieces import is_drawn, panel_html, table_html
from dashboards.paper.styles import REPORT
from dashboards.screen.explained import explained_html
from dashboards.screen.filter_bar import is_untouched
from dashboards.text import number, t
from dashboards.view import View

Picks = Callable[[Filter, Context, str], str]
_MANY = 9  # columns of a table that is set smaller
_FEW, _LONG = 5, 60  # columns and rows of a table that is set in two columns of a sheet


def usual(_: Filter, __: Context, default: str) -> str:
    """What a filter chooses where nobody says anything."""
    return default


@dataclass(frozen=True)
class Chapter:
    """A page through its filters; `pick` chooses by those between its parts."""

    page: Page
    view: View
    pick: Picks = usual


@dataclass
class _Told:
    """What a chapter came to so far: its pieces, the panels drawn, and those whose table comes at the end."""

    name: str
    pieces: list[str] = field(default_factory=list)
    panels: list[Panel] = field(default_factory=list)
    tables: list[tuple[Panel, View]] = field(default_factory=list)


def report_html(title: str, chapters: Sequence[Chapter], now: datetime, opening: str = "") -> str:
    """A document of these chapters in the language that is spoken; `now` is UTC without a zone.

    `opening` is HTML above the first of them.
    """
    styles = [REPORT]
    sheets = []
    for chapter in chapters:
        name = chapter.page.name
        words = [title, t(f"{name}.title")] if len(chapters) > 1 else [title]
        styles.append(foot([*words, chapter.view.choice.said], chapter.view, name))
        styles.append(f".sheet.{name}{{page:{name}}}")
        body = opening + _chapter(chapter, now)
        sheets.append(f'<article class="sheet {name}" id="{name}">{body}</article>')
        opening = ""
    return document_html(title, "".join(styles), f"<main>{''.join(sheets)}</main>")


def contents_html(title: str, pages: Sequence[Page]) -> str:
    """What a report is called, and its chapters, each a way to it."""
    rows = "".join(f'<li><a href="#{page.name}">{escape(t(f"{page.name}.title"))}</a></li>' for page in pages)
    return (
        f'<div class="opening"><p class="mw-lead">{escape(title)}</p>'
        f'<nav aria-label="{escape(t("paper.contents"))}"><ol class="contents">{rows}</ol></nav></div>'
    )


def _chapter(chapter: Chapter, now: datetime) -> str:
    page, view = chapter.page, chapter.view
    told = _Told(page.name)
    for piece in _parts(chapter, told):
        told.pieces.append(piece)
    header = header_html(t(f"{page.name}.title"), t(f"{page.name}.question"), view, now)
    return f"{header}{''.join(told.pieces)}{_method(told, view)}{_tables(told)}"


def _parts(chapter: Chapter, told: _Told) -> Iterator[str]:
    """The pieces of every part in order, as the screen draws them."""
    page, view = chapter.page, chapter.view
    is_without_cases = page.without_cases is not None and not view.status.has_cases
    between: list[str] = []

    def ask(found: View, asked: MoreFilters) -> View:
        further = settled_further(found.reader, found.status, found.choice, asked.names, chapter.pick)
        between.append(_chosen(found.choosing(further), asked))
        return found.choosing(further)

    for position, (part, part_view) in enumerate(steps(page, view, ask)):
        yield from between
        between.clear()
        # Asked here, because a filter before the first part may fill what is empty without it.
        if position == 0 and not is_without_cases and page.leaves_nothing(part_view):
            sentence = "nothing_held" if is_untouched(page, part_view) else "nothing_found"
            yield f'<p class="mw-state">{escape(t(f"common.{sentence}"))}</p>'
            return
        for panel in panels_for(part, part_view):
            yield _panel(panel, part_view, told)


def _chosen(view: View, asked: MoreFilters) -> str:
    """What filters between the parts are set to, under their heading.

    What the address may not hold, such as an officer, is not said.
    """
    context = Context(view.reader, view.status, view.choice.values)
    filters = [FILTERS[name] for name in asked.names if FILTERS[name].address]
    said = [
        f"{one.label}: {one.words(context, view.choice.values[one.name])}"
        for one in filters
        if one.is_offered(context)
    ]
    heading = f"<h2>{escape(t(asked.title))}</h2>" if asked.title else ""
    return f'<div class="chosen">{heading}{escape(" · ".join(said))}</div>' if heading or said else ""


def _panel(panel: Panel, view: View, told: _Told) -> str:
    """A panel with its table; that of a drawing comes at the end, so that the drawings stay together."""
    told.panels.append(panel)
    table = ""
    if panel.table is not None and (panel.chart is not None or is_drawn(panel)):
        told.tables.append((panel, view))
        place = len(told.tables)
        said = escape(t("paper.see_table", number=place))
        table = f'<p class="from"><a href="#{_place(told, place)}">{said}</a></p>'
    elif panel.table is not None and not panel.picture:
        table = _whole(panel)
    return panel_html(panel, view, table=table, place=f"{told.name}_{panel.name}")


def _method(told: _Told, view: View) -> str:
    """How it is computed and what it does not say; nothing where the page has nothing to explain."""
    if not told.panels:
        return ""
    heading = escape(t("common.how_computed"))
    said = explained_html(told.name, view, told.panels)
    return f'<section class="method"><h2>{heading}</h2>{said}</section>'


def _tables(told: _Told) -> str:
    """Every row behind the drawings."""
    drawn = "".join(
        f'<section class="whole" id="{_place(told, place)}">'
        f"<h3>{escape(t('paper.table_title', number=place, title=panel.table.caption or panel.title))}</h3>"
        f'<p class="mw-subtitle">{escape(panel.table.filters or view.choice.said)}</p>'
        f"{_whole(panel)}</section>"
        for place, (panel, view) in enumerate(told.tables, 1)
    )
    if not drawn:
        return ""
    about = f'<h2>{escape(t("paper.tables"))}</h2><p class="mw-quiet">{escape(t("paper.tables_said"))}</p>'
    return f'<section class="tables">{about}{drawn}</section>'


def _whole(panel: Panel) -> str:
    """Every row, and that it is every row where the page shows the first alone."""
    table, rows = panel.table, panel.table.rows.height
    if table.every_row is not None:
        table = replace(table, rows=table.every_row(), every_row=None)
    more = t("paper.every_row", rows=number(table.rows.height)) if table.rows.height > rows else ""
    said = f'<p class="mw-quiet">{escape(more)}</p>' if more else ""
    return said + _sized(table, table_html(panel, table))


def _sized(table: Table, drawn: str) -> str:
    """A table that fits its sheet: smaller with many columns, side by side where it is long and narrow."""
    columns = len(table.columns)
    if columns > _MANY:
        return f'<div class="many">{drawn}</div>'
    return f'<div class="long">{drawn}</div>' if columns <= _FEW and table.rows.height > _LONG else drawn


def _place(told: _Told, place: int) -> str:
    return f"{told.name}_table_{place}"
