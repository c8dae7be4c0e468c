"""What the page Pressure and cover says of officers, in numbers: pure functions on counts of people."""

from datetime import date, timedelta

import polars as pl

from dashboards.small_groups import KEYS, hidden_groups
from dashboards.small_groups_regions import hidden_groups_within

COUNTS = ["people", "people_over", "people_over_now"]


def shown_groups(rows: pl.DataFrame, region: str = "", whole: pl.DataFrame | None = None) -> pl.DataFrame:
    """The rows with `is_hidden`, `share_pct` and `share_now_pct`; every amount of a hidden group is null.

    ``rows``: ``month_start_on``, ``office_id``, ``grade``, ``threshold``, ``people``, ``people_over``,
    ``people_over_now``. A group is hidden under every threshold alike: it is its people who are too few.
    ``region``: where the rows are of a region, which one; ``whole``: what is then shown of the service.
    """
    if rows.is_empty():
        return rows.with_columns(is_hidden=pl.lit(False), share_pct=pl.lit(0.0), share_now_pct=pl.lit(0.0))
    people = rows.unique(KEYS, maintain_order=True)
    marked = hidden_groups(people) if whole is None else hidden_groups_within(people, region, whole)
    groups = marked.select(*KEYS, "is_hidden")
    return (
        rows.join(groups, on=KEYS, how="left", maintain_order="left")
        .with_columns(
            pl.when(pl.col("is_hidden")).then(None).otherwise(pl.col(name)).alias(name) for name in COUNTS
        )
        .with_columns(
            share_pct=100 * pl.col("people_over") / pl.col("people"),
            share_now_pct=100 * pl.col("people_over_now") / pl.col("people"),
        )
    )


def last_whole_month(as_of: date) -> date:
    """The first day of the last month of which every day is known."""
    after = as_of + timedelta(days=1)
    return (after.replace(day=1) - timedelta(days=1)).replace(day=1)


def running_month(as_of: date) -> date | None:
    """The first day of the month that `as_of` cuts; None where it is the last day of its month."""
    month = as_of.replace(day=1)
    return None if month == last_whole_month(as_of) else month


def year_before(month: date) -> date:
    """The same month a year earlier."""
    return month.replace(year=month.year - 1)


def beside_reading(rows: pl.DataFrame, pct: float, cases: float) -> dict[str, int]:
    """How far the count of cases and the weighted workload of the same people agree.

    ``rows``: ``cases_above``, ``pct_above`` (null below the lowest threshold), ``people``. ``over`` are
    above ``pct``, ``few`` of them at or below ``cases``; ``many`` are above ``cases``, ``room`` of them at or
    below ``pct``.
    """
    is_over = pl.col("pct_above").fill_null(float("-inf")) >= pct
    is_many = pl.col("cases_above").fill_null(float("-inf")) >= cases
    wanted = {"over": is_over, "few": is_over & ~is_many, "many": is_many, "room": is_many & ~is_over}
    return {name: int(rows.filter(which)["people"].sum() or 0) for name, which in wanted.items()}
