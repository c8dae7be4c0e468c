"""The random deliveries hold what they are drawn for: without these borders an agreement proves little."""

import os
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from tests.reference.case_days import ACTIVE, UNCOVERED, WAITING, CaseStory
from tests.reference.chance import LONG_AGO
from tests.reference.contract_days import ContractDay, reduced_share
from tests.reference.days import ONE_DAY, runs
from tests.reference.drawn import SEEDS, drawn_world
from tests.reference.overload import office_overload_months
from tests.reference.to_close import bound_days, to_close
from tests.reference.world import World

REPOSITORY = Path(__file__).parents[2]
DIGEST = """
import zlib
from tests.reference.drawn import drawn_world
drawn = drawn_world(5)
print(zlib.crc32(repr((drawn.delivery, drawn.policy)).encode()))
"""


@cache
def borders() -> Counter:
    """How often each border occurs in the deliveries that every run compares."""
    found: Counter = Counter()
    for seed in SEEDS:
        drawn = drawn_world(seed)
        found += _case_borders(drawn) + _day_borders(drawn) + _staff_borders(drawn) + _task_borders(drawn)
        found += _plans(drawn) + _weights_that_change(drawn) + _people_above(drawn)
    return found


def _case_borders(drawn: World) -> Counter:
    found: Counter = Counter()
    for story in drawn.stories:
        case, carried_on = story.case, story.first_carried_on
        found["ended the day it opened"] += case.ended_on == case.opened_on
        found["started before received"] += case.opened_on < case.received_on
        found["never carried"] += carried_on is None
        found["clock at a month's end"] += carried_on is not None and (carried_on + ONE_DAY).day == 1
        found["assigned before opening"] += any(row.valid_from < case.opened_on for row in story.assignments)
        found["assigned beyond the end"] += case.ended_on is not None and any(
            row.valid_to is None or row.valid_to > case.ended_on for row in story.assignments
        )
        found["moved before opening"] += any(row.valid_from < case.opened_on for row in story.transfers)
        found["moved on the day after the last"] += any(
            row.valid_from == case.ended_on for row in story.transfers
        )
        found["assessed before opening"] += any(row.assessed_on < case.opened_on for row in story.assessments)
        spans = [(row.flag, row.valid_from, row.valid_to) for row in story.flags]
        found["flag on top of itself"] += len({flag for flag, _, _ in spans}) < len(spans)
        found += _to_close_borders(drawn, story)
    return found


def _to_close_borders(drawn: World, story: CaseStory) -> Counter:
    """Records to close, and those that are none by a day."""
    bound, as_of = bound_days(), drawn.as_of
    is_open, expected = as_of in story.open_days, story.case.expected_end_on
    if not is_open or expected is None:
        return Counter()
    is_dead, days_past = story.case.case_id in to_close(drawn), (as_of - expected).days
    is_carried = bool(story.shares(as_of))
    return Counter(
        {
            "to close": is_dead,
            "to close since today": is_dead and days_past == bound + 1,
            "a day short of to close": days_past == bound and not is_carried,
            "long past its end and carried": days_past > bound and is_carried,
        }
    )


def _day_borders(drawn: World) -> Counter:
    found: Counter = Counter()
    for one in drawn.case_days:
        found[one.state] += 1
        found["two officers"] += len(one.shares) > 1
        for scheme in drawn.policy.schemes:
            factor = drawn.policy.factor(scheme, one.flags, one.day)
            found["factor at its cap"] += factor == scheme.factor_cap
            found["switched off"] += factor == 0
            found["without weight"] += factor > 0 and one.units[scheme.weight_scheme] == 0
    return found


def _staff_borders(drawn: World) -> Counter:
    found: Counter = Counter()
    offices_on: dict[tuple, set] = {}
    for one in drawn.contract_days:
        offices_on.setdefault((one.contract.officer_id, one.day), set()).add(one.contract.office_id)
        found["nothing available"] += one.available_fte == 0 < one.contract_fte
        found["reduced by more than all"] += _reductions_in_sum(drawn, one) > 1
        found["reduced in part"] += 0 < reduced_share(drawn.delivery, one.contract.officer_id, one.day) < 1
    found["two offices at once"] = sum(len(offices) > 1 for offices in offices_on.values())
    for row in drawn.delivery.staff_contracts:
        found["contract of no day"] += row.valid_to == row.valid_from
        found["contract to come"] += row.valid_from > drawn.as_of
    return found


def _reductions_in_sum(drawn: World, one: ContractDay) -> Decimal:
    return sum(
        row.share
        for row in drawn.delivery.staff_reductions
        if row.officer_id == one.contract.officer_id and runs(row.valid_from, row.valid_to, one.day)
    )


def _task_borders(drawn: World) -> Counter:
    found: Counter = Counter()
    for row in drawn.delivery.tasks:
        found["never delivered"] += row.delivered_on is None
        found["late"] += None not in (row.due_on, row.delivered_on) and row.delivered_on > row.due_on
        found["without officer"] += row.officer_id is None
        found["officer without assignment"] += row.officer_id is not None and row.assigned_on is None
    for one in drawn.task_days:
        found["window past delivery"] += (
            one.task.delivered_on is not None and one.day >= one.task.delivered_on
        )
        found["window before delivery"] += one.task.delivered_on is None or one.day < one.task.delivered_on
    return found


def _plans(drawn: World) -> Counter:
    found: Counter = Counter()
    for case in (story.case for story in drawn.stories if story.case.ended_on is None):
        expected = case.expected_end_on
        found["expected end passed"] += expected is not None and expected < drawn.as_of
        found["expected end today"] += expected == drawn.as_of
        found["expected end to come"] += expected is not None and drawn.as_of < expected
        found["no expected end"] += expected is None
    for row in drawn.delivery.tasks:
        is_due = row.delivered_on is None and row.due_on is not None
        found["due and not delivered"] += is_due and row.due_on <= drawn.as_of
        found["due to come"] += is_due and row.due_on > drawn.as_of
    for row in drawn.delivery.staff_reductions:
        found["reduction to come"] += row.valid_from > drawn.as_of
    for name in ("case_assignments", "case_flags", "staff_contracts"):
        found[f"{name} ends ahead"] += sum(
            row.valid_to is not None and row.valid_to > drawn.as_of + ONE_DAY
            for row in getattr(drawn.delivery, name)
        )
    found["move to come"] = sum(row.valid_from > drawn.as_of for row in drawn.delivery.case_offices)
    return found


def _weights_that_change(drawn: World) -> Counter:
    found: Counter = Counter()
    for name in ("case_weights", "case_factors", "task_weights", "capacity_grades"):
        rows = getattr(drawn.policy, name)
        found[f"{name} change"] = sum(drawn.delivery.as_of > row.valid_from > LONG_AGO for row in rows)
        found[f"{name} to come"] = sum(row.valid_from > drawn.as_of for row in rows)
    return found


def _people_above(drawn: World) -> Counter:
    found: Counter = Counter()
    for (*_, measure, _threshold, _month), row in office_overload_months(drawn).items():
        found[f"{measure} above for weeks"] += row["officers_over_4_weeks"]
        found[f"{measure} above for days only"] += (
            row["officers_over_avg"] > 0 and not row["officers_over_4_weeks"]
        )
    return found


@pytest.mark.parametrize(
    "border",
    [
        *(ACTIVE, WAITING, UNCOVERED, "two officers", "factor at its cap", "switched off", "without weight"),
        *("ended the day it opened", "started before received", "never carried", "clock at a month's end"),
        *("assigned before opening", "assigned beyond the end", "moved before opening"),
        *("moved on the day after the last", "assessed before opening", "flag on top of itself"),
        *("to close", "to close since today", "a day short of to close", "long past its end and carried"),
        *(
            "nothing available",
            "reduced in part",
            "reduced by more than all",
            "two offices at once",
            "contract of no day",
        ),
        *("contract to come", "never delivered", "late", "without officer", "officer without assignment"),
        *("window past delivery", "window before delivery"),
        *("expected end passed", "expected end today", "expected end to come", "no expected end"),
        *("due and not delivered", "due to come", "reduction to come", "move to come"),
        *("case_assignments ends ahead", "case_flags ends ahead", "staff_contracts ends ahead"),
        *("case_weights change", "case_factors change", "task_weights change", "capacity_grades change"),
        *("case_weights to come", "case_factors to come", "task_weights to come"),
        "capacity_grades to come",
        *("workload_pct above for weeks", "workload_pct above for days only"),
        *("active_cases above for weeks", "active_cases above for days only"),
    ],
)
def test_drawn_deliveries_hold_each_border(border):
    assert borders()[border] >= 2


def test_offices_just_fit_side_by_side_in_one_delivery_and_just_do_not_in_another():
    deliveries = [drawn_world(seed).delivery for seed in SEEDS]
    in_regions = [one for one in deliveries if len({office.region for office in one.offices}) > 1]
    assert {len(one.offices) - one.offices_side_by_side for one in in_regions} == {0, 1}


def test_seed_draws_the_same_delivery_in_every_process():
    digests = set()
    for hash_seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", DIGEST],
            capture_output=True,
            text=True,
            check=True,
            cwd=REPOSITORY,
            env=os.environ | {"PYTHONHASHSEED": hash_seed},
        )
        digests.add(done.stdout)
    assert len(digests) == 1
