"""Past months once more: with the staff that there was they are what happened, with other staff by hand."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.queue import Past
from analysis.queue.without import replayed

MONTHS, CELLS = 18, 5


def drawn(seed: int) -> Past:
    """Months that can have happened: flows first, stocks from them."""
    rng = np.random.default_rng(seed)
    waiting, carried = [rng.integers(0, 40, CELLS)], [rng.integers(50, 90, CELLS)]
    received, started = rng.integers(0, 20, (MONTHS, CELLS)), np.zeros((MONTHS, CELLS), np.int64)
    for month in range(MONTHS):
        listed = waiting[-1] + received[month]
        started[month] = rng.integers(0, listed + 1)
        gone = rng.integers(-2, 4, CELLS).clip(max=listed - started[month])
        waiting.append(listed - started[month] - gone)
        carried.append(carried[-1] + started[month] - rng.integers(-3, 15, CELLS).clip(max=carried[-1]))
    units = rng.uniform(100, 200, (4, MONTHS, CELLS))
    return Past(np.array(waiting), np.array(carried), received, started, *units)


@pytest.mark.parametrize("seed", range(6))
def test_with_the_staff_that_there_was_it_is_what_happened(seed):
    past = drawn(seed)
    found = replayed(past, past.capacity_units)
    assert found.waiting_cases == pytest.approx(past.waiting_cases[1:], abs=1e-9)
    assert found.carried_cases == pytest.approx(past.carried_cases[1:], abs=1e-9)
    assert found.workload_pct == pytest.approx(100 * past.workload_units / past.capacity_units)


@pytest.mark.parametrize("seed", range(3))
def test_fewer_staff_carry_fewer_and_more_wait_in_every_month(seed):
    past = drawn(seed)
    fewer = replayed(past, 0.8 * past.capacity_units)
    assert (fewer.waiting_cases >= past.waiting_cases[1:] - 1e-9).all()
    assert (fewer.carried_cases <= past.carried_cases[1:] + 1e-9).all()
    assert fewer.workload_pct == pytest.approx(125 * past.workload_units / past.capacity_units)


def test_a_post_less_by_hand():
    # 100 carried by 10 units of capacity. 10 leave each month and 10 come and start; nobody waits.
    # 9 units have 90 places: 10 of 100 leave, none starts, 10 wait. Then 9 of 90 leave, 9 start, 11 wait.
    past = Past(
        *(np.full((3, 1), stock) for stock in (0, 100)),
        *(np.full((2, 1), flow) for flow in (10, 10)),
        *(np.full((2, 1), mean) for mean in (100.0, 12.0, 10.0, 1.0)),
    )
    found = replayed(past, np.full((2, 1), 9.0))
    assert found.carried_cases[:, 0] == pytest.approx([90, 90])
    assert found.waiting_cases[:, 0] == pytest.approx([10, 11])
    assert found.workload_pct[:, 0] == pytest.approx([100 * 12 / 9] * 2)


def test_a_month_without_any_capacity_has_the_places_that_were_filled():
    past = drawn(1)
    nobody = past.capacity_units.copy()
    nobody[:, 0] = 0
    found = replayed(replace(past, capacity_units=nobody), 0.8 * past.capacity_units)
    assert found.waiting_cases[:, 0] == pytest.approx(past.waiting_cases[1:, 0], abs=1e-9)
    assert (found.waiting_cases[-1, 1:] > past.waiting_cases[-1, 1:]).any()
    assert np.isnan(replayed(past, 0 * past.capacity_units).workload_pct).all()
