"""Reads marts of a published file and says where they differ from the reference."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import duckdb

from tests.reference.averages import Mart
from tests.reference.world import World

Reference = Callable[[World], Mart]

TOLERANCE = Decimal("0.000001")


@dataclass(frozen=True)
class Compared:
    """A mart by the names of its key and of the columns that are compared.

    Rows whose ``amounts`` are all 0 or empty count as missing; ``others`` must be equal as they are.
    """

    name: str
    key: tuple[str, ...]
    amounts: tuple[str, ...]
    others: tuple[str, ...] = ()


def mart_rows(published: Path, mart: Compared) -> Mart:
    """The rows of a mart by key; fails when a key stands twice."""
    columns = (*mart.key, *mart.amounts, *mart.others)
    with duckdb.connect(str(published), read_only=True) as connection:
        # Names are fixed text of the tests.
        rows = connection.execute(f"select {', '.join(columns)} from marts.{mart.name}").fetchall()  # noqa: S608
    width = len(mart.key)
    found = {row[:width]: dict(zip(columns[width:], row[width:], strict=True)) for row in rows}
    assert len(found) == len(rows), f"{mart.name}: {len(rows)} rows for {len(found)} keys"
    return found


def marts_in(published: Path) -> set[str]:
    """The names of all marts of a published file."""
    with duckdb.connect(str(published), read_only=True) as connection:
        rows = connection.execute(
            "select table_name from duckdb_tables() where schema_name = 'marts'"
        ).fetchall()
    return {name for (name,) in rows}


def differences(mart: Compared, expected: Mart, published: Mart) -> list[str]:
    """One line per row or figure that differs, in the order of the keys."""
    expected, published = _without_zeros(mart, expected), _without_zeros(mart, published)
    found = []
    for key in sorted(expected.keys() | published.keys(), key=str):
        place = f"{mart.name} {' '.join(map(str, key))}"
        if key not in published:
            found.append(f"{place}: missing, reference {_shown(mart, expected[key])}")
        elif key not in expected:
            found.append(f"{place}: not in the reference, published {_shown(mart, published[key])}")
        else:
            found += [
                f"{place}: {column} is {published[key][column]}, reference {_plain(expected[key][column])}"
                for column in (*mart.amounts, *mart.others)
                if not _is_same(expected[key][column], published[key][column])
            ]
    return found


def _without_zeros(mart: Compared, rows: Mart) -> Mart:
    return {key: row for key, row in rows.items() if not mart.amounts or any(row[c] for c in mart.amounts)}


def _is_same(expected: object, published: object) -> bool:
    if isinstance(expected, list) and isinstance(published, list):
        return len(expected) == len(published) and all(map(_is_same, expected, published))
    if isinstance(expected, str | dt.date) or isinstance(published, str | dt.date):
        return expected == published
    if expected is None or published is None:
        return expected is published
    return abs(Decimal(_plain(expected)) - Decimal(published)) <= TOLERANCE


def _plain(figure: object) -> object:
    # Fractions print and convert badly.
    return Decimal(figure.numerator) / figure.denominator if hasattr(figure, "denominator") else figure


def _shown(mart: Compared, row: dict) -> str:
    return ", ".join(f"{column} {_plain(row[column])}" for column in (*mart.amounts, *mart.others))
