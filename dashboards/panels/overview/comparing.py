"""What can be said of load figures side by side: changes, ranges over the weight schemes, which parts differ.

Pure functions on the frame of `queries.overview.load_in_windows`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import polars as pl

from dashboards.charts.readings import standing


@dataclass(frozen=True)
class LoadRange:
    """Workload in per cent of one part ('' = all together) under one scheme, and over all schemes.

    `beside` is that load where the load of all parts together is 100 under the same scheme: a scheme that
    finds everybody heavier says nothing about one office. `alike_pct` is how far it may lie from 100 and
    still be called neither heavier nor lighter. `is_of_few`: not shown, because too few people are behind it;
    `is_unweighed`: not known, because no weight fits any of its open cases.
    """

    part_id: str
    workload_pct: float | None
    low: float | None
    high: float | None
    beside: float | None
    beside_low: float | None
    beside_high: float | None
    alike_pct: float = 0
    is_of_few: bool = False
    is_unweighed: bool = False

    @property
    def is_known(self) -> bool:
        """Whether there was capacity to divide by."""
        return self.workload_pct is not None

    @property
    def standing(self) -> str:
        """`heavier` or `lighter` than the whole under every scheme, else `indistinct`; `unknown`."""
        ends = () if self.beside is None else (self.beside_low, self.beside_high)
        return standing(ends, self.alike_pct)


def can_compare(ranges: dict[str, LoadRange]) -> bool:
    """Whether parts can be told from the whole: at least two, and no work in it that no weight fits."""
    return len(ranges) > 2 and not any(one.is_unweighed for one in ranges.values())


def load_row(
    loads: pl.DataFrame, time_window: str, service_line: str, weight_scheme: str, part: str = ""
) -> dict | None:
    """The row of one window, line, scheme and part ('' = all together); None where there is none."""
    found = loads.filter(
        pl.col("time_window") == time_window,
        pl.col("service_line") == service_line,
        pl.col("weight_scheme") == weight_scheme,
        pl.col("part_id") == part,
    )
    return found.row(0, named=True) if found.height else None


def load_ranges(
    loads: pl.DataFrame, time_window: str, service_line: str, weight_scheme: str, alike_pct: float
) -> dict[str, LoadRange]:
    """Per part, and for all together (key ''), the load under `weight_scheme` and its range over all."""
    rows = loads.filter(pl.col("time_window") == time_window, pl.col("service_line") == service_line)
    by_part: dict[str, dict[str, float | None]] = {}
    for part, scheme, load in rows.select("part_id", "weight_scheme", "workload_pct").iter_rows():
        by_part.setdefault(part, {})[scheme] = load
    whole = by_part.get("", {})
    few = set(rows.filter("is_of_few")["part_id"])
    unweighed = set(rows.filter("is_unweighed", weight_scheme=weight_scheme)["part_id"])
    found = {part: _load_range(part, own, whole, weight_scheme, alike_pct) for part, own in by_part.items()}
    return {
        part: replace(one, is_of_few=part in few, is_unweighed=part in unweighed)
        for part, one in found.items()
    }


def _load_range(
    part_id: str,
    by_scheme: dict[str, float | None],
    whole: dict[str, float | None],
    weight_scheme: str,
    alike_pct: float,
) -> LoadRange:
    known = {name: load for name, load in by_scheme.items() if load is not None and whole.get(name)}
    beside = {name: 100 * load / whole[name] for name, load in known.items()}
    return LoadRange(
        part_id,
        by_scheme.get(weight_scheme),
        *_ends(by_scheme.values()),
        beside.get(weight_scheme),
        *_ends(beside.values()),
        alike_pct,
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
