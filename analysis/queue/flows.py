"""What a simulation begins with, the rates it runs on, and the levers that it is run under.

A cell has staff and a waiting list of its own, such as an office in one service line. Arrays end in the axis
of the cells; where they vary by month or draw, those axes come before: (draws, months, cells).
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Cases = NDArray[np.int64]
FULL_PCT = 100


@dataclass(frozen=True)
class Start:
    """Where the cells are before the first month: whole cases.

    ``waiting_cases`` (cells, bins) by whole months waited; ``carried_cases`` (cells,) that have an officer.
    """

    waiting_cases: Cases
    carried_cases: Cases

    def __post_init__(self) -> None:
        if self.waiting_cases.ndim != 2 or self.waiting_cases.shape[0] != self.carried_cases.size:
            raise ValueError("Those who wait are counted by cell and months waited, of the same cells.")
        if min(self.waiting_cases.min(initial=0), self.carried_cases.min(initial=0)) < 0:
            raise ValueError("Fewer than no cases cannot wait or be carried.")


@dataclass(frozen=True)
class Rates:
    """What one month does: (cells,), or (draws, cells) where every draw has rates of its own.

    ``received_cases`` come; of the carried, ``left_share`` leave the caseload; of those who waited before the
    month began, ``unserved_share`` leave without an officer. ``case_units`` is the work of a carried case,
    ``fte_units`` what an available full-time post can give.
    """

    received_cases: Numbers
    left_share: Numbers
    unserved_share: Numbers
    case_units: Numbers
    fte_units: Numbers

    def __post_init__(self) -> None:
        for name in ("left_share", "unserved_share"):
            share = getattr(self, name)
            if share.min(initial=0) < 0 or share.max(initial=0) > 1:
                raise ValueError(f"{name} is a share from 0 to 1.")
        if self.received_cases.min(initial=0) < 0 or self.case_units.min(initial=1) <= 0:
            raise ValueError("No fewer than no cases come, and a case is work.")

    @property
    def draws(self) -> int:
        """How many draws have rates of their own; 1 where all share them."""
        return max(of.shape[0] if of.ndim == 2 else 1 for of in vars(self).values())


@dataclass(frozen=True)
class Move:
    """From month ``first_month`` (0 = the first) on, ``cases`` a month wait in one cell instead of another.

    As many as wait there, the longest waits first; they keep the time they have waited. ``end_month`` is the
    first month without; None: to the last month.
    """

    from_cell: int
    to_cell: int
    cases: int
    first_month: int = 0
    end_month: int | None = None

    def is_in(self, month: int) -> bool:
        """Whether cases are moved in this month."""
        return self.first_month <= month and (self.end_month is None or month < self.end_month)


@dataclass(frozen=True)
class Levers:
    """What is decided: ``available_fte`` (months, cells), and factors that broadcast to it.

    ``limit_pct`` is the policy: up to which workload officers are given cases before cases wait. Factors: of
    who comes, of the work of a case (contact standards, weights), of the time staff are there (absence), of
    the share of the carried that leaves. ``ended_cases``: whole cases that leave the caseloads besides, as
    many as are carried.
    """

    available_fte: Numbers
    limit_pct: Numbers
    inflow_factor: Numbers | float = 1.0
    work_factor: Numbers | float = 1.0
    presence_factor: Numbers | float = 1.0
    left_factor: Numbers | float = 1.0
    ended_cases: Cases | int = 0
    moves: tuple[Move, ...] = field(default=())

    def __post_init__(self) -> None:
        if np.min(self.available_fte, initial=0) < 0:
            raise ValueError("Fewer than no staff cannot be there.")

    @property
    def months(self) -> int:
        """How many months are simulated."""
        return self.available_fte.shape[0]

    def by_month(self, factor: Numbers | float) -> Numbers:
        """A factor, or another amount, of every month and cell."""
        return np.broadcast_to(np.asarray(factor, float), self.available_fte.shape)


def with_more(available_fte: Numbers, more_fte: Numbers, first_month: int) -> Numbers:
    """The staff of every month with ``more_fte`` (cells,; fewer where negative) from ``first_month`` on."""
    found = available_fte.copy()
    found[first_month:] = np.maximum(found[first_month:] + more_fte, 0)
    return found


def levers_as_in(start: Start, rates: Rates, available_fte: Numbers, *, months: int) -> Levers:
    """The same staff (cells,) every month, filled as far as they are at the start: what goes on as it is.

    Raises:
        ValueError: a cell without staff or without carried cases, which no limit of workload follows from.
    """
    if min(np.min(available_fte), np.min(start.carried_cases)) <= 0:
        raise ValueError("A cell has no staff or no carried cases: it has no workload to go on with.")
    pct = FULL_PCT * start.carried_cases * rates.case_units / (available_fte * rates.fte_units)
    return Levers(np.tile(available_fte, (months, 1)), pct)
