"""From rows of the marts to the arrays of a simulation."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import polars as pl

from analysis.queue.calibration import Past
from analysis.queue.flows import Cases, Start

_FLOWS = ("received_cases", "started_cases")
_STOCKS = {"waiting_cases_end": "waiting_cases", "active_cases_end": "carried_cases"}
_MEANS = {
    "active_cases_avg": "active_cases",
    "workload_units_avg": "workload_units",
    "capacity_units_avg": "capacity_units",
    "available_fte_avg": "available_fte",
}


def past_of(rows: pl.DataFrame, cells: Sequence[str], months: Sequence[date]) -> Past:
    """The months in their order, of the cells in theirs; the first month gives only the stocks at its end.

    ``rows``: ``cell``, ``month_start_on``, flows, stocks at the end of the month and means over its days, by
    the names of the marts. A month without a row held nothing.
    """
    grid = pl.DataFrame({"month_start_on": months}).join(pl.DataFrame({"cell": cells}), how="cross")
    full = grid.join(rows, on=["month_start_on", "cell"], how="left", maintain_order="left").fill_null(0)

    def by_month(column: str, kind: type) -> np.ndarray:
        return full[column].to_numpy().astype(kind).reshape(len(months), len(cells))

    return Past(
        **{name: by_month(column, np.int64) for column, name in _STOCKS.items()},
        **{name: by_month(name, np.int64)[1:] for name in _FLOWS},
        **{name: by_month(column, np.float64)[1:] for column, name in _MEANS.items()},
    )


def start_of(past: Past, waited: pl.DataFrame, cells: Sequence[str], bins: int) -> Start:
    """Where the last month ended; those who wait are spread over months waited as ``waited`` counts them.

    ``waited``: ``cell``, ``months_waited`` and ``waiting_cases``, perhaps of another day. Of a cell without
    a row all have just come.
    """
    known = np.zeros((len(cells), bins), np.int64)
    places = {cell: place for place, cell in enumerate(cells)}
    for cell, months, cases in waited.select("cell", "months_waited", "waiting_cases").iter_rows():
        if cell in places:
            known[places[cell], min(int(months), bins - 1)] += int(cases)
    known[known.sum(axis=1) == 0, 0] = 1
    return Start(_in_proportion(past.waiting_cases[-1], known), past.carried_cases[-1])


def _in_proportion(totals: Cases, known: Cases) -> Cases:
    """Whole cases that add up to the totals, by row as near as can be to the proportions known."""
    up_to = np.cumsum(known, axis=1)
    reached = np.floor(totals[:, None] * (up_to / up_to[:, -1:]) + 1e-9).astype(np.int64)
    return np.diff(reached, axis=1, prepend=0)
