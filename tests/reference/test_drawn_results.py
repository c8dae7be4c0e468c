"""The random rows beside load hold what they are drawn for, and hidden answers are hidden by hand too."""

from collections import Counter
from functools import cache
from random import Random

import pytest

from tests.reference.chance import Chance
from tests.reference.days import ONE_DAY, add_months, month_start
from tests.reference.draw_delivery import delivery_drawn
from tests.reference.draw_policy import policy_drawn
from tests.reference.draw_results import RESULT_FILES
from tests.reference.drawn import SEEDS
from tests.reference.records import Delivery
from tests.reference.results import _may_be_told_apart


@cache
def deliveries() -> list[Delivery]:
    """The deliveries that every run compares."""
    found = []
    for seed in SEEDS:
        random = Random(seed)
        chance = Chance(random)
        policy = policy_drawn(random, chance)
        found.append(delivery_drawn(chance, policy.reduction_reasons))
    return found


@cache
def borders() -> Counter:
    """How often each border occurs in them."""
    found: Counter = Counter()
    for one in deliveries():
        found["one of the files does not come"] += not one.not_delivered.isdisjoint(RESULT_FILES)
        found += _contacts(one) + _events(one) + _referrals_and_needs(one) + _surveys(one) + _actions(one)
    return found


def _contacts(one: Delivery) -> Counter:
    found: Counter = Counter()
    moved = {row.case_id: row.valid_from for row in one.case_offices}
    for row in one.contacts:
        found["planned ahead"] += row.planned_on > one.as_of
        found["held without a day"] += row.attendance == "held" and row.held_on is None
        found["held early, in another month"] += month_start(row.counted_on) < month_start(row.planned_on)
        found["held late"] += row.was_held_on is not None and row.was_held_on > row.planned_on
        found["held before a plan that lies ahead"] += (
            row.was_held_on is not None and row.counted_on <= one.as_of < row.planned_on
        )
        found["of a case that had moved"] += row.case_id in moved and moved[row.case_id] <= row.counted_on
        found["of no minutes"] += row.minutes == 0
    return found


def _events(one: Delivery) -> Counter:
    found: Counter = Counter()
    for report in (row for row in one.case_events if row.event == "breach_report"):
        until = add_months(report.occurred_on, 6)
        own = [row for row in one.case_events if row.case_id == report.case_id]
        after = {row.event for row in own if report.occurred_on <= row.occurred_on < until}
        found["watched"] += until <= one.as_of
        found["not watched yet"] += until > one.as_of + ONE_DAY
        found["revoked and sanctioned"] += {"revocation", "sanction"} <= after
        found["sanctioned only"] += "sanction" in after and "revocation" not in after
        found["followed by nothing"] += not after & {"revocation", "sanction"}
        found["followed on its own day"] += any(
            row.occurred_on == report.occurred_on and row.event == "sanction" for row in own
        )
    return found


def _referrals_and_needs(one: Delivery) -> Counter:
    found: Counter = Counter()
    for row in one.referrals:
        found["begun before it was made"] += row.started_on is not None and row.started_on < row.referred_on
        found["ended without result"] += row.ended_on is not None and row.result is None
        found["open"] += row.ended_on is None and row.result is None
    directions: dict[tuple, list] = {}
    for need in one.case_needs:
        directions.setdefault((need.case_id, need.domain), []).append(need)
    for needs in directions.values():
        found["assessed once"] += len(needs) == 1
        found["assessed again"] += len(needs) > 1
        found["from need to protection"] += (needs[0].direction, needs[-1].direction) == (
            "need",
            "protective",
        )
    return found


def _surveys(one: Delivery) -> Counter:
    found: Counter = Counter()
    together: dict[tuple, dict] = {}
    for row in one.surveys:
        together.setdefault((row.wave_on, row.office_id, row.scale), {})[row.group or ""] = row.respondents
        found["ten answers"] += row.respondents == 10
        found["nine answers"] += row.respondents == 9
    for answers in together.values():
        groups = [count for group, count in answers.items() if group]
        is_large = bool(groups) and min(groups) >= 10
        found["groups shown"] += is_large and _may_be_told_apart(answers)
        found["groups hidden for what is left"] += is_large and not _may_be_told_apart(answers)
        found["groups without their office"] += bool(groups) and "" not in answers
    return found


def _actions(one: Delivery) -> Counter:
    found: Counter = Counter()
    for row in one.audit_actions:
        found["done on its deadline"] += row.done_on == row.due_on
        found["overdue today"] += row.done_on is None and row.due_on < one.as_of
        found["due ahead"] += row.done_on is None and row.due_on >= one.as_of
        found["done before it was agreed"] += row.done_on is not None and row.done_on < row.agreed_on
    return found


@pytest.mark.parametrize(
    "border",
    [
        *("planned ahead", "held without a day", "held early, in another month", "held late"),
        *("held before a plan that lies ahead", "of a case that had moved", "of no minutes"),
        *("watched", "not watched yet", "revoked and sanctioned", "sanctioned only", "followed by nothing"),
        *("followed on its own day", "begun before it was made", "ended without result", "open"),
        *("assessed once", "assessed again", "from need to protection"),
        *("ten answers", "nine answers", "groups shown", "groups hidden for what is left"),
        *("groups without their office", "done on its deadline", "overdue today", "due ahead"),
        *("done before it was agreed", "one of the files does not come"),
    ],
)
def test_drawn_rows_beside_load_hold_each_border(border: str) -> None:
    assert borders()[border] >= 1


@pytest.mark.parametrize(
    ("answers", "may"),
    [
        ({"": 41, "a": 9, "b": 32}, False),
        ({"": 42, "a": 10, "b": 32}, True),
        ({"": 19, "a": 10}, False),
        ({"": 20, "a": 10}, True),
        ({"": 10, "a": 10}, True),
        ({"": 27, "a": 10, "b": 12}, False),
        ({"a": 10, "b": 12}, True),
        ({"": 9}, True),
    ],
)
def test_groups_are_told_apart_where_nothing_leaves_fewer_than_ten(answers: dict, may: bool) -> None:
    assert _may_be_told_apart(answers) is may
