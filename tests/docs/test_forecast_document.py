"""The tables of docs/forecast.md are what its command gives; all but the rows that need a search."""

import re

import pytest

from benchmarks.document import paragraph
from benchmarks.forecasts import DOCUMENT, PARTS, california, flanders, permits
from benchmarks.forecasts.judged import BESIDE, tables
from tests.beside import given
from tests.docs.documents import tables_of, text_of

pytestmark = pytest.mark.real
Rows = list[dict[str, str]]


def section(part: str) -> str:
    return text_of(DOCUMENT).split(f"<!-- {part}: begin -->", 1)[1].split(f"<!-- {part}: end -->", 1)[0]


def comparable(found: list[Rows]) -> list[Rows]:
    """Without the rows that need the search, and without bold: the least may be one of these."""
    kept = [[row for row in rows if row["model"] not in BESIDE] for rows in found]
    return [[{name: cell.strip("*") for name, cell in row.items()} for row in rows] for rows in kept]


def test_california_is_as_it_is_computed():
    real = given("real")
    told = comparable(tables_of(section("california")))
    made = [tables(california.judge(real, level, is_searched=False), "y") for level in ("cells", "whole")]
    assert told == comparable(tables_of("\n\n".join(made)))
    assert len(told) == 6 and all(len(rows) == 3 for rows in told)


def test_the_permit_desk_is_as_it_is_computed():
    real = given("real")
    *told, stays = tables_of(section("permits"))
    made = permits.judge(real, is_searched=False)
    both = "\n\n".join(tables(made[name], "w") for name in ("open", "received"))
    assert comparable(told) == comparable(tables_of(both))
    assert [tuple(row.values()) for row in stays] == permits.stays(real)


def test_flanders_is_as_it_is_computed():
    assert flanders.told(given("facts")) in section("flanders")


def test_ours_missed_less_than_every_rival_for_counties_at_each_horizon():
    errors, losses, _ = tables_of(section("california"))[:3]
    for rows in (errors, losses):
        by_model = {row.pop("model"): [float(cell.strip("*")) for cell in row.values()] for row in rows}
        for rival in ("last_value", "smoothing"):
            assert all(
                ours < theirs for ours, theirs in zip(by_model["pooled"], by_model[rival], strict=True)
            )


def test_what_is_said_to_be_lost_stands_in_the_tables():
    lost = paragraph(text_of(DOCUMENT).split("## Where it loses", 1)[1])
    figures = set(re.findall(r"\d+\.\d+|\b\d+ %|\b\d+ to \d+ %|\b\d+ and \d+ %", lost))
    tabled = "\n".join(section(part) for part in PARTS)
    cells = set(re.findall(r"\d+\.\d+|\d+", tabled))
    for figure in figures:
        assert set(re.findall(r"\d+\.\d+|\d+", figure)) <= cells, figure
    assert len(figures) > 8
