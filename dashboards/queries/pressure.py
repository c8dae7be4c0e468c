"""The questions of Pressure and cover: who stands above a threshold for weeks, and which cases need somebody.

People leave the database as counts, never one by one. ``office_id`` is a part of the area asked for: an
office, or in the whole of a service with regions a region; '' is the area itself, as a ``grade`` all of them.
"""

import polars as pl

from dashboards import warehouse
from dashboards.queries import SERVICE

ALL = ""
LISTS = ("cover", "not_assessed", "past_expected_end", "no_expected_end")


def thresholds() -> pl.DataFrame:
    """One row per threshold of a named set, in order: ``threshold_set``, ``measure``, labels, ``source``."""
    return warehouse.frame("""
        select threshold_set, measure, threshold, label_en, label_nl, source
        from marts.dim_thresholds
        order by threshold_set, measure, threshold
    """)


def overload_months(area: str, weight_scheme: str, threshold_set: str) -> pl.DataFrame:
    """One row per part, grade, threshold and month: people with capacity, and those above for four weeks.

    ``people`` have capacity on a Sunday of the month; ``people_over`` of them are above in each of four ISO
    weeks in a row, the last ending in the month; ``people_over_now`` by the weights of the last day. Totals
    have '' in the place of office or grade: whoever changes grade or has two offices counts in each.
    """
    return overload_tables(area, weight_scheme, threshold_set)[area]


def overload_tables(area: str, weight_scheme: str, threshold_set: str) -> dict[str, pl.DataFrame]:
    """The rows of ``overload_months`` of the area, and of the whole service, in one question.

    Beside another area the service has its people alone, under one threshold: what is hidden rests on them.
    """
    rows = warehouse.frame(
        """
        select
            area_id,
            months as month_start_on,
            part_id as office_id,
            grade,
            threshold,
            officers_with_capacity as people,
            officers_over_4_weeks as people_over,
            officers_over_4_weeks_now as people_over_now
        from marts.fct_area_overload_series
        where area_id = $area and weight_scheme = $weight_scheme and threshold_set = $threshold_set
        union all by name
        select
            area_id, months as month_start_on, part_id as office_id, grade, threshold,
            officers_with_capacity as people
        from marts.fct_area_overload_series
        where area_id = 'service'
            and $area != 'service'
            and weight_scheme = $weight_scheme
            and threshold_set = $threshold_set
            and is_lowest_threshold
        """,
        area=area,
        weight_scheme=weight_scheme,
        threshold_set=threshold_set,
    ).sort("office_id", "grade", "threshold")
    counts = ["people_over", "people_over_now"]
    rows = rows.with_columns(people_over_now=pl.coalesce("people_over_now", "people_over"))
    tables = _by_area(rows, area)
    if area != SERVICE:
        nothing = (pl.lit(None, pl.Int64).alias(name) for name in counts)
        tables[SERVICE] = tables[SERVICE].explode("month_start_on", "people").with_columns(nothing)
    tables[area] = tables[area].explode("month_start_on", "people", *counts)
    return tables


def loads_beside_cases(area: str, weight_scheme: str) -> pl.DataFrame:
    """One row per part, band of cases and band of workload: its people over the last four whole weeks.

    ``cases_above`` and ``pct_above``: the highest threshold of any set that the mean of the person over all
    offices is strictly above, null below the lowest. ``people`` have capacity in the part in these weeks;
    under '' each counts once.
    """
    return load_tables(area, weight_scheme)[area]


def load_tables(area: str, weight_scheme: str) -> dict[str, pl.DataFrame]:
    """The rows of ``loads_beside_cases`` of the area and of the whole service, in one question."""
    rows = warehouse.frame(
        """
        select area_id, part_id as office_id, cases_above, pct_above, officers as people
        from marts.fct_area_load_bands
        where area_id = $area and weight_scheme = $weight_scheme
        union all
        select area_id, part_id as office_id, cases_above, pct_above, officers as people
        from marts.fct_area_load_bands
        where area_id = 'service' and $area != 'service' and weight_scheme = $weight_scheme
        order by office_id, cases_above nulls first, pct_above nulls first
        """,
        area=area,
        weight_scheme=weight_scheme,
    )
    return _by_area(rows, area)


def _by_area(rows: pl.DataFrame, area: str) -> dict[str, pl.DataFrame]:
    return {own: rows.filter(pl.col("area_id") == own).drop("area_id") for own in (SERVICE, area)}


def cases_counted(area: str, weight_scheme: str, service_line: str) -> pl.DataFrame:
    """One row per part: its open cases, and those that need cover, an assessment or an end.

    ``uncovered_30_cases`` have been without officer for at most 30 days, ``uncovered_90_cases`` for 31 to 90,
    ``uncovered_longer_cases`` for more; ``unable_cases`` are carried, by nobody with capacity on this day.
    """
    return warehouse.frame(
        """
        select
            part_id as office_id,
            sum(open_cases)::bigint as open_cases,
            sum(open_cases - waiting_cases)::bigint as started_cases,
            sum(uncovered_cases)::bigint as uncovered_cases,
            sum(uncovered_30_cases)::bigint as uncovered_30_cases,
            sum(uncovered_90_cases)::bigint as uncovered_90_cases,
            sum(uncovered_longer_cases)::bigint as uncovered_longer_cases,
            sum(unable_cases)::bigint as unable_cases,
            sum(not_assessed_cases)::bigint as not_assessed_cases,
            sum(past_expected_end_cases)::bigint as past_expected_end_cases,
            sum(no_expected_end_cases)::bigint as no_expected_end_cases
        from marts.fct_area_open_cases
        where area_id = $area
            and part_id != ''
            and weight_scheme = $weight_scheme
            and ($service_line = '' or service_line = $service_line)
        group by part_id
        order by part_id
        """,
        area=area,
        weight_scheme=weight_scheme,
        service_line=service_line,
    )


def cases_listed(
    kind: str, weight_scheme: str, office: str, service_line: str, *, has_contracts: bool, most: int | None
) -> pl.DataFrame:
    """One row per case of a list (one of ``LISTS``), longest first, at most ``most``; ids are opaque.

    ``days`` and ``since_on``: without officer, carried but not assessed, past the expected end, or open. Null
    for cases carried by nobody with capacity: since when would say something of a person. Without contracts
    nobody's capacity is known, and only cases without officer need cover.
    """
    return warehouse.frame(
        """
        with open_cases as (
            select
                *,
                case $kind
                    when 'cover' then days_uncovered
                    when 'not_assessed' then date_diff('day', clock_on, as_of)
                    when 'past_expected_end' then days_past_expected_end
                    else days_open
                end as days,
                as_of
            from marts.fct_open_cases
            cross join (select as_of from marts.dim_status)
            where weight_scheme = $weight_scheme
                and ($office = '' or office_id = $office)
                and ($service_line = '' or service_line = $service_line)
                and case
                    when $kind = 'cover' then needs_cover and ($has_contracts or state = 'uncovered')
                    else contains(findings, $kind)
                end
        )

        select
            case_id, office_id, supervision_type, state, needs_cover, findings, days,
            as_of - days::integer as since_on, opened_on, expected_end_on, weight_units
        from open_cases
        order by days desc nulls last, days_open desc, case_id
        limit $most
        """,
        kind=kind,
        weight_scheme=weight_scheme,
        office=office,
        service_line=service_line,
        has_contracts=has_contracts,
        most=2**62 if most is None else most,
    )
