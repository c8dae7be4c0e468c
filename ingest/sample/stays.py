"""How long mandates stay open, so that the published stock is met at the end of every year.

Each mandate draws a length. In every year the clocks of one type run a little faster or slower: the rate
is the one that leaves exactly the given number open at the year's end.
"""

import numpy as np

from ingest.sample.calendar import MONTH_DAYS, NEVER, day, working_day_from, working_day_until
from ingest.sample.inflow import Mandates, year_bounds
from ingest.sample.parameters import AS_OF, FIRST_DAY
from ingest.sample.stated import Stated, assumed, sourced
from ingest.sample.volumes import TYPES, YEARS

# median, shortest and longest stay in months, spread of the logarithm
STAYS: dict[str, tuple[Stated | float, ...]] = {
    "probation": (assumed(34, "steady state 38 and 31 months in 2020 and 2021 (derived)"), 12, 60, 0.38),
    "autonomous_probation": (assumed(18, "steady state 21 and 17 months"), 6, 24, 0.35),
    "work_penalty": (assumed(11, "steady state 12.6 and 11.5 months; right tail: extensions"), 3, 30, 0.50),
    "pretrial_conditions": (assumed(6, "steady state 6.5 months"), 3, 12, 0.40),
    "electronic_monitoring": (assumed(2.5, "short ones; two in five are long ones of 10.5"), 1, 24, 0.45),
    "conditional_release": (assumed(32), 12, 72, 0.45),
    "limited_detention": (assumed(5), 2, 14, 0.45),
    "placement_at_disposal": (assumed(38), 12, 96, 0.45),
    "internment": (assumed(48, "steady state 49 and 46 months"), 12, 120, 0.55),
    "autonomous_monitoring": (
        sourced(2.9, "stock over inflow of 2020 and 2021 (F1, F2), derived"),
        1,
        7,
        0.35,
    ),
    "mediation_and_measures": (assumed(10, "about 13 months in 2020, rough"), 3, 26, 0.50),
    "home_ban": (assumed(2.2), 0.5, 4.5, 0.45),
    "brief_report": (assumed(0.85, "four weeks"), 0.25, 3, 0.40),
    "social_enquiry": (assumed(1.7, "eight weeks"), 0.5, 5, 0.40),
    "victim_reception": (assumed(6.5), 0.5, 36, 0.75),
    "family_enquiry": (assumed(5.5), 2, 18, 0.45),
    "chain_case": (assumed(8), 2, 24, 0.50),
}
LONG_MONITORING = (assumed(0.40, "electronic monitoring above three years of sentence"), assumed(10.5, "F27"))
STOCK_FROM = "2013-01-01"


def drawn_lengths(rng: np.random.Generator, kind: int, count: int) -> np.ndarray:
    """Lengths in days of ``count`` mandates of one type."""
    median, shortest, longest, spread = STAYS[TYPES[kind]]
    middle = np.full(count, float(median))
    if TYPES[kind] == "electronic_monitoring":
        middle = np.where(rng.random(count) < LONG_MONITORING[0], LONG_MONITORING[1], middle)
    months = middle * np.exp(spread * rng.standard_normal(count))
    return np.clip(months, shortest, longest) * MONTH_DAYS


def drawn_stock(rng: np.random.Generator, kind: int, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Opening days and lengths of ``count`` mandates open on the first day, longer stays more often."""
    first = day(FIRST_DAY)
    window = min(first - day(STOCK_FROM), int(STAYS[TYPES[kind]][2] * MONTH_DAYS))
    opened, lengths = np.empty(0, dtype=np.int64), np.empty(0)
    while len(opened) < count:
        drawn = working_day_until(first - 1 - rng.integers(0, window, 4 * count + 50))
        length = drawn_lengths(rng, kind, len(drawn))
        is_open = drawn + length > first
        opened = np.concatenate([opened, drawn[is_open]])
        lengths = np.concatenate([lengths, length[is_open]])
    return opened[:count], lengths[:count]


def end_mandates(rng: np.random.Generator, mandates: Mandates, left_open: np.ndarray, stock: dict) -> None:
    """Fill ``ended`` and ``due``: what is open at each year's end is ``left_open[type, 1 + year]``.

    ``stock`` gives, by type, the lengths of the mandates opened before the first day, in order of opening.
    """
    first = day(FIRST_DAY)
    for kind in range(len(TYPES)):
        mine = np.flatnonzero(mandates.kind == kind)
        length = drawn_lengths(rng, kind, len(mine))
        in_stock = mandates.opened[mine] < first
        length[in_stock] = stock[kind] - (first - mandates.opened[mine][in_stock])
        ended, due = _ends(mandates.opened[mine], np.maximum(length, 1), left_open[kind])
        mandates.ended[mine], mandates.due[mine] = ended, due


def _ends(opened: np.ndarray, remaining: np.ndarray, left_open: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """End days of the mandates of one type and, for those still open, the day they would end.

    ``remaining`` is the length still to run at the later of opening and first day; it is used up.
    """
    ended = np.full(len(opened), NEVER, dtype=np.int64)
    rate = 1.0
    for position, year in enumerate(YEARS):
        first, after = year_bounds(year)
        here = np.flatnonzero((opened < after) & (ended == NEVER))
        start = np.maximum(opened[here], first)
        exposure = (after - start).astype(float)
        pace = remaining[here] / exposure
        leaving = max(len(here) - int(left_open[position + 1]), 0)
        rate = _threshold(pace, leaving)
        order = np.argsort(pace, kind="stable")
        gone, staying = order[:leaving], order[leaving:]
        end = start[gone] + np.maximum(np.floor(remaining[here[gone]] / rate), 1).astype(np.int64)
        # the last working day of the year at the latest: the stock at its end is what was asked for
        end = working_day_until(np.minimum(end, after - 1))
        end = np.where(end < start[gone], working_day_from(start[gone]), end)
        ended[here[gone]] = np.minimum(end, after - 1)
        remaining[here[staying]] = np.maximum(remaining[here[staying]] - rate * exposure[staying], 0.5)
    as_of = day(AS_OF)
    due = np.where(ended < NEVER, ended, as_of + 1 + np.floor(remaining / max(rate, 0.2)).astype(np.int64))
    return ended, due


def _threshold(pace: np.ndarray, leaving: int) -> float:
    """The rate at which just ``leaving`` of the mandates run out within the year."""
    if leaving == 0 or len(pace) == 0:
        return 1.0
    ordered = np.sort(pace)
    if leaving >= len(ordered):
        return float(ordered[-1]) + 1e-9
    return float(ordered[leaving - 1] + ordered[leaving]) / 2
