"""How many people leave beside how many posts there are."""

import polars as pl

MONTHS = 12


def turnover(months: pl.DataFrame) -> tuple[float, float] | None:
    """Leavers of the last twelve months, and leavers per hundred posts; None where either is not known.

    ``months``: one row per month, ``month_start_on``, ``leavers``, ``contract_fte_avg`` (mean posts of the
    month). Twelve months in a row, each with both figures, else None: a sum over fewer would look like
    fewer leavers. Leavers are people and posts are full-time, so part-time staff make it higher.
    """
    last = months.sort("month_start_on").tail(MONTHS)
    if (
        last.height < MONTHS
        or last.null_count().sum_horizontal().item()
        or last["contract_fte_avg"].sum() <= 0
    ):
        return None
    first, end = last["month_start_on"][0], last["month_start_on"][-1]
    if (end.year - first.year) * 12 + end.month - first.month != MONTHS - 1:
        return None
    leavers = float(last["leavers"].sum())
    return leavers, 100 * leavers / float(last["contract_fte_avg"].mean())
