"""Rates from past months: ratios of sums, computed a second time month by month."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.queue import Past, calibrated, levers_as_in, resampled
from tests.analysis.queue_cells import start

MONTHS, CELLS = 12, 4


def drawn(seed: int) -> Past:
    rng = np.random.default_rng(seed)
    return Past(
        waiting_cases=rng.integers(5, 30, (MONTHS + 1, CELLS)),
        carried_cases=rng.integers(80, 120, (MONTHS + 1, CELLS)),
        received_cases=rng.integers(15, 30, (MONTHS, CELLS)),
        started_cases=rng.integers(0, 15, (MONTHS, CELLS)),
        active_cases=rng.uniform(80, 120, (MONTHS, CELLS)),
        workload_units=rng.uniform(200, 300, (MONTHS, CELLS)),
        capacity_units=rng.uniform(200, 300, (MONTHS, CELLS)),
        available_fte=rng.uniform(2, 4, (MONTHS, CELLS)),
    )


def test_every_rate_is_a_ratio_of_sums_over_the_months():
    past = drawn(1)
    rates = calibrated(past).rates
    for cell in range(CELLS):
        came = waited = carried = unserved = left = 0
        for month in range(MONTHS):
            waits, goes = past.waiting_cases[month : month + 2, cell]
            holds, held = past.carried_cases[month : month + 2, cell]
            new, began = past.received_cases[month, cell], past.started_cases[month, cell]
            came, waited, carried = came + new, waited + waits, carried + holds
            unserved += waits + new - began - goes
            left += holds + began - held
        assert rates.received_cases[cell] == pytest.approx(came / MONTHS)
        assert rates.unserved_share[cell] == pytest.approx(min(max(unserved / waited, 0), 1))
        assert rates.left_share[cell] == pytest.approx(min(max(left / carried, 0), 1))
        work, cases = past.workload_units[:, cell].sum(), past.active_cases[:, cell].sum()
        assert rates.case_units[cell] == pytest.approx(work / cases)
        given, posts = past.capacity_units[:, cell].sum(), past.available_fte[:, cell].sum()
        assert rates.fte_units[cell] == pytest.approx(given / posts)


def test_where_more_start_than_can_have_come_it_is_said_and_nobody_leaves_unserved():
    past = drawn(2)
    started = past.started_cases.copy()
    started[:, 1] = 60
    found = calibrated(replace(past, started_cases=started))
    assert found.is_unserved_negative.tolist()[1] is True
    assert found.rates.unserved_share[1] == 0
    assert not calibrated(replace(past, started_cases=0 * started)).is_unserved_negative.any()


def test_where_more_come_back_than_leave_it_is_said_and_nobody_leaves():
    past = drawn(3)
    carried = np.cumsum(np.full((MONTHS + 1, CELLS), 40), axis=0)
    found = calibrated(replace(past, carried_cases=carried, started_cases=0 * past.started_cases))
    assert found.is_left_negative.all()
    assert (found.rates.left_share == 0).all()


def test_draws_are_of_the_past_months_and_their_mean_is_the_rate():
    past = drawn(4)
    rates = resampled(past, np.random.default_rng(1), 4000)
    assert rates.draws == 4000
    assert rates.received_cases.mean(axis=0) == pytest.approx(past.received_cases.mean(axis=0), rel=0.01)
    assert rates.received_cases.min() >= past.received_cases.min()
    spread = past.received_cases.std(axis=0) / np.sqrt(MONTHS)
    assert rates.received_cases.std(axis=0) == pytest.approx(spread, rel=0.1)
    # A month drawn is the same one in every cell.
    same = replace(past, received_cases=np.repeat(past.received_cases[:, :1], CELLS, axis=1))
    cells = resampled(same, np.random.default_rng(1), 50).received_cases
    assert (cells == cells[:, :1]).all()


def test_a_cell_without_cases_work_or_staff_has_no_rates():
    past = drawn(5)
    for name in ("active_cases", "workload_units", "available_fte"):
        nothing = getattr(past, name).copy()
        nothing[:, 2] = 0
        with pytest.raises(ValueError, match="no carried cases, work or staff"):
            calibrated(replace(past, **{name: nothing}))


def test_as_now_officers_keep_as_much_work_as_they_have():
    past = drawn(6)
    rates = calibrated(past).rates
    begin = start([3] * CELLS, past.carried_cases[-1].tolist())
    now = levers_as_in(begin, rates, past.available_fte[-1], months=5)
    assert now.available_fte.shape == (5, CELLS)
    pct = 100 * begin.carried_cases * rates.case_units / (past.available_fte[-1] * rates.fte_units)
    assert now.limit_pct == pytest.approx(pct)
