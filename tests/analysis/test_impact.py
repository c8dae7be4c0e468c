"""What taking a case would do, by hand at the borders."""

from itertools import repeat

import polars as pl
import pytest

from analysis.impact import WEEKS_AHEAD, case_impact
from tests.analysis.impact_frames import NEXT_MONDAY, THIS_MONDAY, THURSDAY, WEDNESDAY, case, spans, weeks
from tests.reference.days import ONE_DAY, Day

LATER = Day(2027, 1, 1)
SPANS, WEEKS, CASE = spans((50, 100)), weeks((NEXT_MONDAY, 7, 50, 100)), case((WEDNESDAY, LATER, 14))


def impact(
    spans: pl.DataFrame = SPANS,
    weeks: pl.DataFrame = WEEKS,
    case: pl.DataFrame = CASE,
    share: float = 1,
    as_of: Day = WEDNESDAY,
) -> dict[Day, dict]:
    """Rows of the answer by their first day."""
    rows = case_impact(spans, weeks, case, share=share, as_of=as_of).to_dicts()
    by_day = {row["period_start_on"]: row for row in rows}
    assert len(by_day) == len(rows)
    return by_day


def added(row: dict) -> float:
    return row["workload_units_after"] - row["workload_units_before"]


def test_officer_at_half_is_at_64_percent_with_the_case():
    row = impact()[WEDNESDAY]
    assert (row["workload_pct_before"], row["workload_pct_after"]) == (50, 64)
    assert (row["workload_units_before"], row["workload_units_after"], row["capacity_units"]) == (50, 64, 100)


def test_half_of_a_case_adds_half_of_its_weight():
    rows = impact(share=0.5)
    assert [added(rows[day]) for day in (WEDNESDAY, THURSDAY, NEXT_MONDAY)] == [7, 7, 7]
    assert rows[NEXT_MONDAY]["workload_pct_after"] == 57


def test_an_officer_in_two_offices_is_one_person():
    rows = impact(spans((50, 100), (10, 20)), weeks((NEXT_MONDAY, 7, 50, 100), (NEXT_MONDAY, 7, 10, 20)))
    for day in (WEDNESDAY, NEXT_MONDAY):
        assert (rows[day]["workload_units_before"], rows[day]["capacity_units"]) == (60, 120)
        assert rows[day]["workload_pct_before"] == 50
        assert rows[day]["workload_pct_after"] == pytest.approx(100 * 74 / 120)


def test_case_that_ends_in_mid_week_adds_its_days_and_nothing_later():
    # Monday to Wednesday: 3 days of 7.
    rows = impact(case=case((WEDNESDAY, NEXT_MONDAY + 3 * ONE_DAY, 14)))
    assert added(rows[NEXT_MONDAY]) == pytest.approx(6)
    assert added(rows[NEXT_MONDAY + 7 * ONE_DAY]) == 0


def test_case_that_ends_on_a_monday_adds_nothing_to_its_week():
    rows = impact(case=case((WEDNESDAY, NEXT_MONDAY, 14)))
    assert (added(rows[THURSDAY]), added(rows[NEXT_MONDAY])) == (14, 0)


def test_weight_that_changes_in_mid_week_counts_by_days():
    change = NEXT_MONDAY + 2 * ONE_DAY
    rows = impact(case=case((WEDNESDAY, change, 14), (change, LATER, 7)))
    assert added(rows[NEXT_MONDAY]) == pytest.approx((2 * 14 + 5 * 7) / 7)
    assert added(rows[NEXT_MONDAY + 7 * ONE_DAY]) == 7


def test_weight_that_changes_tomorrow_is_not_yet_that_of_today():
    rows = impact(case=case((WEDNESDAY, THURSDAY, 14), (THURSDAY, LATER, 7)))
    assert (added(rows[WEDNESDAY]), added(rows[THURSDAY])) == (14, 7)


def test_what_is_left_of_the_running_week_is_a_mean_over_its_own_days():
    # Thursday to Sunday; on Thursday and Friday the case weighs 14, then nothing.
    rows = impact(weeks=weeks((THIS_MONDAY, 4, 30, 40)), case=case((WEDNESDAY, Day(2025, 7, 19), 14)))
    left = rows[THURSDAY]
    assert (left["days"], left["workload_units_before"], left["capacity_units"]) == (4, 30, 40)
    assert left["workload_units_after"] == pytest.approx(30 + 14 * 2 / 4)
    assert left["workload_pct_after"] == pytest.approx(100 * 37 / 40)


def test_no_capacity_is_no_percentage_and_the_work_is_still_told():
    rows = impact(spans((50, 0)), weeks((NEXT_MONDAY, 7, 50, 0)))
    for day in (WEDNESDAY, NEXT_MONDAY):
        assert rows[day]["workload_units_after"] == 64
        assert (rows[day]["workload_pct_before"], rows[day]["workload_pct_after"]) == (None, None)


def test_marts_without_a_row_are_an_officer_without_work_and_capacity():
    rows = impact(spans(), weeks())
    assert len(rows) == WEEKS_AHEAD + 2
    for row in rows.values():
        assert (row["workload_units_before"], row["workload_units_after"], row["capacity_units"]) == (
            0,
            14,
            0,
        )


def test_span_that_ended_before_as_of_does_not_count():
    assert impact(spans((50, 100), until=WEDNESDAY))[WEDNESDAY]["workload_units_before"] == 0


def test_case_of_no_weight_changes_nothing():
    assert {added(row) for row in impact(case=case((WEDNESDAY, LATER, 0))).values()} == {0}


def test_as_of_comes_first_then_the_rest_of_its_week_then_52_weeks():
    rows = impact()
    assert list(rows) == sorted(rows)
    assert [row["days"] for row in rows.values()] == [1, 4, *repeat(7, 52)]
    assert list(rows)[:3] == [WEDNESDAY, THURSDAY, NEXT_MONDAY]
    assert max(rows) == NEXT_MONDAY + 51 * 7 * ONE_DAY


def test_after_a_sunday_the_first_week_is_a_whole_one():
    sunday = Day(2025, 7, 20)
    rows = impact(spans((50, 100), until=NEXT_MONDAY), case=case((sunday, LATER, 14)), as_of=sunday)
    assert [row["days"] for row in rows.values()] == [1, *repeat(7, 52)]
    assert list(rows)[:2] == [sunday, NEXT_MONDAY]


def test_on_a_monday_the_day_and_the_rest_of_its_week_are_two_rows():
    tuesday = THIS_MONDAY + ONE_DAY
    rows = impact(
        weeks=weeks((THIS_MONDAY, 6, 30, 40)), case=case((THIS_MONDAY, LATER, 14)), as_of=THIS_MONDAY
    )
    assert [row["days"] for row in rows.values()][:3] == [1, 6, 7]
    assert (rows[THIS_MONDAY]["workload_units_before"], rows[tuesday]["workload_units_before"]) == (50, 30)


@pytest.mark.parametrize("share", [0, -0.1, 1.000001, float("nan")])
def test_share_outside_its_bounds_is_refused(share):
    with pytest.raises(ValueError, match="share is above 0 and at most 1"):
        impact(share=share)


@pytest.mark.parametrize(
    ("frames", "column"),
    [
        ({"spans": pl.concat([SPANS, spans((1, 1), officer_id="bert")])}, "officer_id"),
        ({"weeks": weeks((NEXT_MONDAY, 7, 1, 1), officer_id="bert")}, "officer_id"),
        (
            {"weeks": pl.concat([WEEKS, weeks((NEXT_MONDAY, 7, 1, 1), weight_scheme="hours")])},
            "weight_scheme",
        ),
        ({"case": case((WEDNESDAY, LATER, 14), weight_scheme="hours")}, "weight_scheme"),
        ({"case": pl.concat([CASE, case((WEDNESDAY, LATER, 14), case_id="2")])}, "case_id"),
    ],
)
def test_rows_of_two_officers_schemes_or_cases_are_refused(frames, column):
    with pytest.raises(ValueError, match=f"of one {column}; the rows have 2"):
        impact(**frames)


@pytest.mark.parametrize("weights", [(), ((THURSDAY, LATER, 14),), ((THIS_MONDAY, WEDNESDAY, 14),)])
def test_case_that_is_not_open_on_as_of_is_refused(weights):
    with pytest.raises(ValueError, match="not open on that day"):
        impact(case=case(*weights))


@pytest.mark.parametrize(
    "row", [(THIS_MONDAY, 7), (NEXT_MONDAY, 4), (THIS_MONDAY - 7 * ONE_DAY, 7), (Day(2026, 7, 20), 7)]
)
def test_weeks_of_another_outlook_are_refused(row):
    with pytest.raises(ValueError, match="not of the outlook from 2025-07-16"):
        impact(weeks=weeks((*row, 50, 100)))
