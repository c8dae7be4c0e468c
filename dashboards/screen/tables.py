"""A table on screen with its caption and downloads."""

import polars as pl
import polars.selectors as cs
import streamlit as st

from dashboards import downloads
from dashboards.access import door
from dashboards.panel import Panel, Table
from dashboards.screen import areas, links, source
from dashboards.text import t
from dashboards.view import View

DIGITS = 1  # of a number with decimals on screen
_TALLEST = 36 * 17 + 2  # fifteen offices, all of them together and a heading without a bar to scroll


def draw(panel: Panel, view: View) -> None:
    """Draw the rows of a panel with caption and downloads; rows of people cannot be sorted by the reader."""
    table = panel.table
    columns = {name: heading for name, heading in table.columns.items() if name in table.rows.columns}
    headed = _small_numbers_in_words(table.rows, list(columns)).rename(columns)
    caption = f"{table.caption or panel.title} ({source.version_note(view)})"
    marked = links.marked_row(panel.name, table.marks)
    st.caption(". ".join([caption, *_what_to_do(table, marked)]))
    if door.is_of_people(table.rows):
        st.table(headed, hide_index=True, border="horizontal", alt=caption)
    else:
        doing = _opening(panel.name, table.rows[table.opens].to_list(), view) if table.opens else {}
        _grid(headed, table.missing, caption, doing or _marking(panel.name, marked))
    _download_buttons(panel, view, caption)


def _what_to_do(table: Table, marked: int | None) -> list[str]:
    """What a tick before a row does, or says."""
    if table.opens:
        return [t("common.row_opens")]
    return [] if marked is None else [t("common.row_marked", row=marked + 1)]


def _grid(headed: pl.DataFrame, missing: str, caption: str, doing: dict) -> None:
    st.dataframe(
        # As Arrow: any other frame goes by way of pandas, where whole numbers with gaps are floats.
        _rounded(headed).to_arrow(compat_level=pl.CompatLevel.oldest()),
        hide_index=True,
        height=min(_TALLEST, 36 * (headed.height + 1) + 2),
        alt=caption,
        column_config=_formats(headed),
        placeholder=missing or t("common.not_recorded"),
        **doing,
    )


def _marking(name: str, row: int | None) -> dict:
    """What shows the row that a link led to, ticked; a list that no link led to has no ticks."""
    if row is None:
        return {}
    ticked = {"selection": {"rows": [row], "columns": [], "cells": []}}
    key = f"{name}, row {row}"
    return {
        "key": key,
        "on_select": "rerun",
        "selection_mode": "single-row",
        "selection_default": ticked,
    }


def _opening(name: str, area_ids: list[str], view: View) -> dict:
    """What makes a tick before a row open its area; a table of other areas begins without one."""
    key = f"{name} of {','.join(dict.fromkeys(area_ids))}"

    def ticked() -> None:
        rows = st.session_state[key].selection.rows
        if rows:
            areas.open_area(view.reader, area_ids[rows[0]])

    # Not by cell: there a click on a heading, which sorts, counts as one on a cell.
    return {"key": key, "on_select": ticked, "selection_mode": "single-row"}


def _rounded(frame: pl.DataFrame) -> pl.DataFrame:
    """As the screen shows it: the browser would cut 71.97 to 71.9. Downloads hold every digit."""
    return frame.with_columns(cs.float().round(9).round(DIGITS))


def _small_numbers_in_words(frame: pl.DataFrame, columns: list[str]) -> pl.DataFrame:
    # A hidden number must not look like one that was never recorded.
    if door.HIDDEN_MARK not in frame.columns or not frame[door.HIDDEN_MARK].any():
        return frame.select(columns)
    hidden = t("common.hidden", smallest=door.SMALLEST_SHOWN)
    numeric = [name for name in columns if frame.schema[name].is_numeric()]
    return (
        frame.select([*columns, door.HIDDEN_MARK])
        .with_columns(
            pl.when(door.HIDDEN_MARK)
            .then(pl.lit(hidden))
            .otherwise(pl.col(numeric).cast(pl.String))
            .name.keep()
        )
        .select(columns)
    )


def _formats(frame: pl.DataFrame) -> dict:
    config = {}
    for column, kind in frame.schema.items():
        if kind.is_float() or kind.is_decimal():
            config[column] = st.column_config.NumberColumn(format="localized", step=10**-DIGITS)
        elif kind.is_integer():
            config[column] = st.column_config.NumberColumn(format="localized")
        elif kind == pl.Date:
            config[column] = st.column_config.DateColumn(format="YYYY-MM-DD")
    return config


def _download_buttons(panel: Panel, view: View, caption: str) -> None:
    """Three files of the same rows, each made when it is asked for."""
    making = downloads.Making.of(panel, view, caption)
    with st.container(horizontal=True, gap="small", key=f"downloads_{panel.name}"):
        for words, (ending, make) in making.files().items():
            st.download_button(
                words,
                make,
                file_name=f"{making.stem}.{ending}",
                key=f"{panel.name}_{ending}",
                on_click="ignore",
                type="tertiary",
                icon=":material/download:",
                help=t("common.download_as", format=words),
            )
