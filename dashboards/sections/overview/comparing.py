"""What can be said of load figures side by side: changes, ranges over the weight schemes, who stands apart.

Pure functions on the frame of `queries.overview.load_in_windows`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from dashboards.charts.readings import SAME_WITHIN_PCT

# Below half a point two percentages read the same when rounded: then "about the same" is said.
SAME_WITHIN_POINTS = 0.5


@dataclass(frozen=True)
class LoadRange:
    """Load in per cent of one office (None = all together) under one scheme, and over all schemes.

    `beside` is that load where the load of all offices together is 100 under the same scheme: a scheme that
    finds everybody heavier says nothing about one office.
    """

    office_id: str | None
    workload_pct: float | None
    low: float | None
    high: float | None
    beside: float | None
    beside_low: float | None
    beside_high: float | None

    @property
    def is_known(self) -> bool:
        """Whether there was capacity to divide by."""
        return self.workload_pct is not None

    @property
    def stands(self) -> str:
        """`heavier` or `lighter` than the whole under every scheme, else `indistinct`; `unknown`."""
        if self.beside is None:
            return "unknown"
        if self.beside_low > 100 + SAME_WITHIN_PCT:
            return "heavier"
        return "lighter" if self.beside_high < 100 - SAME_WITHIN_PCT else "indistinct"


def load_row(
    loads: pl.DataFrame, time_window: str, service_line: str, weight_scheme: str, office_id: str | None = None
) -> dict | None:
    """The row of one window, line, scheme and office (None = all offices); None where there is none."""
    found = loads.filter(
        pl.col("time_window") == time_window,
        pl.col("service_line") == service_line,
        pl.col("weight_scheme") == weight_scheme,
        pl.col("office_id").is_null() if office_id is None else pl.col("office_id") == office_id,
    )
    return found.row(0, named=True) if found.height else None


def load_ranges(
    loads: pl.DataFrame, time_window: str, service_line: str, weight_scheme: str
) -> dict[str | None, LoadRange]:
    """Per office, and for all together (key None), the load under `weight_scheme` and its range over all."""
    rows = loads.filter(pl.col("time_window") == time_window, pl.col("service_line") == service_line)
    by_office: dict[str | None, dict[str, float | None]] = {}
    for office, scheme, load in rows.select("office_id", "weight_scheme", "workload_pct").iter_rows():
        by_office.setdefault(office, {})[scheme] = load
    whole = by_office.get(None, {})
    return {office: _load_range(office, found, whole, weight_scheme) for office, found in by_office.items()}


def _load_range(
    office_id: str | None,
    by_scheme: dict[str, float | None],
    whole: dict[str, float | None],
    weight_scheme: str,
) -> LoadRange:
    beside = {name: 100 * load / whole[name] for name, load in by_scheme.items() if load and whole.get(name)}
    return LoadRange(
        office_id,
        by_scheme.get(weight_scheme),
        *_ends(by_scheme.values()),
        beside.get(weight_scheme),
        *_ends(beside.values()),
    )


def _ends(amounts: Iterable[float | None]) -> tuple[float | None, float | None]:
    known = [amount for amount in amounts if amount is not None]
    return (min(known), max(known)) if known else (None, None)


def change_in_words(difference: float | None, same_within: float) -> str:
    """`more`, `less`, `same`, or `unknown` where one side is missing: the ending of a sentence's key."""
    if difference is None:
        return "unknown"
    if abs(difference) < same_within:
        return "same"
    return "more" if difference > 0 else "less"


def difference(now: float | None, then: float | None) -> float | None:
    """Now less then; None where either is missing."""
    return None if now is None or then is None else now - then


def growth_pct(now: float | None, then: float | None) -> float | None:
    """By how many per cent it grew; None where either is missing or there was nothing before."""
    return None if now is None or not then else 100 * (now - then) / then
