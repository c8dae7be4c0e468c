"""Small groups in a service with regions: not to be had from the service's table and a region's together."""

from datetime import date
from random import Random

import numpy as np
import polars as pl
import pytest

from dashboards import WAREHOUSE_VARIABLE
from dashboards.access.groups import KEYS, hidden_groups
from dashboards.access.region_groups import hidden_groups_within
from dashboards.choice import SERVICE
from dashboards.queries import choices
from dashboards.queries import pressure as questions
from dashboards.totals import TOTAL
from tests.dashboards.conftest import PEOPLE_IN_EVERY_BAND, changed_copy
from tests.dashboards.viewing import choice_of, published_reader

JUNE = date(2026, 6, 1)
SCHEMA = {"month_start_on": pl.Date, "part_id": pl.String, "grade": pl.String, "people": pl.Int64}
Cells = dict[tuple[str, str, str], int]


def _table(cells: dict[tuple[str, str], int]) -> pl.DataFrame:
    """Cells of (office or region, grade) with their totals."""
    sums: dict[tuple[str, str], int] = {}
    for (place, grade), people in cells.items():
        for key in {(place, grade), (place, TOTAL), (TOTAL, grade), (TOTAL, TOTAL)}:
            sums[key] = sums.get(key, 0) + people
    return pl.DataFrame([(JUNE, *key, people) for key, people in sums.items()], schema=SCHEMA, orient="row")


def _tables(cells: Cells) -> dict[str, pl.DataFrame]:
    """The table of the service ('' as name) and of each region, marked as the pages mark them."""
    by_region: dict[tuple[str, str], int] = {}
    for (region, _, grade), people in cells.items():
        by_region[region, grade] = by_region.get((region, grade), 0) + people
    whole = hidden_groups(_table(by_region))
    marked = {TOTAL: whole}
    for region in {key[0] for key in cells}:
        own = {key[1:]: people for key, people in cells.items() if key[0] == region}
        marked[region] = hidden_groups_within(_table(own), region, whole)
    return marked


def _told(cells: Cells, marked: dict[str, pl.DataFrame], smallest: int = 5) -> list[tuple]:
    """Groups below `smallest` that follow from all that every table shows, by linear algebra."""
    keys = list(cells)

    def parts(table: str, place: str, grade: str) -> list[float]:
        return [
            float(
                grade in (TOTAL, own[2])
                and (
                    place in (TOTAL, own[0])
                    if table == TOTAL
                    else own[0] == table and place in (TOTAL, own[1])
                )
            )
            for own in keys
        ]

    rows = [
        (name, *row)
        for name, table in marked.items()
        for row in table.select(*KEYS[1:], "people", "is_hidden").iter_rows()
    ]
    shown = np.array([parts(*row[:3]) for row in rows if not row[4]] or [[0.0] * len(keys)])
    _, sizes, axes = np.linalg.svd(shown)
    open_axes = axes[int((sizes > 1e-9).sum()) :]
    return [
        row[:4]
        for row in rows
        if row[3] < smallest and np.abs(open_axes @ np.array(parts(*row[:3]))).max(initial=0) < 1e-9
    ]


def test_a_small_region_does_not_follow_from_the_totals_of_the_others() -> None:
    cells = {
        ("R", "a", "officer"): 30,
        ("R", "a", "trainee"): 3,
        ("S", "b", "officer"): 30,
        ("S", "c", "officer"): 30,
    }
    cells |= {("S", "b", "trainee"): 6, ("S", "c", "trainee"): 7}
    marked = _tables(cells)
    hidden = marked["S"].filter("is_hidden").select("part_id", "grade").rows()
    assert (TOTAL, "trainee") in hidden, "the trainees of all less those of S are the three of R"
    assert _told(cells, marked) == []


def test_a_region_shows_its_totals_where_the_service_does() -> None:
    cells = {(region, office, "officer"): 9 for region in "RST" for office in (f"{region}1", f"{region}2")}
    assert not any(table["is_hidden"].any() for table in _tables(cells).values())


@pytest.mark.parametrize("seed", range(100))
def test_no_small_group_follows_from_all_tables_together(seed: int) -> None:
    attack(seed)


@pytest.mark.deep
@pytest.mark.parametrize("block", range(15), ids=lambda block: f"{100 * block}-{100 * block + 99}")
def test_no_small_group_follows_from_all_tables_of_many(block: int) -> None:
    for seed in range(100 * block, 100 * block + 100):
        attack(seed)


def attack(seed: int) -> None:
    chance = Random(seed)
    cells = {
        (f"region {region}", f"office {region}.{office}", f"grade {grade}"): chance.choice(
            [0, 0, 1, 2, 3, 5, 6, 9, chance.randint(0, 40)]
        )
        for region in range(chance.randint(2, 4))
        for office in range(chance.randint(1, 4))
        for grade in range(chance.randint(1, 4))
    }
    cells = {key: people for key, people in cells.items() if people} or {("r", "o", "g"): 1}
    marked = _tables(cells)
    if not marked[TOTAL]["is_hidden"].all():
        assert _told(cells, marked) == [], f"seed {seed}"
    whole = {row[:2]: row[2] for row in marked[TOTAL].select("part_id", "grade", "is_hidden").iter_rows()}
    for region, table in marked.items():
        for grade, is_hidden in (
            table.filter(pl.col("part_id") == TOTAL).select("grade", "is_hidden").iter_rows()
        ):
            assert is_hidden == whole[region, grade], "a total is shown on both pages or on neither"


def test_totals_of_a_region_are_shown_on_its_page_where_they_are_on_the_service_s(
    warehouse_with_regions, monkeypatch
) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_with_regions))
    asking = published_reader()
    whole = questions.overload_months(asking, choice_of())
    assert whole["is_hidden"].any() and not whole["is_hidden"].all()
    for region in (row["id"] for row in choices(asking, "region")):
        of_whole = whole.filter(pl.col("part_id") == region)
        own = questions.overload_months(asking, choice_of(region))
        totals = own.filter(pl.col("part_id") == TOTAL)
        keys = ["month_start_on", "grade", "threshold", "is_hidden"]
        assert totals.select(keys).sort(keys).equals(of_whole.select(keys).sort(keys))


def test_people_by_caseload_are_not_shown_of_a_region_that_would_give_a_small_one_away(
    warehouse_with_regions, tmp_path, monkeypatch, reader
) -> None:
    few = "marts.fct_area_load_bands where area_id = 'service' and part_id = 'Limburg:region'"
    statements = [
        *PEOPLE_IN_EVERY_BAND,  # it is the region that is tested
        f"delete from {few} and rowid not in (select min(rowid) from {few} group by weight_scheme)",  # noqa: S608
        "update marts.fct_area_load_bands set officers = 2 "
        "where area_id = 'service' and part_id = 'Limburg:region'",
    ]
    folder = changed_copy(warehouse_with_regions, tmp_path / "few", statements)
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(folder))
    counts = questions._load_counts(published_reader(), choice_of())[SERVICE]
    people = counts.group_by("part_id").agg(pl.col("people").sum())
    sizes = dict(people.filter(pl.col("part_id") != TOTAL).sort("people", "part_id").iter_rows())
    smallest, next_smallest, *others = sizes
    assert smallest == "Limburg:region" and sizes[smallest] == 2
    for region in (smallest, next_smallest):  # all less the others are the two of Limburg
        assert _is_suppressed(reader(folder), region)
    assert not _is_suppressed(reader(folder), others[-1]) and not _is_suppressed(reader(folder), TOTAL)


def _is_suppressed(someone, region: str) -> bool:
    """Whether the page shows no people by caseload of that region."""
    someone.app.switch_page("app_pages/pressure.py")
    someone.app.query_params["region"] = region or "all"
    someone.app.run()
    assert not someone.app.exception and "mw-failed" not in someone.html()
    return not any("Cases carried" in found.value.columns for found in someone.tables())
