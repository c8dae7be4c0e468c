"""The Flemish weights on the published case mix of 2021: about 1.90 hours a case, about 508 full-timers.

Open cases are published (vlaanderen.be, Cijfers 2021). The stays are open cases divided by the cases
received in a year (Little's law), rough where little was published. Everything else is an assumption.
"""

from decimal import Decimal

import pytest

# Supervision type: open cases at the end of 2021, stay in months. The published group penitentiary is
# split in halves, so that its base comes to 2.4 hours a month.
MIX_2021 = {
    "probation": (12726, 31),
    "work_penalty": (5620, 11.5),
    "mediation_and_measures": (3655, 13),
    "electronic_monitoring": (1227.5, 12.3),
    "conditional_release": (1227.5, 12.3),
    "pretrial_conditions": (1502, 6.5),
    "internment": (1241, 46),
    "autonomous_probation": (425, 17),
    "home_ban": (94, 2),
    "autonomous_monitoring": (5, 3),
}
RISK_MIX = {"low": 0.30, "medium": 0.45, "high": 0.20, "not_assessed": 0.05}
# Months between two periodic reports; other types report within their base hours.
REPORT_EVERY = {"pretrial_conditions": 2, "conditional_release": 6, "internment": 6}


@pytest.fixture
def hours_a_month(seed):
    """Mean hours of an open case of a type and stay in months, its closing and its reports included."""
    rows = [row for row in seed("case_weights") if row["weight_scheme"] == "fl_type_phase"]
    tasks = {
        row["task_type"]: float(row["weight"])
        for row in seed("task_weights")
        if row["weight_scheme"] == "fl_type_phase"
    }

    def of(supervision_type: str, stay: float) -> float:
        running = 0.0
        for row in rows:
            if row["supervision_type"] == supervision_type:
                first, last = int(row["from_month"]), float(row["to_month"] or "inf")
                months = max(0.0, min(last, stay) - first)
                running += months * float(row["weight"]) * RISK_MIX.get(row["risk_level"], 1)
        # A task is taken to be open for a month, so that its weight is its hours.
        every = REPORT_EVERY.get(supervision_type)
        reports = tasks["progress_report"] / every if every else 0
        return (running + tasks["closing_work"]) / stay + reports

    return of


def test_the_case_mix_of_2021_asks_for_about_508_full_timers(hours_a_month, seed):
    schemes = {row["weight_scheme"]: Decimal(row["full_time_capacity"]) for row in seed("weight_schemes")}
    open_cases = sum(cases for cases, _ in MIX_2021.values())
    hours = sum(cases * hours_a_month(kind, stay) for kind, (cases, stay) in MIX_2021.items())
    full_timers = hours / float(schemes["fl_type_phase"])
    # 1.94 hours, 513 full-timers and 54.0 cases each: the risk mix alone adds 1.5 % to the proposal.
    assert hours / open_cases == pytest.approx(1.90, rel=0.03)
    assert full_timers == pytest.approx(508, rel=0.03)
    assert open_cases / full_timers == pytest.approx(55, rel=0.03)


def test_the_mix_of_risk_levels_moves_the_total_by_about_two_percent(seed):
    rows = {
        row["risk_level"]: float(row["weight"])
        for row in seed("case_weights")
        if row["weight_scheme"] == "fl_type_phase"
        and row["supervision_type"] == "probation"
        and row["from_month"] == "3"
    }
    mean = sum(share * rows[level] for level, share in RISK_MIX.items())
    assert mean / rows["medium"] == pytest.approx(1.02, abs=0.01)
