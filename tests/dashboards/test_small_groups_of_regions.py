"""Small groups where a region is a row of one table and the total of another: neither tells the other."""

import os
from datetime import date
from random import Random

import numpy as np
import polars as pl
import pytest

from dashboards.small_groups import ALL, hidden_groups

JUNE = date(2026, 6, 1)
SCHEMA = {"month_start_on": pl.Date, "office_id": pl.String, "grade": pl.String, "people": pl.Int64}
Cells = dict[tuple[str, str], int]


def _table(cells: Cells) -> pl.DataFrame:
    sums: Cells = {}
    for (place, grade), people in cells.items():
        for key in ((place, grade), (place, ALL), (ALL, grade), (ALL, ALL)):
            sums[key] = sums.get(key, 0) + people
    return pl.DataFrame([(JUNE, *key, people) for key, people in sums.items()], schema=SCHEMA, orient="row")


def _marked(cells: Cells, regions: dict[str, str]) -> dict[str, pl.DataFrame]:
    """The table of the service ('') and of each region, marked as the page marks them."""
    by_region: Cells = {}
    for (office, grade), people in cells.items():
        key = (regions[office], grade)
        by_region[key] = by_region.get(key, 0) + people
    tables = {ALL: hidden_groups(_table(by_region))}
    for region in set(regions.values()):
        own = {key: people for key, people in cells.items() if regions[key[0]] == region}
        tables[region] = hidden_groups(_table(own), service=tables[ALL], region=region)
    return tables


def _told(tables: dict[str, pl.DataFrame], cells: Cells, regions: dict[str, str]) -> list[tuple]:
    """Small groups that follow from everything shown in all tables together, by linear algebra."""
    own = list(cells)

    def parts(area: str, place: str, grade: str) -> list[float]:
        inside = (place,) if place else ((area,) if area else tuple(set(regions.values())))
        return [
            float((regions[office] in inside or office in inside) and grade in (ALL, cell_grade))
            for office, cell_grade in own
        ]

    rows = [
        (area, place, grade, people, is_hidden)
        for area, table in tables.items()
        for place, grade, people, is_hidden in table.select(
            "office_id", "grade", "people", "is_hidden"
        ).iter_rows()
    ]
    shown = np.array([parts(*row[:3]) for row in rows if not row[4]] or [[0.0] * len(own)])
    _, sizes, axes = np.linalg.svd(shown)
    open_axes = axes[int((sizes > 1e-9).sum()) :]
    return [
        row[:4]
        for row in rows
        if row[3] < 5 and np.abs(open_axes @ np.array(parts(*row[:3]))).max(initial=0) < 1e-9
    ]


def test_a_region_hidden_among_regions_is_hidden_where_its_offices_stand() -> None:
    regions = {"a1": "A", "b1": "B", "b2": "B", "c1": "C"}
    cells = {("a1", "officer"): 3, ("b1", "officer"): 5, ("b2", "officer"): 6, ("c1", "officer"): 19}
    tables = _marked(cells, regions)
    assert tables[ALL].filter(pl.col("office_id") == "B")["is_hidden"].all(), "it would give A away"
    assert tables["B"].filter(pl.col("office_id") == ALL)["is_hidden"].all()


@pytest.mark.parametrize("seed", range(int(os.environ.get("MAATWERK_GROUP_SEEDS", "150"))))
def test_no_small_group_follows_from_all_tables_together(seed: int) -> None:
    chance = Random(seed)
    big = chance.choice([8, 60])
    regions = {
        f"office {office}": f"region {chance.randint(1, 4)}" for office in range(chance.randint(2, 12))
    }
    cells = {
        (office, f"grade {grade}"): chance.choice([0, 0, 1, 2, 3, 4, 5, 6, chance.randint(0, big)])
        for office in regions
        for grade in range(chance.randint(1, 4))
    }
    cells = {key: people for key, people in cells.items() if people} or {("office 0", "grade"): 1}
    tables = _marked(cells, regions)
    region_rows = {
        (region, grade): is_hidden
        for region, grade, is_hidden in tables[ALL].select("office_id", "grade", "is_hidden").iter_rows()
    }
    for region, table in tables.items():
        if region:
            totals = table.filter(pl.col("office_id") == ALL).select("grade", "is_hidden").iter_rows()
            assert all(region_rows[region, grade] == is_hidden for grade, is_hidden in totals)
    assert _told(tables, cells, regions) == []
