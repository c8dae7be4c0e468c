"""Waiting lists that are drawn: nothing is lost, and case by case it comes to the same waits."""

from dataclasses import fields, replace
from random import Random

import numpy as np
import pytest

from analysis.queue import Levers, Move, Queue, Rates, Start, bands, simulated
from analysis.queue.by_wait import a_month_later, months_waited, without_longest, without_spread
from tests.analysis import queue_by_event as by_event
from tests.analysis.queue_cells import levers, rates, start
from tests.analysis.queue_theory import nobody_waits

DRAWS, MONTHS, CELLS, BINS = 40, 14, 6, 5


def drawn(seed: int) -> tuple[Start, Rates, Levers]:
    """Cells of every kind: full and empty ones, some without staff, inflow or anybody waiting."""
    rng = np.random.default_rng(seed)
    some = rng.integers(0, 2, (3, CELLS))
    begin = Start(rng.integers(0, 9, (CELLS, BINS)) * some[:1].T, rng.integers(0, 80, CELLS))
    by_draw = Rates(
        rng.uniform(0, 12, (DRAWS, CELLS)) * some[1],
        rng.uniform(0, 0.3, (DRAWS, CELLS)),
        rng.uniform(0, 0.3, (DRAWS, CELLS)),
        rng.uniform(0.5, 3, CELLS),
        rng.uniform(20, 110, CELLS),
    )
    policy = Levers(
        rng.uniform(0, 2, (MONTHS, CELLS)) * some[2],
        rng.uniform(80, 130, (MONTHS, CELLS)),
        inflow_factor=rng.uniform(0.5, 1.5, (MONTHS, 1)),
        work_factor=rng.uniform(0.8, 1.2, CELLS),
        presence_factor=0.9,
        left_factor=rng.uniform(0.5, 4, (MONTHS, CELLS)),
        ended_cases=rng.integers(0, 6, (MONTHS, 1)),
        moves=(Move(0, 1, 3, 2, 9), Move(2, 3, 50)),
    )
    return begin, by_draw, policy


def before(begin: np.ndarray, after: np.ndarray) -> np.ndarray:
    return np.concatenate([np.broadcast_to(begin, after[:, :1].shape), after[:, :-1]], axis=1)


@pytest.mark.parametrize("seed", range(8))
def test_no_case_is_lost_or_made_in_any_month(seed):
    begin, by_draw, policy = drawn(seed)
    queue = simulated(begin, by_draw, policy, np.random.default_rng(seed), DRAWS)
    waited_before = before(begin.waiting_cases.sum(axis=1), queue.waiting_cases)
    came = waited_before + queue.received_cases + queue.moved_in_cases
    assert (came == queue.waiting_cases + queue.started_cases + queue.unserved_cases).all()
    carried_before = before(begin.carried_cases, queue.carried_cases)
    assert (carried_before + queue.started_cases == queue.carried_cases + queue.left_cases).all()
    assert (queue.moved_in_cases.sum(axis=-1) == 0).all()
    assert (queue.waiting_by_month.sum(axis=-1) == queue.waiting_cases[:, -1]).all()
    for flow in fields(Queue):
        assert flow.name == "moved_in_cases" or np.nanmin(getattr(queue, flow.name)) >= 0


@pytest.mark.parametrize("seed", range(4))
def test_officers_are_filled_to_the_limit_and_no_case_waits_for_a_free_place(seed):
    begin, by_draw, policy = drawn(seed)
    queue = simulated(begin, by_draw, policy, np.random.default_rng(seed), DRAWS)
    units = policy.available_fte * 0.9 * by_draw.fte_units * policy.limit_pct / 100
    one_more = (queue.carried_cases + 1) * by_draw.case_units * policy.work_factor
    assert ((queue.waiting_cases == 0) | (one_more > units - 1e-6)).all()
    work = queue.carried_cases * by_draw.case_units * policy.work_factor
    assert ((queue.started_cases == 0) | (work <= units + 1e-6)).all()


def test_the_longest_waits_leave_first_and_none_twice():
    rng = np.random.default_rng(5)
    waiting = rng.integers(0, 7, (200, 6))
    served = rng.integers(0, 45, 200)
    for bins, most, left in zip(waiting, served, without_longest(waiting, served), strict=True):
        people = sorted(np.repeat(np.arange(6), bins))
        kept = people[: max(len(people) - most, 0)]
        assert left.tolist() == np.bincount(kept, minlength=6).tolist()


def test_who_leaves_unserved_is_spread_as_those_who_wait_are():
    rng = np.random.default_rng(6)
    waiting = rng.integers(0, 40, (300, 6))
    gone = rng.integers(0, waiting.sum(axis=1) + 1)
    left = without_spread(waiting, gone)
    assert (left >= 0).all() and (left <= waiting).all()
    assert (waiting.sum(axis=1) - left.sum(axis=1) == gone).all()
    share = gone / np.maximum(waiting.sum(axis=1), 1)
    assert np.abs((waiting - left) - waiting * share[:, None]).max() <= 1
    assert a_month_later(np.array([3, 2, 1])).tolist() == [0, 3, 3]
    assert np.isnan(months_waited(np.zeros(4), 0.5))


def test_case_by_case_it_comes_to_the_same_waits():
    # One office with a list, that is first cut and then helped: 400 runs of each, means within 4 errors.
    fte = [4.0] * 6 + [3.5] * 6 + [5.0] * 12
    begin, runs = start([12], [40], bins=26), 400
    one = rates(6, left=0.12, unserved=0.05)
    queue = simulated(begin, one, levers(fte), np.random.default_rng(1), runs)
    chance, slow, waits = Random(1), [], []
    for _ in range(runs):
        office = by_event.Office([-1] * 12, 40)
        slow.append(by_event.run(office, 6, 0.12, 0.05, [round(10 * one_month) for one_month in fte], chance))
        waits.append((sum(office.waited), len(office.waited)))
    slow, waits = np.array(slow, float), np.array(waits, float)
    # As the simulation counts them: who waited at the start has waited 0 whole months, so 1 after the first.
    for place, name in enumerate(("waiting_cases", "carried_cases")):
        ours = getattr(queue, name)[:, :, 0]
        assert_alike(ours, slow[:, :, place])
    assert_alike(queue.waited_months[:, :, 0].sum(axis=1), waits[:, 0])
    assert_alike(queue.started_cases[:, :, 0].sum(axis=1), waits[:, 1])
    pooled = queue.waited_months.sum() / queue.started_cases.sum()
    assert pooled == pytest.approx(waits[:, 0].sum() / waits[:, 1].sum(), rel=0.05)
    assert pooled > 1


def assert_alike(ours: np.ndarray, slow: np.ndarray) -> None:
    """Means of runs that do not differ by more than chance, and bands of about the same width."""
    error = np.sqrt((ours.var(axis=0) + slow.var(axis=0)) / len(slow))
    assert (np.abs(ours.mean(axis=0) - slow.mean(axis=0)) <= 4 * error + 1e-9).all()
    assert np.allclose(ours.std(axis=0), slow.std(axis=0), rtol=0.25, atol=0.5)


def test_with_room_for_all_the_carried_are_what_theory_says():
    # Nobody waits: in balance carried cases are a Poisson number, received x mean stay in months.
    queue = simulated(
        start([0], [0]), rates(12, left=0.25), levers([1000] * 40), np.random.default_rng(2), 3000
    )
    held = queue.carried_cases[:, -1, 0]
    # Counted at the end of a month, before any of its own has left.
    assert held.mean() == pytest.approx(nobody_waits(12, 4, "exponential"), rel=0.02)
    assert held.var() == pytest.approx(held.mean(), rel=0.1)
    assert (queue.waiting_cases == 0).all()


def test_a_band_holds_as_many_draws_as_it_says():
    queue = simulated(start([5], [20]), rates(9, left=0.4), levers([2] * 6), np.random.default_rng(3), 2000)
    low, middle, high = bands(queue.waiting_cases[:, -1, 0])
    assert low <= middle <= high
    inside = ((queue.waiting_cases[:, -1, 0] >= low) & (queue.waiting_cases[:, -1, 0] <= high)).mean()
    assert 0.8 <= inside < 0.95


def test_the_same_seed_gives_the_same_list_and_another_another():
    begin, by_draw, policy = drawn(1)
    first, again, other = (
        simulated(begin, by_draw, policy, np.random.default_rng(seed), DRAWS) for seed in (7, 7, 8)
    )
    assert all((getattr(first, one.name) == getattr(again, one.name)).all() for one in fields(Queue)[:7])
    assert (first.waiting_cases != other.waiting_cases).any()
    half = replace(policy, inflow_factor=0.0)
    assert simulated(begin, by_draw, half, np.random.default_rng(7), DRAWS).received_cases.sum() == 0
