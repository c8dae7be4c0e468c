"""The lines that were searched for, in words: counted by day, page and role, look-ups, files, and all."""

from collections.abc import Mapping

import polars as pl

from dashboards import looked
from dashboards.choice import ALL
from dashboards.filters.all_filters import FILTERS
from dashboards.filters.log_choices import role_words
from dashboards.panel import Panel, Table, nothing
from dashboards.text import number, page_has, plural, speaking, t
from dashboards.view import View

_OF_LOOK_UPS = ("log_at", "log_identity", "log_role", "page", "log_filters", "log_purpose")
_OF_FILES = (*_OF_LOOK_UPS[:-1], "log_export", "log_rows", "log_purpose")
_ON_PHONE = ("log_identity", "page")


def by_day(view: View) -> Panel:
    """How many lines there are of each day, page and role."""
    asked = looked.asked(view.reader, view.choice.values)
    rows = looked.by_day(view.reader, asked)
    if rows.is_empty():
        return nothing("looked_by_day", t("looked.nothing"), t("looked.by_day_none"))
    lines, days = rows["log_lines"].sum(), rows["log_day"].n_unique()
    title = plural("looked.by_day_title", lines, days=plural("common.days", days))
    said = rows.with_columns(_in_words(rows["page"], _page), _in_words(rows["log_role"], role_words))
    return Panel(
        "looked_by_day",
        title=title,
        subtitle=t("looked.by_day_subtitle"),
        table=Table(
            said.head(looked.ON_A_PAGE),
            _headings(*looked.DAYS),
            caption=f"{title}. {t('looked.by_day_subtitle')}",
            every_row=lambda: said,
            on_phone=("page", "log_lines"),
            is_of_version=False,
        ),
        notes=_first_of(said.height),
    )


def look_ups(view: View) -> Panel:
    """When somebody looked at a single officer or case."""
    return _listed(view, "persons", "looked_persons", _OF_LOOK_UPS)


def files(view: View) -> Panel:
    """What was taken away as a file or a report."""
    return _listed(view, "files", "looked_files", _OF_FILES)


def every_line(view: View) -> Panel:
    """Every line that was searched for, a hundred at a time."""
    skipped = view.choice.values.get("log_page", ALL)
    return _listed(view, "", "looked_lines", tuple(looked.LINES), 0 if skipped == ALL else int(skipped))


def _listed(view: View, kind: str, name: str, columns: tuple[str, ...], skipped: int = 0) -> Panel:
    asked = looked.asked(view.reader, view.choice.values, kind)
    found = looked.counted(view.reader, asked)
    if not found:
        return nothing(name, t("looked.nothing"), t(f"looked.{name.removeprefix('looked_')}_none"))
    title = plural(f"looked.{name.removeprefix('looked_')}_title", found)
    subtitle = t(f"looked.{name.removeprefix('looked_')}_subtitle")
    reader = view.reader

    def every_row() -> pl.DataFrame:
        with speaking(reader.language):
            return _frame(looked.lines(reader, asked, most=looked.MOST_IN_FILE))

    notes = () if name == "looked_lines" else _first_of(found)
    return Panel(
        name,
        title=title,
        subtitle=subtitle,
        table=Table(
            _frame(looked.lines(reader, asked, skipped)),
            _headings(*columns),
            caption=f"{title}. {subtitle}",
            missing=t("looked.not_counted"),
            every_row=every_row,
            on_phone=_ON_PHONE,
            is_of_version=False,
        ),
        notes=notes + _cut(found),
    )


def _frame(lines: list[Mapping]) -> pl.DataFrame:
    rows = [
        (
            line["at"],
            line["identity"],
            role_words(line["role"]),
            _page(line["page"]),
            _filters(line["filters"]),
            line["row_count"],
            line["export"],
            line["purpose"] or t("looked.not_asked"),
        )
        for line in lines
    ]
    return pl.DataFrame(rows, schema=looked.LINES, orient="row")


def _filters(held: Mapping[str, str]) -> str:
    """What was chosen, each with the words of its filter; ids and marks as they are in the log."""
    return "; ".join(f"{_filter(name)}: {value}".removeprefix(": ") for name, value in held.items())


def _filter(name: str) -> str:
    if name in FILTERS:
        return FILTERS[name].label
    return t(f"looked.of_{name}") if page_has("looked", f"of_{name}") else name


def _page(name: str) -> str:
    """A page by its name in the menu; a command or report as it is called."""
    return t(f"app.{name}") if page_has("app", name) else name


def _in_words(codes: pl.Series, words) -> pl.Series:
    return codes.replace_strict({code: words(code) for code in codes.unique()}, return_dtype=pl.String)


def _headings(*columns: str) -> dict[str, str]:
    return {column: t("about.page" if column == "page" else f"looked.{column}") for column in columns}


def _first_of(rows: int) -> tuple[str, ...]:
    if rows <= looked.ON_A_PAGE:
        return ()
    return (t("looked.first_of", shown=number(looked.ON_A_PAGE), all=number(rows)),)


def _cut(rows: int) -> tuple[str, ...]:
    if rows <= looked.MOST_IN_FILE:
        return ()
    return (t("looked.cut", most=number(looked.MOST_IN_FILE)),)
