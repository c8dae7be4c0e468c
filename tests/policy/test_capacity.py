"""What an officer can give, and the worked numbers of the model that rest on policy alone."""

from decimal import Decimal

import pytest


@pytest.fixture
def capacity(seed):
    """Full-time capacity by scheme, in the unit of the scheme."""
    return {row["weight_scheme"]: Decimal(row["full_time_capacity"]) for row in seed("weight_schemes")}


@pytest.fixture
def weight(seed):
    """The weight of a type at a level in month 0."""

    def of(scheme: str, supervision_type: str, risk_level: str) -> Decimal:
        wanted = (scheme, supervision_type, risk_level, "0")
        columns = ("weight_scheme", "supervision_type", "risk_level", "from_month")
        found = [
            Decimal(row["weight"])
            for row in seed("case_weights")
            if tuple(row[column] for column in columns) == wanted
        ]
        assert len(found) == 1
        return found[0]

    return of


def test_a_year_of_260_days_becomes_105_hours_a_month(seed, capacity):
    steps = {row["step"]: Decimal(row["value"]) for row in seed("capacity_chain")}
    days = steps["working_days"] + steps["annual_leave"] + steps["public_holidays"]
    days += steps["training_and_supervision_of_practice"]
    assert days == 210
    hours_a_year = days * (1 - steps["sickness"]) * steps["hours_a_day"]
    assert round(hours_a_year, -1) == 1490
    hours_a_month = hours_a_year / steps["months_a_year"]
    assert round(hours_a_month) == 124
    for_cases = hours_a_month * (1 - steps["meetings_travel_and_administration"])
    assert for_cases // steps["whole_hours"] * steps["whole_hours"] == capacity["fl_type_phase"] == 105


def test_thirty_high_sixty_medium_or_120_low_risk_cases_fill_a_month(weight, capacity):
    hours = [cases * weight("risk_4_2_1", "probation", level) for cases, level in _yardsticks()]
    assert hours == [capacity["risk_4_2_1"]] * 3 == [120] * 3


def _yardsticks():
    return [(30, "high"), (60, "medium"), (120, "low")]


def test_fifteen_high_risk_cases_fill_a_half_time_officer(weight, capacity):
    half = Decimal("0.5") * capacity["risk_4_2_1"]
    assert 100 * 15 * weight("risk_4_2_1", "probation", "high") / half == 100


def test_one_community_a3_case_is_nearly_a_tenth_of_a_full_timer(weight, capacity):
    points = weight("wmt_tier", "community", "a3")
    assert points == 206
    assert round(100 * points / capacity["wmt_tier"], 2) == Decimal("9.47")


def test_thirty_hours_less_reductions_leave_1658_and_a_half_points(capacity):
    available = capacity["wmt_tier"] * (30 - Decimal("1.8")) / 37
    assert round(available, 1) == Decimal("1658.5")


def test_fifty_cases_are_a_full_count(weight, capacity):
    assert 50 * weight("count", "probation", "any") == capacity["count"]


def test_a_trainee_grows_from_a_fifth_to_a_whole_officer_in_every_scheme(seed):
    shares = {}
    for row in seed("capacity_grades"):
        shares.setdefault(row["weight_scheme"], {})[row["grade"]] = Decimal(row["capacity_share"])
    expected = {
        "trainee_months_0_6": Decimal("0.2"),
        "trainee_months_6_12": Decimal("0.4"),
        "trainee_months_12_18": Decimal("0.6"),
        "newly_qualified": Decimal("0.8"),
        "officer": 1,
        "senior_officer": 1,
    }
    assert shares == {row["weight_scheme"]: expected for row in seed("weight_schemes")}


def test_english_reports_weigh_for_thirty_days_after_delivery_flemish_work_while_it_is_open(seed):
    after = {row["task_type"]: row for row in seed("task_weights") if row["weight_scheme"] == "wmt_tier"}
    reports = {name: (row["weight"], row["weighs"], row["window_days"]) for name, row in after.items()}
    assert reports == {
        "presentence_report": ("138", "after_delivery", "30"),
        "parole_report": ("120", "after_delivery", "30"),
    }
    flemish = [row for row in seed("task_weights") if row["weight_scheme"] == "fl_type_phase"]
    assert {row["weighs"] for row in flemish} == {"in_progress"}
    assert {row["window_days"] for row in flemish} == {""}
