"""Tariffs of an agency: each row can be used as it stands, or the build is refused in one sentence."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

import polars as pl

from ingest.errors import BadInputError

TARIFFS = "tariffs"
COLUMNS = ("service_line", "valid_from", "valid_to", "eur_per_fte_year", "covers", "source")
_FILE = f"{TARIFFS}.csv"
_FIRST_ROW = 2  # the header is row 1
# At most two decimals: 82.000 means 82 to some and 82,000 to others.
_AMOUNT = re.compile(r"\d{1,9}(\.\d{1,2})?")
_Row = dict[str, str]


def check_tariffs(table: pl.DataFrame, service_lines: Iterable[str]) -> None:
    """Refuse tariffs that could not be used: all values as text, an empty cell as null or as blanks.

    Raises BadInputError for the first column that is missing, or the first row with an unknown line, a day
    or an amount that is none, an amount not above zero, no source, or a period that overlaps another of its
    line.
    """
    if missing := [column for column in COLUMNS if column not in table.columns]:
        raise BadInputError(
            f"no column {missing[0]!r}", f"Its columns are {', '.join(COLUMNS)}; or leave it out.", file=_FILE
        )
    known, periods = set(service_lines), {}
    for place, row in enumerate(table.select(COLUMNS).iter_rows(named=True), _FIRST_ROW):
        said = {column: (value or "").strip() for column, value in row.items()}
        if said["service_line"] not in known:
            _refuse(place, said, "service_line", f"no such line; there are {', '.join(sorted(known))}")
        if not said["source"]:
            _refuse(place, said, "source", "the source is empty")
        _check_amount(place, said)
        periods.setdefault(said["service_line"], []).append((*_period(place, said), place, said))
    for of_line in periods.values():
        _check_overlaps(of_line)


def _check_amount(place: int, said: _Row) -> None:
    amount = said["eur_per_fte_year"]
    if not _AMOUNT.fullmatch(amount) or not float(amount):
        _refuse(place, said, "eur_per_fte_year", "not an amount in euro above zero, such as 82000.00")


def _period(place: int, said: _Row) -> tuple[date, date]:
    first = _day(place, said, "valid_from")
    end = _day(place, said, "valid_to") if said["valid_to"] else date.max
    if end <= first:
        _refuse(place, said, "valid_to", "a period that ends on or before its first day")
    return first, end


def _day(place: int, said: _Row, column: str) -> date:
    try:
        return date.fromisoformat(said[column])
    except ValueError:
        _refuse(place, said, column, "not a day such as 2026-01-01")


def _check_overlaps(of_line: list[tuple[date, date, int, _Row]]) -> None:
    in_order = sorted(of_line, key=lambda period: period[:3])
    for earlier, later in pairwise(in_order):
        if later[0] < earlier[1]:
            _refuse(later[2], later[3], "valid_from", f"a period that overlaps that of row {earlier[2]}")


def _refuse(place: int, said: _Row, column: str, rule: str) -> None:
    raise BadInputError(
        rule,
        "Correct the row or leave it out: nothing was changed.",
        file=_FILE,
        row=place,
        column=column,
        value=said[column],
    )
