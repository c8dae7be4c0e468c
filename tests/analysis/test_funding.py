"""Need, rules and turning points by hand, and refused where they would mean nothing."""

import polars as pl
import pytest

from analysis.funding import ASSUMPTIONS, deciding, shared_staff, staff_need, turning_points

# 25 full-timers contracted, 20 available, who give 100 units each: 2000. Work of 1000 cases: 2400.
LOAD = {
    "workload_units_avg": 2400.0,
    "capacity_units_avg": 2000.0,
    "contract_fte_avg": 25.0,
    "available_fte_avg": 20.0,
    "active_cases_avg": 1000.0,
    "later_weight_units": 2.0,
}


def loads(**changed: float | None) -> pl.DataFrame:
    return pl.DataFrame([LOAD | changed], schema=dict.fromkeys(LOAD, pl.Float64))


def factors(target: float = 100, **changed: float | None) -> dict[str, float | None]:
    points = turning_points(loads(**changed), target)
    return dict(points.select("assumption", "turning_factor").iter_rows())


def test_the_need_is_the_work_by_what_a_full_timer_gives():
    row = staff_need(loads()).row(0, named=True)
    assert (row["need_fte"], row["gap_fte"]) == (24, 4)


def test_a_lighter_target_needs_more_staff():
    row = staff_need(loads(), 80).row(0, named=True)
    assert (row["need_fte"], row["gap_fte"]) == pytest.approx((30, 10))


@pytest.mark.parametrize("unknown", [{"capacity_units_avg": 0.0}, {"available_fte_avg": None}])
def test_without_capacity_there_is_no_need(unknown):
    row = staff_need(loads(**unknown)).row(0, named=True)
    assert (row["need_fte"], row["gap_fte"]) == (None, None)


def test_two_rules_share_the_same_staff():
    parts = pl.DataFrame({"active_cases_avg": [60.0, 40.0, 0.0], "workload_units_avg": [30.0, 60.0, 10.0]})
    shared = shared_staff(parts, 50)
    assert shared["by_case_fte"].to_list() == [30, 20, 0]
    assert shared["by_work_fte"].to_list() == [15, 30, 5]
    assert shared["rules_differ_fte"].to_list() == [-15, 10, 5]


@pytest.mark.parametrize("staff", [None, 50])
def test_what_is_not_known_is_not_shared(staff):
    parts = pl.DataFrame({"active_cases_avg": [60.0, 40.0], "workload_units_avg": [None, 60.0]})
    shared = shared_staff(parts, staff)
    assert shared["by_work_fte"].to_list() == shared["rules_differ_fte"].to_list() == [None, None]
    assert shared["by_case_fte"].null_count() == (2 if staff is None else 0)


def test_where_the_answer_turns_at_120_percent():
    # Work must fall to 2000: 5 in 6. A fifth of the staff is away; nobody away gives 2500.
    assert factors() == {
        "weights": pytest.approx(5 / 6),
        "inflow": pytest.approx(5 / 6),
        "stay": pytest.approx(1 - 400 / 2000),
        "absence": pytest.approx((1 - 0.8 * 1.2) / 0.2),
    }


def test_where_the_answer_turns_at_half_the_work():
    assert factors(workload_units_avg=1000.0) == {
        "weights": pytest.approx(2),
        "inflow": pytest.approx(2),
        "stay": pytest.approx(1 + 1000 / 2000),
        "absence": pytest.approx((1 - 0.8 * 0.5) / 0.2),
    }


def test_at_the_target_nothing_has_to_be_off():
    assert factors(target=120) == pytest.approx(dict.fromkeys(ASSUMPTIONS, 1))


def test_what_cannot_turn_the_answer_has_no_factor():
    # Work is 150 % of capacity: even with nobody away there would not be enough.
    assert factors(workload_units_avg=3000.0)["absence"] is None
    assert factors(workload_units_avg=4200.0)["stay"] is None
    assert factors(contract_fte_avg=20.0)["absence"] is None
    assert factors(workload_units_avg=0.0) == dict.fromkeys(ASSUMPTIONS)
    assert factors(capacity_units_avg=0.0) == dict.fromkeys(ASSUMPTIONS)
    assert factors(later_weight_units=None)["stay"] is None


def test_the_deciding_assumption_is_the_one_that_must_change_least():
    found = deciding(turning_points(loads()))
    assert found["assumption"].to_list() == ["weights", "inflow", "stay", "absence"]
    heavier_later = deciding(turning_points(loads(later_weight_units=4.0, workload_units_avg=3000.0)))
    assert heavier_later["assumption"].to_list() == ["stay", "weights", "inflow", "absence"]
    assert heavier_later["turning_change_pct"].to_list() == pytest.approx(
        [-25, -100 / 3, -100 / 3, None], nan_ok=True
    )


@pytest.mark.parametrize("target", [0, -1])
@pytest.mark.parametrize("question", [staff_need, turning_points])
def test_a_target_of_nothing_is_refused(question, target):
    with pytest.raises(ValueError, match="A target load is above 0 %"):
        question(loads(), target)


def test_less_than_no_work_is_refused():
    with pytest.raises(ValueError, match="not negative"):
        shared_staff(pl.DataFrame({"active_cases_avg": [1.0], "workload_units_avg": [-1.0]}), 5)
