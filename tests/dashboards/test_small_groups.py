"""Small groups of people: hidden, and not to be had from what is shown beside them."""

from datetime import date
from random import Random

import numpy as np
import polars as pl
import pytest

from dashboards.access.bridges import bridges
from dashboards.access.groups import KEYS, hidden_groups
from dashboards.access.hidden_amounts import band_groups, bands_cleared, groups_cleared
from dashboards.choice import SERVICE
from dashboards.queries import pressure as questions
from dashboards.reader import Reader
from dashboards.totals import TOTAL
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
        totals.append(whole.with_columns(pl.lit(TOTAL).alias(key) for key in gone).select(list(SCHEMA)))
    return pl.concat(totals)


def _hidden(marked: pl.DataFrame) -> set[tuple[str, str]]:
    return set(marked.filter("is_hidden").select("part_id", "grade").iter_rows())


def _told(marked: pl.DataFrame, smallest: int = 5) -> list[tuple]:
    """Groups below `smallest` that follow from all shown ones together, by linear algebra."""
    cells = list(
        marked.filter((pl.col("part_id") != TOTAL) & (pl.col("grade") != TOTAL))
        .select("part_id", "grade")
        .iter_rows()
    )

    def parts(office: str, grade: str) -> list[float]:
        return [float(office in (TOTAL, own[0]) and grade in (TOTAL, own[1])) for own in cells]

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
    lines = marked.filter((pl.col("part_id") != TOTAL) & (pl.col("grade") != TOTAL))
    open_totals = marked.filter(
        ~pl.col("is_hidden") & ((pl.col("part_id") == TOTAL) != (pl.col("grade") == TOTAL))
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


BANDS = [None, 25.0, 40.0]


def _of_bands(people: dict[tuple[str, float | None], int]) -> pl.DataFrame:
    """People by part and band of cases, half of them above 100 % where there are several; with the whole."""
    whole: dict[tuple[str, float | None], int] = {}
    for (_, above), count in people.items():
        whole["", above] = whole.get(("", above), 0) + count
    rows = []
    for (part, above), count in (people | whole).items():
        rows += [(part, above, None, count - count // 2)] + [(part, above, 100.0, count // 2)] * (count > 1)
    return pl.DataFrame(rows, schema=["part_id", "cases_above", "pct_above", "people"], orient="row")


def test_a_band_of_cases_with_few_people_or_none_has_one_row_without_them() -> None:
    rows = _of_bands({("A", None): 30, ("A", 25.0): 20, ("A", 40.0): 1, ("B", None): 30, ("B", 25.0): 9})
    cleared = bands_cleared(rows, BANDS)
    hidden = cleared.filter("is_hidden")
    assert hidden["people"].null_count() == hidden["pct_above"].null_count() == hidden.height
    gone = set(hidden.select("part_id", "cases_above").iter_rows())
    assert {("A", 40.0), ("B", 40.0), ("", 40.0)} <= gone, "of few, of nobody, and their total"
    assert len(gone) > 3, "what is left of a part would be the band that is hidden"
    shown = cleared.filter(~pl.col("is_hidden"))
    assert (
        shown.height
        and shown.join(rows, on=rows.columns, how="semi", nulls_equal=True).height == shown.height
    )
    assert bands_cleared(rows.clear(), BANDS).is_empty()


@pytest.mark.parametrize("seed", range(60))
def test_no_band_of_few_people_follows_from_what_is_shown(seed: int) -> None:
    chance = Random(seed)
    people = {
        (f"office {office}", above): chance.choice([0, 0, 1, 3, 5, 8, chance.randint(0, 40)])
        for office in range(chance.randint(1, 6))
        for above in BANDS
    }
    rows = _of_bands({key: count for key, count in people.items() if count} or {("office 0", None): 1})
    marked = band_groups(rows, BANDS).with_columns(month_start_on=pl.lit(JUNE))
    assert marked.filter(~pl.col("is_hidden"))["people"].min() in (None, *range(5, 1000))
    if not marked["is_hidden"].all():
        assert _told(marked) == [], f"seed {seed}"
