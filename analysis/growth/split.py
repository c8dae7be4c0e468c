"""The split of a change by office and line, and of every area by its offices."""

from collections.abc import Iterable

import numpy as np
import polars as pl

from analysis.growth.cells import PAIR, Side
from analysis.growth.load import LOAD_DEGREE, LOAD_FACTORS, Load
from analysis.growth.months import OFFICE_LINE, Months
from analysis.growth.moving import shapley_parts
from analysis.growth.stock import STOCK_DEGREE, STOCK_FACTORS, Stock
from analysis.growth.work import WORK_DEGREE, WORK_FACTORS, Work

MEASURES = ("open_cases", "workload_units", "workload_pct")
KEYS = ("area_id", "office_id", "service_line", *PAIR)


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
    work = Work(months, pairs) if known.keys() - {"open_cases"} else None
    for measure, factors in known.items():
        if measure == "workload_pct":
            load = Load(work, months, pairs, areas)
            found[measure] = _table(load.parts, load.pct, shapley_parts(load.at, LOAD_DEGREE), factors)
        else:
            degree = LOAD_DEGREE if "workload_pct" in known else WORK_DEGREE
            split = _open_cases(months, pairs) if measure == "open_cases" else _work(work, degree)
            of_areas = split.join(areas.select("area_id", "office_id"), on="office_id")
            found[measure] = of_areas.select(*KEYS, pl.exclude(KEYS))
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


def _open_cases(months: Months, pairs: pl.DataFrame) -> pl.DataFrame:
    stock = Stock(months, pairs, "end")
    parts = shapley_parts(stock.at, STOCK_DEGREE)
    by_kind = _table(stock.kinds, stock.open_cases, parts, STOCK_FACTORS)
    return by_kind.group_by(*OFFICE_LINE, *PAIR, maintain_order=True).agg(
        pl.col("before", "after", *STOCK_FACTORS).sum()
    )


def _work(work: Work, degree: int) -> pl.DataFrame:
    return _table(work.offices, work.units, shapley_parts(work.at, degree), WORK_FACTORS)


def _table(
    rows: pl.DataFrame, amounts: Side, parts: dict[str, np.ndarray], factors: tuple[str, ...]
) -> pl.DataFrame:
    keys = [key for key in (*KEYS, "supervision_type") if key in rows.columns]
    return rows.select(keys).with_columns(
        before=amounts.before, after=amounts.after, **{name: parts[name] for name in factors}
    )
