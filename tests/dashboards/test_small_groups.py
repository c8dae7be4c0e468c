"""Small groups of people: hidden, and not to be had from what is shown beside them."""

from datetime import date
from random import Random

import numpy as np
import polars as pl
import pytest

from dashboards.access.bridges import bridges
from dashboards.access.groups import ALL, KEYS, hidden_groups, hidden_parts
from dashboards.access.hidden_amounts import bands_cleared, groups_cleared
from dashboards.queries import SERVICE
from dashboards.queries import pressure as questions
from dashboards.reader import Reader
from tests.dashboards.viewing import choice_of

JUNE = date(2026, 6, 1)
SCHEMA = {"month_start_on": pl.Date, "part_id": pl.String, "grade": pl.String, "people": pl.Int64}


def _table(cells: dict[tuple[str, str], int]) -> pl.DataFrame:
    """Cells with their totals, as the question of the page answers."""
    rows = pl.DataFrame([(JUNE, *key, people) for key, people in cells.items()], schema=SCHEMA, orient="row")
    totals = [rows]
    for gone in (["part_id"], ["grade"], ["part_id", "grade"]):
        kept = [key for key in KEYS if key not in gone]
        whole = rows.group_by(kept).agg(pl.col("people").sum())
        totals.append(whole.with_columns(pl.lit(ALL).alias(key) for key in gone).select(list(SCHEMA)))
    return pl.concat(totals)


def _hidden(marked: pl.DataFrame) -> set[tuple[str, str]]:
    return set(marked.filter("is_hidden").select("part_id", "grade").iter_rows())


def _told(marked: pl.DataFrame, smallest: int = 5) -> list[tuple]:
    """Groups below `smallest` that follow from all shown ones together, by linear algebra."""
    cells = list(
        marked.filter((pl.col("part_id") != ALL) & (pl.col("grade") != ALL))
        .select("part_id", "grade")
        .iter_rows()
    )

    def parts(office: str, grade: str) -> list[float]:
        return [float(office in (ALL, own[0]) and grade in (ALL, own[1])) for own in cells]

    rows = list(marked.select("part_id", "grade", "people", "is_hidden").iter_rows())
    shown = np.array([parts(*row[:2]) for row in rows if not row[3]] or [[0.0] * len(cells)])
    _, sizes, axes = np.linalg.svd(shown)
    open_axes = axes[int((sizes > 1e-9).sum()) :]
    return [
        row[:3]
        for row in rows
        if row[2] < smallest and np.abs(open_axes @ np.array(parts(*row[:2]))).max(initial=0) < 1e-9
    ]


def test_five_people_are_shown_and_four_are_not() -> None:
    marked = hidden_groups(_table({("A", "officer"): 5, ("B", "officer"): 4, ("C", "officer"): 9}))
    assert ("B", "") in _hidden(marked) and ("C", "") not in _hidden(marked)


def test_the_only_small_office_takes_the_next_smallest_with_it() -> None:
    marked = hidden_groups(_table({("A", "officer"): 9, ("B", "officer"): 4, ("C", "officer"): 20}))
    assert {("A", ""), ("B", "")} <= _hidden(marked) and ("C", "") not in _hidden(marked)
    assert ("", "") not in _hidden(marked), "the whole service may be shown"


def test_the_only_small_grade_of_an_office_takes_another_with_it() -> None:
    cells = {(office, "officer"): 20 for office in "ABC"} | {("A", "trainee"): 3, ("B", "trainee"): 9}
    hidden = _hidden(hidden_groups(_table(cells)))
    assert {("A", "trainee"), ("A", "officer")} <= hidden, "the total of the office would give it back"
    assert ("B", "trainee") in hidden, "the total of the grade would give it back"


def test_two_small_groups_that_are_fewer_than_five_together_take_a_third() -> None:
    cells = {("A", "officer"): 20, ("A", "senior"): 1, ("A", "trainee"): 2, ("B", "officer"): 30}
    assert ("A", "officer") in _hidden(hidden_groups(_table(cells)))


def test_where_everybody_is_fewer_than_five_nothing_is_shown() -> None:
    assert hidden_groups(_table({("A", "officer"): 2, ("B", "officer"): 2}))["is_hidden"].all()


@pytest.mark.parametrize(
    ("people", "hidden"),
    [
        ({"A": 5, "B": 9}, ""),
        ({"A": 4, "B": 9, "C": 7}, "AC"),
        ({"A": 1, "B": 2, "C": 7, "D": 8}, "ABC"),
        ({"A": 4, "B": 4, "C": 7}, "AB"),
        ({"A": 2, "B": 2}, "AB"),
        ({}, ""),
    ],
)
def test_parts_of_one_whole_are_hidden_with_the_next_smallest(people, hidden) -> None:
    assert hidden_parts(people) == set(hidden)


@pytest.mark.parametrize("seed", range(80))
def test_no_small_group_follows_from_what_is_shown(seed: int) -> None:
    attack(seed)


@pytest.mark.deep
@pytest.mark.parametrize("block", range(15), ids=lambda block: f"{100 * block}-{100 * block + 99}")
def test_no_small_group_follows_from_what_is_shown_of_many(block: int) -> None:
    for seed in range(100 * block, 100 * block + 100):
        attack(seed)


def attack(seed: int) -> None:
    chance = Random(seed)
    big = chance.choice([8, 60])
    cells = {
        (f"office {office}", f"grade {grade}"): chance.choice(
            [0, 0, 1, 2, 3, 4, 5, 6, chance.randint(0, big)]
        )
        for office in range(chance.randint(1, 8))
        for grade in range(chance.randint(1, 5))
    }
    cells = {key: people for key, people in cells.items() if people} or {("office", "grade"): 1}
    marked = hidden_groups(_table(cells))
    assert marked.height == _table(cells).height
    if not marked["is_hidden"].all():
        assert _told(marked) == [], f"seed {seed}"
    lines = marked.filter((pl.col("part_id") != ALL) & (pl.col("grade") != ALL))
    open_totals = marked.filter(
        ~pl.col("is_hidden") & ((pl.col("part_id") == ALL) != (pl.col("grade") == ALL))
    )
    for office, grade in open_totals.select("part_id", "grade").iter_rows():
        own = lines.filter((pl.col("part_id") == office) if office else (pl.col("grade") == grade))
        gone = own.filter("is_hidden")
        if not gone.is_empty():
            assert gone["people"].sum() >= 5, (office, grade)
            assert gone.height >= 2 or own.height == 1, (office, grade)


def test_no_small_group_of_the_sample_follows_from_any_month(asking: Reader) -> None:
    rows = questions._overload_counts(asking, choice_of())[SERVICE].filter(pl.col("threshold") == 100)
    marked = hidden_groups(rows)
    assert marked["is_hidden"].any()
    for (month,), one in marked.group_by("month_start_on"):
        if not one["is_hidden"].all():
            assert _told(one) == [], month


@pytest.mark.parametrize(
    ("edges", "found"),
    [
        ([], []),
        ([("a", "b")], [0]),
        ([("a", "b"), ("b", "a")], []),
        ([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")], [3]),
        ([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e"), ("e", "f"), ("f", "d")], [3]),
    ],
)
def test_a_bridge_is_an_edge_on_no_cycle(edges, found) -> None:
    assert bridges(edges) == found


def test_every_amount_of_a_hidden_group_is_gone() -> None:
    rows = pl.DataFrame(
        [
            (JUNE, part, grade, bound, people, over, over)
            for grade in ("", "officer")
            for part, people, over in (("A", 3, 2), ("B", 9, 4), ("C", 20, 5), ("", 32, 11))
            for bound in (100.0, 110.0)
        ],
        schema=[
            "month_start_on",
            "part_id",
            "grade",
            "threshold",
            "people",
            "people_over",
            "people_over_now",
        ],
        orient="row",
    )
    shown = groups_cleared(rows)
    hidden = shown.filter("is_hidden")
    assert set(hidden["part_id"]) == {"A", "B"}, "Beveren goes along: the total would give Aalst back"
    amounts = ("people", "people_over", "people_over_now", "share_pct", "share_now_pct")
    assert all(hidden[name].null_count() == hidden.height for name in amounts)
    assert shown.filter(pl.col("part_id") == "C")["share_pct"].to_list() == 4 * [25.0]


def test_a_part_of_few_people_has_one_row_without_bands() -> None:
    rows = pl.DataFrame(
        [
            ("A", 25.0, 100.0, 2),
            ("A", None, None, 1),
            ("B", 40.0, None, 9),
            ("C", None, None, 20),
            ("", 25.0, 100.0, 2),
            ("", 40.0, None, 9),
            ("", None, None, 21),
        ],
        schema=["part_id", "cases_above", "pct_above", "people"],
        orient="row",
    )
    cleared = bands_cleared(rows)
    assert cleared.filter("is_hidden").rows() == [
        ("A", None, None, None, True),
        ("B", None, None, None, True),
    ], "the next smallest goes along: the total would give the small one back"
    assert cleared.filter(~pl.col("is_hidden"))["people"].to_list() == [20, 2, 9, 21]
    assert bands_cleared(rows, is_all_hidden=True)["is_hidden"].to_list() == 4 * [True]
    assert bands_cleared(rows.clear()).is_empty()
