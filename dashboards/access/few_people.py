"""Capacity of fewer than five posts is hidden: it would show when one person is away.

Work is shown of everybody; what it is compared with, and the staff, only where five people or more are
behind it.
"""

import polars as pl

from dashboards.access.door import SMALLEST_SHOWN

FEW_MARK = "is_of_few"
# Of weeks: every column that is capacity, or is computed from it.
_CAPACITY_OF_WEEKS = (
    "workload_pct",
    "capacity_units_avg",
    "contract_fte_avg",
    "available_fte_avg",
    "reduced_fte_avg",
    "uncounted_fte_avg",
)
_CAPACITY_OF_PARTS = ("workload_pct", "available_fte")


def is_of_few(contract_fte: pl.Series) -> bool:
    """Whether there are fewer than five full-time posts in any of these periods, and some in at least one.

    Nobody holds more than one full-time post, so five posts are five people at least. Where there is no post
    at all there is nobody to protect.
    """
    known = contract_fte.drop_nulls()
    return bool(len(known)) and known.max() > 0 and known.min() < SMALLEST_SHOWN


def weeks_cleared(weeks: pl.DataFrame) -> pl.DataFrame:
    """The weeks of one area with `is_of_few`, the same in every row; where true, capacity is null throughout.

    One week with too few posts hides the capacity of every week: beside the others it would be noticed.
    """
    is_few = is_of_few(weeks["contract_fte_avg"])
    marked = weeks.with_columns(pl.lit(is_few).alias(FEW_MARK))
    if not is_few:
        return marked
    return marked.with_columns(pl.lit(None, pl.Float64).alias(name) for name in _CAPACITY_OF_WEEKS)


def parts_cleared(parts: pl.DataFrame) -> pl.DataFrame:
    """One row per part with `is_of_few`; percentages and staff are null where posts are fewer than five.

    `parts`: `contract_fte_min` (the fewest posts at any of the moments compared), which itself goes;
    `workload_pct_<moment>` and `available_fte_<moment>`. No part is of few where none has any post.
    """
    has_posts = is_of_few(parts["contract_fte_min"])
    is_enough = (pl.col("contract_fte_min") >= SMALLEST_SHOWN).fill_null(False)
    of_capacity = [name for name in parts.columns if name.startswith(_CAPACITY_OF_PARTS)]
    return parts.with_columns(
        *(pl.when(is_enough).then(name).alias(name) for name in of_capacity),
        (~is_enough & pl.lit(has_posts)).alias(FEW_MARK),
    ).drop("contract_fte_min")
