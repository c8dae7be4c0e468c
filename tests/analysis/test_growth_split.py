"""The split of growth is the mean over all orders, and its parts add up, whatever is missing."""

from itertools import product
from random import Random

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.growth import MEASURES, factors_of, growth_split, in_long_form
from tests.analysis.growth_by_orders import (
    STAFF,
    STOCK,
    WORK,
    Office,
    by_office,
    mean_over_all_orders,
    mean_over_all_sets,
    pct_of,
)
from tests.analysis.growth_drawn import (
    AFTER,
    AREAS,
    BEFORE,
    KNOWN_MONTHS,
    LINES,
    OFFICES,
    PAIRS,
    as_months,
    frames_drawn,
)

EXACT = 1e-9
SEEDS = st.integers(0, 2**32)
PLACES = list(product(OFFICES, LINES))


def split(measure: str, frames: dict, pairs: pl.DataFrame = PAIRS) -> dict[tuple[str, str, str], dict]:
    rows = growth_split(measure, as_months(frames), pairs, AREAS).to_dicts()
    return {(row["area_id"], row["office_id"], row["service_line"]): row for row in rows}


def office(frames: dict, place: tuple[str, str], when: str) -> Office:
    months = by_office(frames)
    return Office(months[*place, BEFORE], months[*place, AFTER], when, KNOWN_MONTHS)


def near(parts: dict[str, float]) -> object:
    return pytest.approx(parts, abs=EXACT)


def of_causes(row: dict | None, causes: tuple[str, ...]) -> dict[str, float]:
    return {cause: row[cause] if row else 0.0 for cause in causes}


@given(SEEDS)
@settings(max_examples=40, deadline=None)
def test_open_cases_are_split_as_over_every_order(seed: int):
    frames = frames_drawn(Random(seed))
    found = split("open_cases", frames)
    for place in PLACES:
        slow = mean_over_all_orders(office(frames, place, "end").all_open_cases, STOCK)
        assert of_causes(found.get((place[0], *place)), STOCK) == near(slow)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_work_is_split_as_over_every_order(seed: int):
    frames = frames_drawn(Random(seed))
    found = split("workload_units", frames)
    for place in PLACES:
        slow = mean_over_all_sets(office(frames, place, "avg").work, WORK)
        assert of_causes(found.get((place[0], *place)), WORK) == near(slow)


def test_counting_orders_is_going_through_them():
    def outcome(changed: frozenset[str]) -> float:
        return sum(len(one) ** 2 for one in changed) * len(changed) ** 1.5

    causes = ("a", "bb", "ccc", "dddd", "eeeee", "ffffff")
    assert mean_over_all_orders(outcome, causes) == near(mean_over_all_sets(outcome, causes))


# Of these the service has capacity in both months, in one line or both.
@pytest.mark.parametrize("seed", [3, 8])
def test_percentage_of_the_service_is_split_as_over_every_order(seed: int):
    frames = frames_drawn(Random(seed))
    rows = growth_split("workload_pct", as_months(frames), PAIRS, AREAS)
    whole = rows.filter(pl.col("area_id") == "service")
    assert whole.height
    for line in whole["service_line"].unique():
        offices = [office(frames, (one, line), "avg") for one in OFFICES]
        slow = mean_over_all_sets(pct_of(offices), (*WORK, *STAFF))
        sums = whole.filter(pl.col("service_line") == line).select(pl.col(*WORK, *STAFF).sum())
        assert sums.to_dicts()[0] == near(slow)


@given(SEEDS, st.sampled_from(MEASURES))
@settings(max_examples=150, deadline=None)
def test_parts_add_up_to_the_change_of_each_office_and_area(seed: int, measure: str):
    rows = growth_split(measure, as_months(frames_drawn(Random(seed))), PAIRS, AREAS)
    # In a percentage the staff of one office moves the parts of all: only together are they its change.
    whole = ["area_id", "service_line"] + ["office_id"] * (measure != "workload_pct")
    for _, own in rows.group_by(whole):
        parts = sum(own[cause].sum() for cause in factors_of(measure))
        assert parts == pytest.approx(own["after"].sum() - own["before"].sum(), abs=EXACT)


@given(SEEDS)
@settings(max_examples=60, deadline=None)
def test_levels_are_those_of_the_months(seed: int):
    frames = frames_drawn(Random(seed))
    months = by_office(frames)
    for measure, frame, amount in (
        ("open_cases", "cohorts", "open_cases_end"),
        ("workload_units", None, "workload_units_avg"),
    ):
        found = split(measure, frames)
        for place in PLACES:
            row = found.get((place[0], *place), {"before": 0, "after": 0})
            for side, month in (("before", BEFORE), ("after", AFTER)):
                own = months[*place, month]
                rows = own[frame] if frame else own["mix"] + own["tasks"]
                assert row[side] == pytest.approx(sum(one[amount] for one in rows), abs=EXACT)


@given(SEEDS)
@settings(max_examples=60, deadline=None)
def test_percentage_of_an_area_is_the_ratio_of_its_sums(seed: int):
    frames = frames_drawn(Random(seed))
    months = by_office(frames)
    rows = growth_split("workload_pct", as_months(frames), PAIRS, AREAS)
    for (area, line), own in rows.group_by("area_id", "service_line"):
        offices = OFFICES if area == "service" else (area,)
        for side, month in (("before", BEFORE), ("after", AFTER)):
            here = [months[one, line, month] for one in offices]
            work = sum(row["workload_units_avg"] for one in here for row in one["mix"] + one["tasks"])
            capacity = sum(row["capacity_units_avg"] for one in here for row in one["staff"])
            assert own[side].sum() == pytest.approx(100 * work / capacity, abs=EXACT)


@given(SEEDS, st.sampled_from(MEASURES[:2]))
@settings(max_examples=40, deadline=None)
def test_the_service_is_the_sum_of_its_offices(seed: int, measure: str):
    found = split(measure, frames_drawn(Random(seed)))
    for cause in ("before", "after", *factors_of(measure)):
        of_service = sum(row[cause] for (area, *_), row in found.items() if area == "service")
        of_offices = sum(row[cause] for (area, *_), row in found.items() if area != "service")
        assert of_service == pytest.approx(of_offices, abs=EXACT)


@pytest.mark.parametrize("measure", MEASURES)
def test_no_change_has_no_parts_and_backwards_is_the_opposite(measure: str):
    frames = frames_drawn(Random(8))
    pairs = pl.DataFrame({"before_on": [BEFORE, AFTER, AFTER], "after_on": [BEFORE, AFTER, BEFORE]})
    same = growth_split(measure, as_months(frames), pairs, AREAS)
    causes = factors_of(measure)
    still = same.filter(pl.col("before_on") == pl.col("after_on"))
    assert still.height
    assert still.select(pl.max_horizontal(pl.col(causes).abs()).max()).item() == 0
    back = same.filter(pl.col("before_on") > pl.col("after_on"))
    forth = growth_split(measure, as_months(frames), PAIRS, AREAS)
    keys = ["area_id", "office_id", "service_line"]
    one, other = (rows.sort(keys).select(pl.col(causes)).to_numpy() for rows in (back, forth))
    assert one == pytest.approx(-other, abs=EXACT)


def test_many_pairs_at_once_are_each_as_alone():
    months = (BEFORE, AFTER, AFTER.replace(month=7))
    frames = frames_drawn(Random(5), months)
    pairs = pl.DataFrame(list(product(months, months)), schema=["before_on", "after_on"], orient="row")
    together = growth_split("workload_units", as_months(frames), pairs, AREAS)
    for pair in pairs.iter_slices(1):
        alone = growth_split("workload_units", as_months(frames), pair, AREAS)
        same = together.join(pair, on=["before_on", "after_on"], how="semi")
        keys = ["area_id", "office_id", "service_line"]
        assert same.sort(keys).equals(alone.sort(keys))


@pytest.mark.parametrize("measure", MEASURES)
def test_the_total_of_the_long_form_is_the_sum_of_the_others(measure: str):
    rows = growth_split(measure, as_months(frames_drawn(Random(8))), PAIRS, AREAS)
    long = in_long_form(rows, measure)
    assert set(long["factor"]) == {*factors_of(measure), "total"}
    for _, own in long.group_by("area_id", "service_line"):
        parts = own.filter(pl.col("factor") != "total")["change"].sum()
        assert parts == pytest.approx(own.filter(pl.col("factor") == "total")["change"].item(), abs=EXACT)


def test_the_worked_example_of_the_method():
    # docs/method.md, Why it grew: of 100 received 60 and 40, of 120 later 60 each.
    place = {"office_id": "A", "service_line": "offenders", "age_from_months": 0, "age_to_months": 3}
    counts = {("probation", BEFORE): (60, 30), ("probation", AFTER): (60, 24)}
    counts |= {("penalty", BEFORE): (40, 8), ("penalty", AFTER): (60, 18)}
    rows = [
        place
        | {"supervision_type": kind, "month_start_on": month, "received_cases": received}
        | {
            f"{stem}_{when}": is_open
            for stem in ("still_open_cases", "open_cases")
            for when in ("end", "avg")
        }
        for (kind, month), (received, is_open) in counts.items()
    ]
    found = split("open_cases", {"cohorts": rows, "mix": [], "tasks": [], "staff": []})["A", "A", "offenders"]
    expected = {"inflow": 7.233333, "kinds": -2.166667, "stay": -1.066667, "older": 0, "transfers": 0}
    assert of_causes(found, STOCK) == pytest.approx(expected, abs=1e-6)
