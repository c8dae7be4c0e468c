"""Codes of policy and ids of areas in the tables of a panel, where a reader expects what they are called."""

import re
from functools import cache

import polars as pl

from dashboards.panel import Panel
from dashboards.reader import Reader
from tests.dashboards.viewing import of_marts

# Columns are called as in the contract, and what was delivered is shown as it was: neither has another name.
OWN_NAMES = {
    ("loads", "entity"),
    ("quarantine", "entity"),
    ("quarantine", "column_name"),
    ("quarantine", "original_value"),
    ("tests", "subject"),
    ("tests", "test"),
}
CODE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+")


def codes_shown(panel: Panel, reader: Reader) -> set[tuple[str, str]]:
    """(column, code) of every cell, on screen or in files, that has a label, a name or an underscore."""
    if panel.table is None:
        return set()
    named, found = _named(reader), set()
    for rows in (panel.table.rows, *([panel.table.every_row()] if panel.table.every_row else [])):
        for column in set(panel.table.columns) & set(rows.columns):
            if rows.schema[column] == pl.String and (panel.name, column) not in OWN_NAMES:
                cells = rows[column].drop_nulls().unique()
                found |= {(column, cell) for cell in cells if cell in named or CODE.fullmatch(cell)}
    return found


@cache
def _named(reader: Reader) -> frozenset[str]:
    """Every code that is called otherwise in the reader's language, and every area."""
    labels = of_marts(
        reader,
        "select code from dim_labels where language = $language and label != code",
        language=reader.language,
    )
    return frozenset(labels["code"]) | frozenset(of_marts(reader, "select area_id from dim_areas")["area_id"])
