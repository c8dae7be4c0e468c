"""The shipped weights, derived a second time from what they claim to rest on."""

import csv
import re
from collections import defaultdict
from decimal import Decimal

import pytest

from tests.beside import given

# Hours a month and hours to start, as proposed for Flanders. All of it is an assumption.
BASE_AND_START = {
    "probation": ("1.4", "5"),
    "autonomous_probation": ("1.6", "5"),
    "work_penalty": ("0.8", "4"),
    "pretrial_conditions": ("1.8", "4"),
    "electronic_monitoring": ("2.2", "5"),
    "conditional_release": ("2.6", "6"),
    "limited_detention": ("2.6", "6"),
    "placement_at_disposal": ("2.6", "6"),
    "internment": ("3.0", "6"),
    "autonomous_monitoring": ("2.0", "4"),
    "mediation_and_measures": ("0.9", "4"),
    "chain_case": ("2.0", "6"),
}
RISK = {"high": "1.5", "medium": "1", "low": "0.7", "not_assessed": "1.1"}
PHASE = {"0": "1.8", "1": "1.8", "3": "1", "12": "0.7"}
HOURS_ONCE = {"home_ban": 8, "brief_report": 6, "social_enquiry": 14, "family_enquiry": 20}
LICENCE = {
    "electronic_monitoring",
    "conditional_release",
    "limited_detention",
    "placement_at_disposal",
    "internment",
}


@pytest.fixture
def weights(seed):
    """Weight by (supervision type, risk level, from month) and scheme."""
    found = defaultdict(dict)
    for row in seed("case_weights"):
        key = (row["supervision_type"], row["risk_level"], row["from_month"])
        found[row["weight_scheme"]][key] = Decimal(row["weight"])
    return found


@pytest.mark.parametrize("supervision_type", BASE_AND_START)
def test_hours_are_base_by_phase_by_risk_plus_the_start(weights, supervision_type):
    base, start = map(Decimal, BASE_AND_START[supervision_type])
    for level, risk in RISK.items():
        for month, phase in PHASE.items():
            expected = base * Decimal(phase) * Decimal(risk) + (start if month == "0" else 0)
            assert weights["fl_type_phase"][supervision_type, level, month] == expected


@pytest.mark.parametrize("supervision_type", HOURS_ONCE)
def test_hours_given_once_are_spent_in_the_first_months_and_nothing_after(seed, supervision_type):
    rows = [
        row
        for row in seed("case_weights")
        if row["weight_scheme"] == "fl_type_phase" and row["supervision_type"] == supervision_type
    ]
    spent = [Decimal(row["weight"]) * int(row["to_month"]) for row in rows if row["to_month"]]
    assert sum(spent) == HOURS_ONCE[supervision_type]
    assert [row["weight"] for row in rows if not row["to_month"]] == ["0"]


def test_months_of_every_type_and_level_run_from_the_first_to_an_open_end_without_gap(seed):
    months = defaultdict(list)
    for row in seed("case_weights"):
        subject = (row["weight_scheme"], row["supervision_type"], row["risk_level"])
        months[subject].append((int(row["from_month"]), row["to_month"]))
    for subject, bounds in months.items():
        bounds.sort()
        ends = [end for _, end in bounds]
        assert bounds[0][0] == 0 and ends[-1] == "", subject
        assert [str(start) for start, _ in bounds[1:]] == ends[:-1], subject


def test_published_points_are_those_of_the_english_tool(seed):
    with given("facts/wmt_weights.csv").open(encoding="utf-8", newline="") as file:
        published = {(row["setting"], row["tier"].lower(), row["points"]) for row in csv.DictReader(file)}
    shipped = {
        (row["supervision_type"], row["risk_level"], row["weight"])
        for row in seed("case_weights")
        if row["weight_scheme"] == "wmt_tier" and row["basis"] == "published"
    }
    assert len(published) == 48
    assert shipped == published


def test_flemish_cases_weigh_what_the_tier_they_are_mapped_to_weighs(seed, weights):
    mapped = 0
    for row in seed("case_weights"):
        tier = re.search(r"mapped to (community|licence) ([a-d][0-3])", row["source"])
        if tier:
            mapped += 1
            assert Decimal(row["weight"]) == weights["wmt_tier"][*tier.groups(), "0"]
            assert (tier[1] == "licence") == (row["supervision_type"] in LICENCE)
    assert mapped == 13 * len(RISK) + 1


def test_four_two_one_holds_for_every_type(seed, weights):
    types = {row["work_type"] for row in seed("work_types") if row["kind"] == "mandate"}
    hours = {"high": 4, "medium": 2, "low": 1, "not_assessed": 2}
    expected = {(kind, level, "0"): hours[level] for kind in types for level in hours}
    assert weights["risk_4_2_1"] == expected


def test_every_case_counts_one(seed, weights):
    types = {row["work_type"] for row in seed("work_types") if row["kind"] == "mandate"}
    assert weights["count"] == {(kind, "any", "0"): 1 for kind in types}


def test_warrants_and_suspensions_switch_a_case_off(seed):
    factors = {(row["weight_scheme"], row["flag"]): Decimal(row["factor"]) for row in seed("case_factors")}
    for scheme in ("fl_type_phase", "wmt_tier"):
        assert factors[scheme, "warrant"] == factors[scheme, "suspended"] == 0
    assert {scheme for scheme, _ in factors} == {"fl_type_phase", "wmt_tier"}
