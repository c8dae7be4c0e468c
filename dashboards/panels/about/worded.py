"""Codes and columns of About the data in the reader's words."""

from collections.abc import Mapping

import polars as pl

from dashboards.panel import Panel, Table
from dashboards.text import page_has, t


def headings(*columns: str) -> dict[str, str]:
    """Column -> its heading in the reader's language."""
    return {column: t(f"about.{column}") for column in columns}


def in_words(codes: pl.Series, prefix: str) -> pl.Series:
    """Codes as sentences of the catalogue; a code it does not know is shown with spaces."""
    words = {
        code: t(f"about.{prefix}_{code}") if page_has("about", f"{prefix}_{code}") else code.replace("_", " ")
        for code in codes.drop_nulls().unique()
    }
    return codes.replace_strict(words, default=None, return_dtype=pl.String)


def listed_rows(
    name: str,
    rows: pl.DataFrame,
    columns: tuple[str, ...],
    caption: str,
    *marts: str,
    stands_for: Mapping[str, str] | None = None,
    on_phone: tuple[str, ...] = (),
    missing_in: Mapping[str, str] | None = None,
    is_of_version: bool = True,
    **more: object,
) -> Panel:
    """A panel of plain rows: one heading per column, and a caption that says what they are."""
    # a caption is read alone too, as by a screen reader: what the rows are, then how they are told
    said = f"{more['title']}. {caption}" if more.get("title") else caption
    table = Table(
        rows,
        headings(*columns),
        caption=said,
        stands_for=stands_for or {},
        on_phone=on_phone,
        missing_in=missing_in or {},
        is_of_version=is_of_version,
    )
    return Panel(name, table=table, marts=marts, **more)
