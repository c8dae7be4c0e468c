"""The split of a change by office and line, and of every area by its offices."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import polars as pl

from analysis.growth.areas import KEYS, Areas
from analysis.growth.cells import Side
from analysis.growth.coding import PAIR, Groups
from analysis.growth.load import LOAD_DEGREE, LOAD_FACTORS, Load
from analysis.growth.months import OFFICE_LINE, Months
from analysis.growth.moving import shapley_parts
from analysis.growth.stock import STOCK_DEGREE, STOCK_FACTORS, Stock
from analysis.growth.work import WORK_DEGREE, WORK_FACTORS, Work

MEASURES = ("open_cases", "workload_units", "workload_pct")


def factors_of(measure: str) -> tuple[str, ...]:
    """The causes that a measure is split into, in the order of the work; ValueError of another measure."""
    known = dict(zip(MEASURES, (STOCK_FACTORS, WORK_FACTORS, LOAD_FACTORS), strict=True))
    if measure not in known:
        raise ValueError(f"{measure} is not split; {', '.join(MEASURES)} are.")
    return known[measure]


def growth_split(measure: str, months: Months, pairs: pl.DataFrame, areas: pl.DataFrame) -> pl.DataFrame:
    """What each cause has in the change of a measure, by pair of months, area, office in it and line.

    The parts are Shapley values (see ``moving``). Of cases and work they add up to ``after`` - ``before`` in
    each row, and rows add up over offices and lines. Of a percentage they are what the changes in this office
    did to that of the area: all offices of the area together add up to its ``after`` - ``before``.

    Args:
        measure: ``open_cases`` (at the end of the month's last day), ``workload_units`` (mean of the month)
            or ``workload_pct``.
        months: the months of the pairs, under one weight scheme. A month of a pair without rows holds
        nothing.
        pairs: ``before_on`` and ``after_on``, first days of months, each pair once.
        areas: ``area_id`` and ``office_id``: which offices an area has.

    Returns:
        ``area_id``, ``office_id``, ``service_line``, ``before_on``, ``after_on``; ``before`` and ``after``:
        the measure in both months, of a percentage what the office contributes to it; then a column per
        cause, in the unit of the measure. No row where a percentage does not exist in both months.

    Raises:
        ValueError: another measure; a pair twice; figures that cannot be of one service (see ``Stock``,
            ``Work``).
    """
    return growth_splits((measure,), months, pairs, areas)[measure]


def growth_splits(
    measures: Iterable[str], months: Months, pairs: pl.DataFrame, areas: pl.DataFrame
) -> dict[str, pl.DataFrame]:
    """By measure what ``growth_split`` gives of each: work is laid out once for all that need it."""
    pairs = pairs.select(pl.col(*PAIR).cast(pl.Date))
    if pairs.is_duplicated().any():
        raise ValueError("A pair of months is there twice.")
    known, found = {measure: factors_of(measure) for measure in measures}, {}
    coding = months.coding(pairs)
    of_areas = Areas(areas, coding)
    work = Work(months, coding) if known.keys() - {"open_cases"} else None
    for measure, factors in known.items():
        if measure == "workload_pct":
            load = Load(work, months, of_areas)
            split = _Split(load.offices, load.pct, shapley_parts(load.at, LOAD_DEGREE))
            rows = (load.of_office, load.of_area)
        else:
            degree = LOAD_DEGREE if "workload_pct" in known else WORK_DEGREE
            is_open = measure == "open_cases"
            split = _open_cases(Stock(months, coding, "end")) if is_open else _work(work, degree)
            rows = of_areas.of(split.offices)
            split = split.at(rows[0])
        found[measure] = of_areas.table(rows, split.offices, split.in_columns(factors))
    return found


def in_long_form(split: pl.DataFrame, measure: str) -> pl.DataFrame:
    """Areas without their offices, a row per cause: ``factor`` and ``change``; ``total`` is all of it."""
    factors = factors_of(measure)
    keys = [key for key in KEYS if key != "office_id"]
    return (
        split.group_by(keys, maintain_order=True)
        .agg(pl.col(factors).sum(), total=pl.col("after").sum() - pl.col("before").sum())
        .unpivot([*factors, "total"], index=keys, variable_name="factor", value_name="change")
        .sort(keys, maintain_order=True)
    )


@dataclass(frozen=True)
class _Split:
    """Amounts and parts, a row per office and line, or per office in each area."""

    offices: Groups
    amounts: Side
    parts: dict[str, np.ndarray]

    def at(self, of_office: np.ndarray) -> "_Split":
        """The rows of the given offices."""
        parts = {name: part[of_office] for name, part in self.parts.items()}
        return _Split(self.offices, self.amounts.of(of_office), parts)

    def in_columns(self, factors: Iterable[str]) -> dict[str, np.ndarray]:
        """``before``, ``after`` and a column per cause."""
        sides = {"before": self.amounts.before, "after": self.amounts.after}
        return sides | {name: self.parts[name] for name in factors}


def _open_cases(stock: Stock) -> _Split:
    """Open cases by office and line: kinds are added up."""
    offices = Groups(OFFICE_LINE, stock.kinds)
    of_office = offices.numbers(stock.kinds)
    parts = shapley_parts(stock.at, STOCK_DEGREE)
    return _Split(
        offices,
        stock.open_cases.summed(of_office, offices.count),
        {name: np.bincount(of_office, part, offices.count) for name, part in parts.items()},
    )


def _work(work: Work, degree: int) -> _Split:
    return _Split(work.offices, work.units, shapley_parts(work.at, degree))
