"""The waiting list month by month: many draws of every cell at once, months as the only loop.

A month: cases leave the caseloads; of those who waited some leave without an officer; cases come; cases that
are moved wait elsewhere; then officers take those who waited longest, as many as fit under the limit. No case
is taken from an officer who is above it. Rates do not change over time, seasons are not in them, and a case
that starts is as much work as the average carried case.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.queue.by_wait import a_month_later, without_longest, without_spread
from analysis.queue.flows import FULL_PCT, Cases, Levers, Move, Numbers, Rates, Start

# A case that fits but for the last digit of a sum fits.
CLOSE = 1e-9


@dataclass(frozen=True)
class Queue:
    """What came of it, (draws, months, cells): flows of the month, stocks and percentages at its end.

    waiting before + received + moved in = waiting after + started + unserved; carried before + started =
    carried after + left. ``waited_months`` adds up, over the cases that started, the whole months each had
    waited; ``waiting_by_month`` (draws, cells, bins) are those who wait at the end, by months waited.
    """

    received_cases: Cases
    moved_in_cases: Cases
    started_cases: Cases
    unserved_cases: Cases
    left_cases: Cases
    waiting_cases: Cases
    carried_cases: Cases
    workload_pct: Numbers
    waited_months: Cases
    waiting_by_month: Cases


def simulated(start: Start, rates: Rates, levers: Levers, rng: np.random.Generator, draws: int = 1) -> Queue:
    """Every month of every draw.

    Args:
        start: where the cells are.
        rates: what a month does; with rates of their own, as many as there are draws.
        levers: staff and policy, by month.
        rng: where chance comes from.
        draws: how many are run side by side.

    Raises:
        ValueError: rates of another number of draws; cells that do not fit together.
    """
    cells = start.carried_cases.size
    if rates.draws not in (1, draws) or levers.available_fte.shape[1] != cells:
        raise ValueError("Rates, levers and start are of the same draws and cells.")
    # Small numbers, and many of them: half the memory is half the time.
    waiting = np.broadcast_to(start.waiting_cases, (draws, *start.waiting_cases.shape)).astype(np.int32)
    carried = np.broadcast_to(start.carried_cases, (draws, cells)).copy()
    inflow, work = levers.by_month(levers.inflow_factor), levers.by_month(levers.work_factor)
    capacity = levers.available_fte * levers.by_month(levers.presence_factor)
    limit, leaving = levers.by_month(levers.limit_pct), levers.by_month(levers.left_factor)
    ended = levers.by_month(levers.ended_cases).astype(carried.dtype)
    months = []
    for month in range(levers.months):
        left = rng.binomial(carried, np.minimum(rates.left_share * leaving[month], 1))
        left = np.minimum(left + ended[month], carried)
        carried = carried - left
        unserved = rng.binomial(waiting.sum(axis=-1), rates.unserved_share)
        waiting = a_month_later(without_spread(waiting, unserved))
        received = rng.poisson(rates.received_cases * inflow[month], (draws, cells))
        waiting[..., 0] += received
        moved_in = _move(waiting, levers.moves, month)
        units, case_units = capacity[month] * rates.fte_units, rates.case_units * work[month]
        listed = waiting.sum(axis=-1)
        started = np.minimum(listed, _places(units * limit[month] / FULL_PCT, carried, case_units))
        after = without_longest(waiting, started)
        waited = (waiting - after) @ np.arange(waiting.shape[-1])
        waiting, carried = after, carried + started
        with np.errstate(divide="ignore", invalid="ignore"):
            pct = FULL_PCT * carried * case_units / units
        flows = (received, moved_in, started, unserved, left, listed - started, carried, pct, waited)
        months.append(flows)
    return Queue(*(np.stack(flow, axis=1) for flow in zip(*months, strict=True)), waiting)


def _places(limit_units: Numbers, carried: Cases, case_units: Numbers) -> Cases:
    """How many more cases officers can take under the limit."""
    places = np.floor(limit_units / case_units + CLOSE) - carried
    return np.maximum(places, 0).astype(carried.dtype)


def _move(waiting: Cases, moves: tuple[Move, ...], month: int) -> Cases:
    """Move what is to be moved this month, in place; by how many each list grew, fewer where negative."""
    moved = np.zeros(waiting.shape[:-1], waiting.dtype)
    for move in moves:
        if move.is_in(month):
            of = waiting[:, move.from_cell]
            gone = of - without_longest(of, np.full(of.shape[0], move.cases, waiting.dtype))
            waiting[:, move.from_cell] -= gone
            waiting[:, move.to_cell] += gone
            moved[:, move.from_cell] -= gone.sum(axis=-1)
            moved[:, move.to_cell] += gone.sum(axis=-1)
    return moved


def bands(amounts: NDArray[np.generic], shares: tuple[float, ...] = (0.1, 0.5, 0.9)) -> Numbers:
    """The quantiles of the draws, the first axis: one of ten below, half, nine of ten below."""
    return np.quantile(amounts, shares, axis=0)
