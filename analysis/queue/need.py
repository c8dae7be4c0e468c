"""A simulation asked backwards: the staff that a waiting list of some length takes, soon and for good."""

from dataclasses import dataclass, replace

import numpy as np

from analysis.queue.flows import FULL_PCT, Levers, Numbers, Rates, Start, with_more
from analysis.queue.simulation import simulated

# Twenty halvings leave a millionth of the widest search.
HALVINGS = 20


def fte_for_waiting(
    start: Start,
    rates: Rates,
    levers: Levers,
    most_cases: Numbers,
    *,
    first_month: int,
    most_fte: Numbers,
    draws: int = 1,
    seed: int = 0,
) -> Numbers:
    """The fewest available FTE more, from ``first_month`` on, that leave at most so many waiting, by cell.

    Halves the search until the mean over the draws of who waits at the end of the last month is at most
    ``most_cases`` (cells,). The same chance falls to every try, so that more staff is never worse by luck.
    Negative where fewer would do; NaN where even ``most_fte`` more (cells,) would not.
    """

    def is_enough(more: Numbers) -> np.ndarray:
        staffed = replace(levers, available_fte=with_more(levers.available_fte, more, first_month))
        queue = simulated(start, rates, staffed, np.random.default_rng(seed), draws)
        return queue.waiting_cases[:, -1].mean(axis=0) <= most_cases

    low, high = -levers.available_fte[first_month:].max(axis=0), np.asarray(most_fte, float)
    is_reached = is_enough(high)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        enough = is_enough(middle)
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    return np.where(is_reached, high, np.nan)


@dataclass(frozen=True)
class Steady:
    """What stays the same from month to month once nothing is left over from before; (cells,) each.

    ``available_fte`` are the staff that it takes, ``carried_cases`` what they carry; of those who come,
    ``started_cases`` a month get an officer and ``unserved_cases`` leave without.
    """

    waiting_cases: Numbers
    started_cases: Numbers
    unserved_cases: Numbers
    carried_cases: Numbers
    available_fte: Numbers


def steady_state(rates: Rates, levers: Levers, waiting_cases: Numbers) -> Steady:
    """The balance of a list of ``waiting_cases`` (cells,), under the levers of the last month.

    Who comes leaves again: unserved = share x waiting, started = received - unserved, carried = started /
    share of the carried that leaves (Little 1961), and staff = carried x work of a case / (limit x what a
    post can give). Infinite where nobody ever leaves.
    """
    inflow, work, presence, leaving, limit = (
        levers.by_month(of)[-1]
        for of in (
            *(levers.inflow_factor, levers.work_factor, levers.presence_factor),
            *(levers.left_factor, levers.limit_pct),
        )
    )
    received = rates.received_cases * inflow
    unserved = np.minimum(rates.unserved_share * waiting_cases, received)
    started = received - unserved
    with np.errstate(divide="ignore", invalid="ignore"):
        carried = np.where(started > 0, started / np.minimum(rates.left_share * leaving, 1), 0)
        can_carry = limit / FULL_PCT * rates.fte_units * presence
        fte = np.where(carried > 0, carried * rates.case_units * work / can_carry, 0)
    return Steady(np.asarray(waiting_cases, float), started, unserved, carried, fte)
