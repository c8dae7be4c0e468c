"""The questions of Pressure and cover about officers: how many are above a threshold for weeks.

People leave the database as counts, never one by one, and small groups of them leave the questions hidden.
``part_id`` is a part of the area asked for: an office, or a region where the area is a service with regions;
'' is the area itself, and as a ``grade`` all of them.
"""

import polars as pl

from dashboards import database
from dashboards.access.hidden_amounts import band_groups, bands_cleared, groups_cleared
from dashboards.choice import SERVICE, Chosen
from dashboards.queries.asking import ask
from dashboards.reader import Reader


def thresholds(reader: Reader) -> pl.DataFrame:
    """One row per threshold of a named set, in order: ``threshold_set``, ``measure``, ``source``."""
    return database.frame(
        reader,
        """
        select threshold_set, measure, threshold, source
        from dim_thresholds
        order by threshold_set, measure, threshold
    """,
    )


@database.remembered("among", "weight_scheme", "threshold_set")
def overload_months(reader: Reader, choice: Chosen) -> pl.DataFrame:
    """One row per part, grade, threshold and month: people with capacity, and those above for four weeks.

    ``people`` have capacity on a Sunday of the month; ``people_over`` of them are above in each of four ISO
    weeks in a row, the last ending in the month (``share_pct``); ``people_over_now`` and ``share_now_pct`` by
    the weights of the last day. Totals have '' in the place of part or grade: anyone who changes grade or has
    two offices counts in each. ``is_hidden``: the group is too small, and its amounts are null.
    """
    area, counts = choice.parameters["among"], _overload_counts(reader, choice)
    service = groups_cleared(counts[SERVICE])
    # A region's totals are rows of the service's table too: what is hidden there must not be shown here.
    return service if area == SERVICE else groups_cleared(counts[area], area, service)


def _overload_counts(reader: Reader, choice: Chosen) -> dict[str, pl.DataFrame]:
    """The rows of ``overload_months`` before anything is hidden, of the area and of the whole service.

    For ``overload_months`` alone. Beside another area the service has its people only, under one threshold:
    what is hidden depends on them.
    """
    rows = ask(
        reader,
        choice,
        """
        select
            area_id, months as month_start_on, part_id, grade, threshold,
            officers_with_capacity as people,
            officers_over_4_weeks as people_over,
            officers_over_4_weeks_now as people_over_now
        from fct_area_overload_series
        where area_id = $among and weight_scheme = $weight_scheme and threshold_set = $threshold_set
        union all by name
        select
            area_id, months as month_start_on, part_id, grade, threshold,
            officers_with_capacity as people
        from fct_area_overload_series
        where area_id = 'service'
            and $among != 'service'
            and weight_scheme = $weight_scheme
            and threshold_set = $threshold_set
            and is_lowest_threshold
        order by part_id, grade, threshold
        """,
    ).with_columns(people_over_now=pl.coalesce("people_over_now", "people_over"))
    over = ["people_over", "people_over_now"]
    area = choice.parameters["among"]
    counts = _by_area(rows, area)
    if area != SERVICE:
        unknown = (pl.lit(None, pl.Int64).alias(name) for name in over)
        counts[SERVICE] = counts[SERVICE].explode("month_start_on", "people").with_columns(unknown)
    counts[area] = counts[area].explode("month_start_on", "people", *over)
    return counts


@database.remembered("among", "weight_scheme")
def loads_beside_cases(reader: Reader, choice: Chosen) -> pl.DataFrame:
    """One row per part, band of cases and band of workload: its people over the last four whole weeks.

    ``cases_above`` and ``pct_above``: the highest threshold of any set that the mean of the person over all
    offices is strictly above, null below the lowest. ``people`` have capacity in the part in these weeks;
    under '' each counts once. ``is_hidden``: the people of the band of cases are too few, or none; one row.
    """
    area, counts = choice.parameters["among"], _load_counts(reader, choice)
    above = thresholds(reader).filter(measure="active_cases")["threshold"].unique().sort().to_list()
    bands = [None, *above]
    if area == SERVICE or counts[area].is_empty():
        return bands_cleared(counts[area], bands)
    # A region's people, less those of all others, would give a small region away.
    return bands_cleared(counts[area], bands, area, band_groups(counts[SERVICE], bands))


def _load_counts(reader: Reader, choice: Chosen) -> dict[str, pl.DataFrame]:
    """The rows of ``loads_beside_cases`` before anything is hidden, of the area and of the whole service.

    For ``loads_beside_cases`` alone.
    """
    rows = ask(
        reader,
        choice,
        """
        select area_id, part_id, cases_above, pct_above, officers as people
        from fct_area_load_bands
        where area_id in ('service', $among) and weight_scheme = $weight_scheme
        order by part_id, cases_above nulls first, pct_above nulls first
        """,
    )
    return _by_area(rows, choice.parameters["among"])


def _by_area(rows: pl.DataFrame, area: str) -> dict[str, pl.DataFrame]:
    return {one: rows.filter(pl.col("area_id") == one).drop("area_id") for one in (SERVICE, area)}
