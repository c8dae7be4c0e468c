"""How far each assumption must be off before the answer turns: more staff needed, or not.

The answer turns where the load (work / capacity / target load) is exactly 1. Every closed form below is that
equation, solved for one assumption while all others stay as they are.
"""

import polars as pl

FULL_PCT = 100
# In the order in which they are told where two are as near.
ASSUMPTIONS = ("weights", "inflow", "stay", "absence")


def turning_points(loads: pl.DataFrame, target_load_pct: float = FULL_PCT) -> pl.DataFrame:
    """For each row of ``loads`` and each assumption, by which factor it must be off.

    - ``weights``: all weights times the factor. The work is proportional to them: 1 / load.
    - ``inflow``: new cases per year times the factor, for so long that all cases are of that inflow. By
      Little's law the cases, and so the work, are proportional to it: 1 / load.
    - ``stay``: how long cases stay, times the factor. A longer stay adds days at the end of a case, when it
      weighs ``later_weight_units``; what comes at its start comes once. By Little's law one stay more of
      every case is all cases once more: 1 + (target x capacity - work) / (cases x later weight).
    - ``absence``: the share of contracted staff that is not available, times the factor. What is available,
      and with it capacity, must be ``load`` times what it is: (1 - (1 - absence) x load) / absence.

    Args:
        loads: ``workload_units_avg``, ``capacity_units_avg``, ``contract_fte_avg``, ``available_fte_avg``,
            ``active_cases_avg`` and ``later_weight_units`` (of a case past its start, in units).
        target_load_pct: how heavy the work may be, in per cent of capacity.

    Returns:
        A row per row of ``loads`` and assumption, with all its columns, ``assumption``, ``turning_factor``
        (1 = as it is; null where no factor above or at zero turns the answer, or a part of it is unknown) and
        ``turning_change_pct`` (100 x (factor - 1)).

    Raises:
        ValueError: a target that is not above zero.
    """
    if not target_load_pct > 0:
        raise ValueError(f"A target load is above 0 %, not {target_load_pct}.")
    factors = _factors(target_load_pct / FULL_PCT)
    return pl.concat(
        [
            loads.with_columns(assumption=pl.lit(name), turning_factor=_possible(factors[name]))
            for name in ASSUMPTIONS
        ]
    ).with_columns(turning_change_pct=FULL_PCT * (pl.col("turning_factor") - 1))


def deciding(points: pl.DataFrame, *by: str) -> pl.DataFrame:
    """The assumptions of each group ``by``, the nearest to what is assumed first, those that never turn last.

    The first row of a group is the deciding assumption: the smallest relative change turns the answer.
    """
    ranks = {name: rank for rank, name in enumerate(ASSUMPTIONS)}
    return points.sort(
        *by,
        # to the last digits of a sum two of them are the same
        pl.col("turning_change_pct").abs().round(9),
        pl.col("assumption").replace_strict(ranks, return_dtype=pl.Int64),
        nulls_last=True,
        maintain_order=True,
    )


def _factors(target: float) -> dict[str, pl.Expr]:
    work, capacity = pl.col("workload_units_avg"), pl.col("capacity_units_avg") * target
    as_heavy_later = pl.col("active_cases_avg") * pl.col("later_weight_units")
    available = pl.col("available_fte_avg") / pl.col("contract_fte_avg")
    return {
        "weights": capacity / work,
        "inflow": capacity / work,
        "stay": 1 + (capacity - work) / as_heavy_later,
        "absence": (1 - available * work / capacity) / (1 - available),
    }


def _possible(factor: pl.Expr) -> pl.Expr:
    """A factor that can be: without work, capacity, staff or absence there is none, and none below zero."""
    is_known = (pl.col("capacity_units_avg") > 0) & (pl.col("workload_units_avg") > 0)
    return pl.when(is_known & factor.is_finite() & (factor >= 0)).then(factor)
