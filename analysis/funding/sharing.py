"""Two rules that share staff out: so many for each case, and so many for the weighted work."""

import polars as pl

RULES = {"active_cases_avg": "by_case_fte", "workload_units_avg": "by_work_fte"}


def shared_staff(parts: pl.DataFrame, staff_fte: float | None) -> pl.DataFrame:
    """The staff of a whole, shared over its parts by cases and by work, beside each other.

    Args:
        parts: a row per office or kind of work, with ``active_cases_avg`` (cases with an officer) and
            ``workload_units_avg`` (their work, in units of one weight scheme); null counts as unknown.
        staff_fte: the full-timers to be shared; None where they may not be known.

    Returns:
        The same rows with ``by_case_fte`` and ``by_work_fte``, each of which adds up to ``staff_fte``, and
        ``rules_differ_fte`` (by work less by case), which adds up to nothing. All three are null where no
        staff is known, where an amount of any part is unknown, or where there is nothing to share by.

    Raises:
        ValueError: a negative amount.
    """
    if any((parts[amount].min() or 0) < 0 for amount in RULES):
        raise ValueError("Cases and work are not negative.")
    shares = {rule: _share(parts[amount], staff_fte) for amount, rule in RULES.items()}
    return parts.with_columns(**shares).with_columns(
        rules_differ_fte=pl.col("by_work_fte") - pl.col("by_case_fte")
    )


def _share(amounts: pl.Series, staff_fte: float | None) -> pl.Expr:
    whole = amounts.sum()
    if staff_fte is None or amounts.null_count() or not whole:
        return pl.lit(None, pl.Float64)
    return pl.col(amounts.name) * (staff_fte / whole)
