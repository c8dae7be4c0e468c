"""What a simulation runs on under a scenario: the levers as now, moved by each assumption in turn."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from analysis.queue import Levers, Move, Start
from analysis.queue.staffing import newcomers, spread_fte
from analysis.scenario.names import FTE, NEWCOMERS, PERCENT
from analysis.scenario.scenario import Assumption

MONTHS_OF_A_SHARE = 6


@dataclass(frozen=True)
class Ground:
    """Where a scenario is run: the levers as now, and how its offices and days are found in them.

    ``places``: area -> its cell, and whether the cell is this area alone; ``area`` itself is all cells.
    ``months``: first days of those simulated.
    """

    area: str
    start: Start
    now: Levers
    months: tuple[date, ...]
    places: Mapping[str, tuple[int, bool]]


def reason_left_out(one: Assumption, ground: Ground) -> str:
    """Why an assumption moves nothing here, as a word; '' where it does.

    ``past``: an event before the first month, which the data hold; ``over`` and ``later``: outside the months
    simulated; ``not_here``: an office without cases or staff; ``not_alone``: a share of an office that is
    simulated together with others.
    """
    if one.until_on and one.until_on <= ground.months[0]:
        return "over"
    if one.from_on and one.from_on > ground.months[-1]:
        return "later"
    if one.moves.is_event and one.from_on < ground.months[0]:
        return "past"
    for office in {one.office, one.to_office} - {"", ground.area}:
        if office not in ground.places:
            return "not_here"
        is_alone = ground.places[office][1]
        if not is_alone and (one.moves.unit == PERCENT or one.moves.moves):
            return "not_alone"
    return ""


def moved(rows: Sequence[Assumption], values: Sequence[float], ground: Ground) -> Levers:
    """The levers under these assumptions at these values, each in the unit of its name.

    Shares multiply, whatever their order: a tenth fewer and a tenth fewer are 0.9 x 0.9. Staff is what is
    left after cuts, and those who come, less those who leave. A change of weights changes the measure, so the
    limit moves along unless it is given: as many cases fit.
    """
    shape = ground.now.available_fte.shape
    factors: dict[str, np.ndarray] = {}
    found = _Moved(ground.now.available_fte.copy(), np.zeros(shape), np.full(shape, np.nan), np.zeros(shape))
    shares = _newcomer_shares(rows, values)
    for one, value in zip(rows, values, strict=True):
        if reason_left_out(one, ground):
            continue
        if change := _FACTORS.get(one.name):
            lever, factor = change
            place = _span(one, ground)
            factors.setdefault(lever, np.ones(shape))[place] *= factor(value / 100)
        else:
            _add(one, value, shares, ground, found)
    weights = factors.pop("weights", np.ones(shape))
    factors["work"] = factors.get("work", np.ones(shape)) * weights
    kept = {f"{lever}_factor": by for lever, by in factors.items() if lever != "staff"}
    staff = found.staff * factors.get("staff", 1) + found.more
    limit = np.where(np.isnan(found.limit), ground.now.limit_pct * weights, found.limit)
    return replace(
        ground.now,
        available_fte=np.maximum(staff, 0),
        limit_pct=limit,
        ended_cases=found.ended.astype(np.int64),
        moves=tuple(found.moves),
        **kept,
    )


# Name -> which factor it moves, and by what a share of one moves it.
_FACTORS: dict[str, tuple[str, Callable[[float], float]]] = {
    "staff_cut_pct": ("staff", lambda share: 1 - share),
    "extra_hours_pct": ("presence", lambda share: 1 + share),
    "absence_pct": ("presence", lambda share: 1 - share),
    "inflow_pct": ("inflow", lambda share: 1 + share),
    "triage_pct": ("inflow", lambda share: 1 - share),
    "stay_pct": ("left", lambda share: 1 / (1 + share)),
    "case_work_pct": ("work", lambda share: 1 + share),
    "weights_pct": ("weights", lambda share: 1 + share),
}


@dataclass
class _Moved:
    """What is added up on the way: FTE, limits and cases that are ended, (months, cells) each, and moves."""

    staff: np.ndarray
    more: np.ndarray
    limit: np.ndarray
    ended: np.ndarray
    moves: list[Move] = field(default_factory=list)


def _add(one: Assumption, value: float, shares: list[float], ground: Ground, found: _Moved) -> None:
    """An amount that is no factor."""
    first, end = _months(one, ground)
    if one.moves.unit == FTE:
        is_more = one.name == "hires_fte"
        fte = _by_cell(one, value if is_more else -value, ground)
        found.more += newcomers(
            fte, len(ground.months), first, end_month=end, shares=shares if is_more else ()
        )
    elif one.name == "load_limit_pct":
        found.limit[_span(one, ground)] = value
    elif one.name == "ended_expired_cases":
        found.ended[first:end] += _whole_by_cell(one, int(value), ground)
    elif one.name == "moved_cases":
        from_cell, to_cell = ground.places[one.office][0], ground.places[one.to_office][0]
        found.moves.append(Move(from_cell, to_cell, int(value), first, end))


def _months(one: Assumption, ground: Ground) -> tuple[int, int | None]:
    """The first of the months simulated that it is about, and the first after it; None: to the last."""
    first = sum(month < one.from_on for month in ground.months) if one.from_on else 0
    return first, sum(month < one.until_on for month in ground.months) if one.until_on else None


def _is_everywhere(one: Assumption, ground: Ground) -> bool:
    return one.office in ("", ground.area)


def _span(one: Assumption, ground: Ground) -> tuple[slice, slice | int]:
    first, end = _months(one, ground)
    return slice(first, end), slice(None) if _is_everywhere(one, ground) else ground.places[one.office][0]


def _by_cell(one: Assumption, fte: float, ground: Ground) -> np.ndarray:
    if _is_everywhere(one, ground):
        return spread_fte(fte, ground.start, ground.now.available_fte[0])
    return _in_cell(ground.places[one.office][0], fte, ground)


def _whole_by_cell(one: Assumption, cases: int, ground: Ground) -> np.ndarray:
    """Whole cases by cell, in proportion to who is carried: they add up, none is cut."""
    if not _is_everywhere(one, ground):
        return _in_cell(ground.places[one.office][0], cases, ground)
    up_to = np.cumsum(ground.start.carried_cases)
    return np.diff(np.floor(cases * up_to / up_to[-1] + 1e-9), prepend=0)


def _in_cell(cell: int, amount: float, ground: Ground) -> np.ndarray:
    found = np.zeros(ground.start.carried_cases.size)
    found[cell] = amount
    return found


def _newcomer_shares(rows: Sequence[Assumption], values: Sequence[float]) -> list[float]:
    """What newcomers carry in each of their first months, 0..1; in full where nothing is said."""
    given = dict(zip((one.name for one in rows), values, strict=True))
    said = [given.get(name) for name in NEWCOMERS]
    if all(share is None for share in said):
        return []
    return [1.0 if share is None else share / 100 for share in said for _ in range(MONTHS_OF_A_SHARE)]
