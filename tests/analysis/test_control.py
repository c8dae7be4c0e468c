"""Control charts held to rules written out one by one, on drawn series, and at their edges."""

import math
import random
from itertools import pairwise
from statistics import fmean

import pytest

from analysis.control import (
    assurance,
    chart,
    in_run,
    near_signals,
    process_limits,
    run_ends,
    segments,
    trend_ends,
    trial_limits,
    windows_of_three,
)


def limits_by_hand(values: list[float | None], screened: bool) -> tuple[float, float | None]:
    """The mean, and the mean difference of neighbours, one by one."""
    ranges = [
        abs(after - before) for before, after in pairwise(values) if before is not None and after is not None
    ]
    if screened and any(ranges):
        most = 3.267 * fmean(ranges)
        ranges = [one for one in ranges if one < most]
    return fmean(one for one in values if one is not None), fmean(ranges) if ranges else None


def kinds_by_hand(values: list[float | None], screened: bool) -> list[str | None]:
    """Each rule as a sentence says it, over every window that a point is in."""
    mean, moving = limits_by_hand(values, screened)
    far = math.inf if moving is None else 2.66 * moving
    near = math.inf if moving is None else 2 * 2.66 / 3 * moving

    def is_in(windows: int, holds: callable, place: int) -> bool:
        starts = range(max(place - windows + 1, 0), min(place, len(values) - windows) + 1)
        parts = [values[start : start + windows] for start in starts]
        return any(None not in part and holds(part) for part in parts)

    def same_side(part: list[float]) -> bool:
        return all(one > mean for one in part) or all(one < mean for one in part)

    def moves(part: list[float]) -> bool:
        steps = [after - before for before, after in pairwise(part)]
        return all(one > 0 for one in steps) or all(one < 0 for one in steps)

    def is_near(value: float) -> bool:
        return near < abs(value - mean) <= far

    def two_near(part: list[float]) -> bool:
        return same_side(part) and sum(map(is_near, part)) >= 2

    found = []
    for place, value in enumerate(values):
        if value is None:
            found.append(None)
        elif abs(value - mean) > far:
            found.append("outside")
        elif is_in(7, same_side, place):
            found.append("shift")
        elif is_in(7, moves, place):
            found.append("trend")
        else:
            found.append("two_of_three" if is_near(value) and is_in(3, two_near, place) else "common")
    return found


def drawn(seed: int) -> list[float | None]:
    """Quiet months, drifts, jumps and gaps."""
    draw = random.Random(seed)
    level, values = 50.0, []
    for _ in range(draw.randint(2, 40)):
        level += draw.choice([0, 0, 0, 1.3, -1.1, 7.7])
        values.append(None if draw.random() < 0.05 else level + draw.gauss(0, draw.choice([0.4, 3, 9])))
    return values if any(one is not None for one in values) else [1.0]


@pytest.mark.parametrize("screening", ["none", "once"])
def test_limits_and_kinds_are_those_of_the_rules_written_out(screening):
    seen = set()
    for seed in range(300):
        values = drawn(seed)
        found = chart(values, screening=screening)
        mean, moving = limits_by_hand(values, screening == "once")
        limits = process_limits(values, screening=screening)
        assert limits.mean == pytest.approx(mean, rel=1e-12)
        assert (limits.moving_range is None) == (moving is None)
        if moving is not None:
            assert limits.upper == pytest.approx(mean + 2.66 * moving, rel=1e-12)
            assert limits.lower == pytest.approx(mean - 2.66 * moving, rel=1e-12)
        assert found["kind"].to_list() == kinds_by_hand(values, screening == "once")
        seen |= set(found["kind"])
    assert seen == {"outside", "shift", "trend", "two_of_three", "common", None}


def test_a_segment_is_a_chart_of_its_own():
    values = [one or 0.0 for one in drawn(7) + drawn(8)]
    place = len(drawn(7))
    whole = chart(values, screening="once", rebase_at=[place])
    for number, part in enumerate([values[:place], values[place:]]):
        rows = whole.filter(whole["segment"] == number).drop("segment")
        assert rows.equals(chart(part, screening="once").drop("segment"))


def test_screening_is_a_choice_that_must_be_named():
    values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    assert process_limits(values, screening="once").upper == pytest.approx(4.60, abs=0.005)
    assert process_limits(values, screening="none").upper > 6.9
    with pytest.raises(TypeError):
        process_limits(values)
    with pytest.raises(ValueError, match="none or once"):
        process_limits(values, screening="twice")


def test_a_baseline_makes_the_limits_of_the_months_after_it():
    values = [10, 11, 10, 11, 90, 80]
    assert process_limits(values, screening="none", baseline_points=4).upper == pytest.approx(10.5 + 2.66)
    found = chart(values, screening="none", baseline_points=4)
    assert found["kind"].to_list() == ["common"] * 4 + ["outside"] * 2
    assert found["is_trial"].all()
    assert chart([None, 5], screening="none", baseline_points=1)["mean"].to_list() == [None, None]
    with pytest.raises(ValueError, match="one value or more"):
        process_limits(values, screening="none", baseline_points=0)


@pytest.mark.parametrize("constant", [0.0, 0.1, 7.0, 1 / 3, 1e9 + 0.3])
def test_a_series_that_never_changes_has_limits_and_no_signal(constant):
    found = chart([constant] * 15, screening="once")
    assert found["kind"].unique().to_list() == ["common"]
    assert found["lower"][0] == pytest.approx(constant, rel=1e-12)
    assert found["upper"][0] == pytest.approx(constant, rel=1e-12)


def test_short_series_say_what_is_not_known():
    assert chart([], screening="once").is_empty()
    one = chart([5], screening="once").row(0, named=True)
    assert (one["mean"], one["lower"], one["upper"], one["kind"], one["is_trial"]) == (
        5,
        None,
        None,
        "common",
        True,
    )
    nothing = chart([None, None], screening="once")
    assert nothing["mean"].to_list() == [None, None]
    assert nothing["kind"].to_list() == [None, None]
    with pytest.raises(ValueError, match="No value"):
        process_limits([None], screening="none")


def test_a_missing_month_is_no_neighbour_and_breaks_a_run():
    limits = process_limits([1, None, 100, 101], screening="none")
    assert limits.moving_range == 1
    run = [10, *[1] * 6]
    assert run_ends([1] * 7).tolist() == [0] * 6 + [1]
    broken = chart([0, 0, 0, 0, 9, 9, 9, None, 9, 9, 9, 0, 0, 0], screening="none")
    assert "shift" not in broken["kind"].to_list()
    assert trend_ends([*run, math.nan]).tolist() == [0] * 8


def test_fewer_than_twelve_values_are_a_trial_and_gaps_do_not_count_as_values():
    assert [trial_limits(points) for points in (0, 11, 12, 13)] == [True, True, False, False]
    assert chart([1, 2] * 6, screening="once")["is_trial"].unique().to_list() == [False]
    assert chart([1, 2] * 5 + [1, None], screening="once")["is_trial"].unique().to_list() == [True]


def test_rules_take_nothing_and_refuse_what_does_not_match():
    assert run_ends([]).size == in_run([]).size == trend_ends([]).size == windows_of_three([], []).size == 0
    assert near_signals([1, 1], [1, 1]).tolist() == [0, 0]
    with pytest.raises(ValueError, match="Each point"):
        windows_of_three([1], [1, 1])
    assert segments([]) == []
    assert segments([1, 0, 1]) == [0, 0, 1]
    with pytest.raises(ValueError, match="month of the series"):
        chart([1, 2], screening="once", rebase_at=[2])
    with pytest.raises(ValueError, match="infinite"):
        chart([1, math.inf], screening="once")
    with pytest.raises(ValueError, match="one value for each month"):
        chart([[1], [2]], screening="once")


def test_assurance_needs_a_target_a_direction_and_limits():
    assert assurance(1, 3, None, "increase") is None
    assert assurance(None, None, 2, "increase") is None
    assert assurance(1, 3, 2, "neutral") is None
    assert assurance(1, 3, 0, "increase") == assurance(1, 3, 4, "decrease") == "consistent_pass"
    assert assurance(1, 3, 0, "decrease") == assurance(1, 3, 4, "increase") == "consistent_fail"
    with pytest.raises(ValueError, match="neutral"):
        assurance(1, 3, 2, "up")
