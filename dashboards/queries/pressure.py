"""The questions of Pressure and cover: who stands above a threshold for weeks, and which cases need somebody.

People leave the database as counts, never one by one. An ``office_id`` or ``grade`` of '' is all of them.
"""

import polars as pl

from dashboards import warehouse

ALL = ""
LISTS = ("cover", "not_assessed", "past_expected_end", "no_expected_end")


def thresholds() -> pl.DataFrame:
    """One row per threshold of a named set, in order: ``threshold_set``, ``measure``, labels, ``source``."""
    return warehouse.frame("""
        select threshold_set, measure, threshold, label_en, label_nl, source
        from marts.dim_thresholds
        order by threshold_set, measure, threshold
    """)


def overload_months(weight_scheme: str, threshold_set: str) -> pl.DataFrame:
    """One row per office, grade, threshold and month: people with capacity, and those above for four weeks.

    ``people`` have capacity on a Sunday of the month; ``people_over`` of them are above in each of four ISO
    weeks in a row, the last ending in the month; ``people_over_now`` by the weights of the last day. Totals
    have '' in the place of office or grade: whoever changes grade or has two offices counts in each.
    """
    return warehouse.frame(
        """
        select
            month_start_on,
            coalesce(office_id, '') as office_id,
            coalesce(grade, '') as grade,
            threshold,
            sum(officers_with_capacity)::bigint as people,
            sum(officers_over_4_weeks)::bigint as people_over,
            sum(coalesce(officers_over_4_weeks_now, officers_over_4_weeks))::bigint as people_over_now
        from marts.fct_office_overload_months
        where weight_scheme = $weight_scheme
            and threshold_set = $threshold_set
            and officers_with_capacity > 0
        group by month_start_on, threshold, cube (office_id, grade)
        order by month_start_on, office_id, grade, threshold
        """,
        weight_scheme=weight_scheme,
        threshold_set=threshold_set,
    )


def loads_beside_cases(weight_scheme: str) -> pl.DataFrame:
    """One row per office, band of cases and band of workload: its people over the last four whole weeks.

    ``cases_above`` and ``pct_above``: the highest threshold of any set that the mean of the person over all
    offices is strictly above, null below the lowest. ``people`` have capacity in the office in these weeks;
    under '' each counts once.
    """
    return warehouse.frame(
        """
        with four_weeks as (
            select date_trunc('week', as_of + 1)::date - 28 as first_on from marts.dim_status
        ),

        weeks as (
            select officer_id, office_id, days, active_cases_avg, workload_units_avg, capacity_units_avg
            from marts.fct_officer_weeks
            where weight_scheme = $weight_scheme
                and week_start_on >= (select first_on from four_weeks)
                and week_start_on < (select first_on + 28 from four_weeks)
        ),

        persons as (
            select
                officer_id,
                sum(active_cases_avg * days) / 28 as cases,
                100 * sum(workload_units_avg * days) / sum(capacity_units_avg * days) as workload_pct
            from weeks
            group by officer_id
            having sum(capacity_units_avg * days) > 0
        ),

        banded as (
            -- a hair's breadth keeps what equals a threshold from being above it
            select
                officer_id,
                (
                    select max(threshold) from marts.dim_thresholds
                    where measure = 'active_cases' and threshold < cases - 1e-9
                ) as cases_above,
                (
                    select max(threshold) from marts.dim_thresholds
                    where measure = 'workload_pct' and threshold < workload_pct - 1e-9
                ) as pct_above
            from persons
        ),

        places as (
            select distinct officer_id, office_id from weeks where capacity_units_avg > 0
            union all
            select officer_id, '' as office_id from persons
        )

        select office_id, cases_above, pct_above, count(*) as people
        from banded
        inner join places using (officer_id)
        group by office_id, cases_above, pct_above
        order by office_id, cases_above nulls first, pct_above nulls first
        """,
        weight_scheme=weight_scheme,
    )


def cases_counted(weight_scheme: str, service_line: str) -> pl.DataFrame:
    """One row per office: its open cases, and those that need cover, an assessment or an end.

    ``uncovered_30_cases`` have been without officer for at most 30 days, ``uncovered_90_cases`` for 31 to 90,
    ``uncovered_longer_cases`` for more; ``unable_cases`` are carried, by nobody with capacity on this day.
    """
    return warehouse.frame(
        """
        select
            office_id,
            count(*) as open_cases,
            count(*) filter (state <> 'waiting') as started_cases,
            count(*) filter (state = 'uncovered') as uncovered_cases,
            count(*) filter (days_uncovered <= 30) as uncovered_30_cases,
            count(*) filter (days_uncovered between 31 and 90) as uncovered_90_cases,
            count(*) filter (days_uncovered > 90) as uncovered_longer_cases,
            count(*) filter (needs_cover and state = 'active') as unable_cases,
            count(*) filter (contains(findings, 'not_assessed')) as not_assessed_cases,
            count(*) filter (contains(findings, 'past_expected_end')) as past_expected_end_cases,
            count(*) filter (contains(findings, 'no_expected_end')) as no_expected_end_cases
        from marts.fct_open_cases
        where weight_scheme = $weight_scheme
            and ($service_line = '' or service_line = $service_line)
        group by office_id
        order by office_id
        """,
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
