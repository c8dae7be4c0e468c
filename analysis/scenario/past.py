"""The outcomes of a scenario in months that have happened, counted alike: what a simulation goes on from."""

import numpy as np

from analysis.queue import Past
from analysis.queue.flows import FULL_PCT, Numbers
from analysis.queue.formulas import WEEKS_A_MONTH
from analysis.scenario.outcomes import PACE_MONTHS


def of_past(past: Past) -> dict[str, Numbers]:
    """Outcome -> its amount of all cells together by month, see `outcomes.Run`.

    Stocks are those at the end of the month; staff, and the work of a case, are means over its days. Cells
    without cases or capacity in a month need no staff; a month in which nobody left a list has no wait.
    """
    waiting, carried = past.waiting_cases[1:], past.carried_cases[1:]
    with np.errstate(divide="ignore", invalid="ignore"):
        case_fte = (past.workload_units / past.active_cases) / (past.capacity_units / past.available_fte)
        needed = np.where(np.isfinite(case_fte), (waiting + carried) * case_fte, 0).sum(axis=1)
        gone = np.cumsum(np.maximum(past.started_cases + past.unserved_cases, 0).sum(axis=1))
        before = np.pad(gone, (PACE_MONTHS, 0))[: gone.size]
        months = np.minimum(np.arange(gone.size) + 1, PACE_MONTHS)
        weeks = WEEKS_A_MONTH * waiting.sum(axis=1) * months / (gone - before)
        pct = FULL_PCT * past.workload_units.sum(axis=1) / past.capacity_units.sum(axis=1)
    return {
        "waiting_cases": waiting.sum(axis=1).astype(float),
        "wait_weeks": np.where(np.isfinite(weeks), weeks, np.nan),
        "workload_pct": pct,
        "active_cases": carried.sum(axis=1).astype(float),
        "available_fte": past.available_fte.sum(axis=1),
        "fte_needed": needed,
    }
