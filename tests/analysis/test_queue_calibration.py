"""Rates from past months: ratios of sums, computed a second time month by month."""

from dataclasses import replace
from datetime import date

import numpy as np
import polars as pl
import pytest

from analysis.queue import Past, calibrated, levers_as_in, resampled
from analysis.queue.tables import past_of, start_of
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


def test_rows_of_marts_become_months_by_cell_and_a_missing_month_held_nothing():
    months = [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)]
    names = ("received_cases", "started_cases", "waiting_cases_end", "active_cases_end")
    means = ("active_cases_avg", "workload_units_avg", "capacity_units_avg", "available_fte_avg")
    rows = pl.DataFrame(
        [
            {"cell": cell, "month_start_on": month}
            | {name: 100 * place + 10 * number + month.month for number, name in enumerate((*names, *means))}
            for place, cell in enumerate("ba")
            for month in months[1 - place :]
        ]
    )
    past = past_of(rows, ["a", "b"], months)
    assert past.received_cases.tolist() == [[102, 2], [103, 3]]
    assert past.waiting_cases.tolist() == [[121, 0], [122, 22], [123, 23]]
    assert past.available_fte[-1].tolist() == [173, 73]
    assert past.last(1).waiting_cases.tolist() == [[122, 22], [123, 23]]
    assert past.last(1, before=1).carried_cases.tolist() == [[131, 0], [132, 32]]


def test_who_waits_is_spread_over_months_as_they_are_known_and_none_is_lost():
    past = drawn(7)
    rng = np.random.default_rng(7)
    known = rng.integers(0, 9, (CELLS - 1, 8))
    waited = pl.DataFrame(
        [(str(cell), month, cases) for cell, row in enumerate(known) for month, cases in enumerate(row)],
        schema=["cell", "months_waited", "waiting_cases"],
        orient="row",
    )
    begin = start_of(past, waited, [str(cell) for cell in range(CELLS)], 6)
    assert (begin.waiting_cases.sum(axis=1) == past.waiting_cases[-1]).all()
    folded = np.hstack([known[:, :5], known[:, 5:].sum(axis=1, keepdims=True)])
    near = folded / folded.sum(axis=1, keepdims=True) * past.waiting_cases[-1, :-1, None]
    assert np.abs(begin.waiting_cases[:-1] - near).max() <= 1
    # Nothing is known of the last cell: all have just come.
    assert begin.waiting_cases[-1].tolist() == [past.waiting_cases[-1, -1], 0, 0, 0, 0, 0]
