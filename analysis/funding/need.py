"""The staff that work needs, at a load that is chosen, beside the staff that there is."""

import polars as pl

FULL_PCT = 100


def staff_need(loads: pl.DataFrame, target_load_pct: float = FULL_PCT) -> pl.DataFrame:
    """Each row of ``loads`` with what its work needs, in full-time equivalents.

    An available full-timer gives ``capacity / available`` units, as the staff that there is do on average;
    need = work / what a full-timer gives / target load. At a target of 100 % the gap is the room of
    ``fct_area_line_windows`` with the sign turned.

    Args:
        loads: ``workload_units_avg``, ``capacity_units_avg`` and ``available_fte_avg``, means per day.
        target_load_pct: how heavy the work may be, in per cent of capacity.

    Returns:
        The same rows with ``need_fte`` and ``gap_fte`` (need less available; above zero where staff is
        short). Both are null where work, capacity or staff is null, or where there is no capacity.

    Raises:
        ValueError: a target that is not above zero.
    """
    if not target_load_pct > 0:
        raise ValueError(f"A target load is above 0 %, not {target_load_pct}.")
    a_full_timer_gives = pl.col("capacity_units_avg") / pl.col("available_fte_avg")
    need = pl.col("workload_units_avg") / a_full_timer_gives * FULL_PCT / target_load_pct
    is_known = (pl.col("capacity_units_avg") > 0) & (pl.col("available_fte_avg") > 0)
    return loads.with_columns(need_fte=pl.when(is_known).then(need)).with_columns(
        gap_fte=pl.col("need_fte") - pl.col("available_fte_avg")
    )
