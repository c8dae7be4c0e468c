"""A table as HTML, as the page's language writes numbers and days: whole on paper, the name always in view.

Pure: a frame in, a string out, every value escaped. A cell that is not text keeps its value beside its words
(`data-value`), so that a reader can sort by it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from html import escape

import polars as pl

from dashboards.formats import Formats

DIGITS = 1  # of a number with decimals
ON_PHONE = 3  # columns on a telephone unless stated, the name included: more do not fit
_NUMBER = ' class="mw-number"'
_MONTH = "month_start_on"  # how the columns end that stand for a whole month


@dataclass(frozen=True)
class Wording:
    """The words that a table needs besides its own: of an empty cell, a hidden number, and yes or no.

    `every_column` is what a narrow screen offers beside a table of which it shows a part.
    """

    formats: Formats
    missing: str
    hidden: str
    yes: str
    no: str
    every_column: str
    missing_in: Mapping[str, str] = field(default_factory=dict)  # column -> words of its empty cells
    digits: Mapping[str, int] = field(default_factory=dict)  # column -> decimals of its numbers


def html_table(
    rows: pl.DataFrame,
    headings: dict[str, str],
    wording: Wording,
    *,
    caption: str,
    hidden: pl.Series | None = None,
    links: Sequence[str] = (),
    marked: int | None = None,
    is_sortable: bool = True,
    on_phone: Sequence[str] = (),
) -> str:
    """The columns of `rows` that `headings` name, in that order; the first one says what a row is about.

    `hidden`: whether the numbers of a row are too small to be shown. `links`: an address per row, opened by
    its first cell. `marked`: a row that stands out. People are never sortable: an order would rank them.
    `on_phone`: what a narrow screen shows beside the first column until all columns are asked for; the next
    two unless given.
    """
    shown = [name for name in headings if name in rows.columns]
    columns = [_cells(rows[name], wording, hidden) for name in shown]
    can_sort = is_sortable and rows.height > 1
    heads = "".join(_heading(headings[name], rows.schema[name], can_sort) for name in shown)
    lines = zip(*columns, strict=True) if columns else ()
    body = "".join(
        _row(cells, links[place] if place < len(links) else "", is_marked=place == marked)
        for place, cells in enumerate(lines)
    )
    table = (
        f'<div class="mw-table" role="region" tabindex="0" aria-label="{escape(caption)}">'
        f"<table><caption>{escape(caption)}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )
    return _narrowed(table, shown, on_phone, wording)


def _narrowed(table: str, shown: Sequence[str], on_phone: Sequence[str], wording: Wording) -> str:
    """The table with what a narrow screen keeps of it, and a box that brings the rest: for styles alone."""
    kept = [place for place, name in enumerate(shown, 1) if name in on_phone] or range(2, ON_PHONE + 1)
    if len(shown) <= ON_PHONE:
        return table
    keeps = " ".join(f"mw-keep-{place}" for place in kept)
    box = f'<label class="mw-every"><input type="checkbox"> {escape(wording.every_column)}</label>'
    return f'<div class="mw-few {keeps}">{box}{table}</div>'


@dataclass(frozen=True)
class _Cell:
    """What a cell says, already escaped, and its attributes."""

    said: str
    attributes: str = ""


def _heading(words: str, kind: pl.DataType, can_sort: bool) -> str:
    said = escape(words)
    inner = f'<button type="button">{said}</button>' if can_sort else said
    return f'<th scope="col"{_NUMBER if kind.is_numeric() else ""}>{inner}</th>'


def _row(cells: Sequence[_Cell], link: str, *, is_marked: bool) -> str:
    first, *others = cells
    about = f'<a class="mw-opens" href="{escape(link)}">{first.said}</a>' if link else first.said
    rest = "".join(f"<td{cell.attributes}>{cell.said}</td>" for cell in others)
    mark = ' class="mw-marked" aria-current="true"' if is_marked else ""
    return f'<tr{mark}><th scope="row"{first.attributes}>{about}</th>{rest}</tr>'


def _cells(column: pl.Series, wording: Wording, hidden: pl.Series | None) -> list[_Cell]:
    decimals, is_month = wording.digits.get(column.name, DIGITS), column.name.endswith(_MONTH)
    written = _writer(column.dtype, wording, decimals, is_month=is_month)
    is_number = column.dtype.is_numeric()
    missing = wording.missing_in.get(column.name, wording.missing)
    empty = _Cell(f'<span class="mw-missing">{escape(missing)}</span>', _NUMBER if is_number else "")
    cells = [empty if value is None else written(value) for value in column.to_list()]
    if hidden is None or not is_number:
        return cells
    small = _Cell(escape(wording.hidden), _NUMBER)
    return [small if is_small else cell for cell, is_small in zip(cells, hidden, strict=True)]


def _writer(
    kind: pl.DataType, wording: Wording, decimals: int, *, is_month: bool
) -> Callable[[object], _Cell]:
    formats = wording.formats
    if kind.is_numeric():
        digits = 0 if kind.is_integer() else decimals
        return lambda value: _Cell(formats.number(value, digits), f'{_NUMBER} data-value="{value}"')
    if kind == pl.Boolean:
        return lambda value: _Cell(escape(wording.yes if value else wording.no))
    if kind.is_temporal():
        when = formats.month if is_month else lambda value: _when(value, formats)
        return lambda value: _Cell(escape(when(value)), f' data-value="{value.isoformat()}"')
    return lambda value: _Cell(escape(str(value)))


def _when(value: date, formats: Formats) -> str:
    return formats.hour(value) if isinstance(value, datetime) else formats.brief_day(value)
