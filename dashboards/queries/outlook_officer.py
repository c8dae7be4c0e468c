"""The questions of the page Outlook about one officer of a chosen office, and a case that might be taken.

An officer is a whole person: work and capacity are summed over the offices. Ids are opaque.
"""

import polars as pl

from dashboards import warehouse


def officers(office: str, weight_scheme: str) -> pl.DataFrame:
    """One row per officer with anything booked in the office, in the fixed order that says nothing of work.

    ``officer_id``, ``has_capacity``: whether any capacity is booked there.
    """
    return warehouse.frame(
        """
        select officer_id, max(capacity_units_avg) > 0 as has_capacity
        from marts.fct_officer_outlook_weeks
        inner join marts.dim_officers using (officer_id)
        where fct_officer_outlook_weeks.office_id = $office and weight_scheme = $weight_scheme
        group by officer_id, position
        order by position
        """,
        office=office,
        weight_scheme=weight_scheme,
    )


def officer_periods(officer: str, weight_scheme: str) -> pl.DataFrame:
    """One row per office of the officer and ``period``: the last whole month, the day as_of, each week ahead.

    ``officer_id``, ``weight_scheme``, ``period`` (month, day, week), ``valid_from``, ``valid_to`` (of the
    span that runs on as_of), ``month_start_on``, ``week_start_on`` (each null in the other periods),
    ``days``, ``active_cases``, ``workload_units``, ``capacity_units``: on the day, or means per day.
    """
    return warehouse.frame(
        """
        select
            officer_id, weight_scheme, 'day' as period, valid_from, valid_to,
            null::date as month_start_on, null::date as week_start_on, 1 as days,
            active_cases::double as active_cases, workload_units, capacity_units
        from marts.fct_officer_spans
        where officer_id = $officer
            and weight_scheme = $weight_scheme
            and (select as_of from marts.dim_status) between valid_from and valid_to - 1
        union all
        select
            officer_id, weight_scheme, 'week', null, null, null, week_start_on, days,
            active_cases_avg, workload_units_avg, capacity_units_avg
        from marts.fct_officer_outlook_weeks
        where officer_id = $officer and weight_scheme = $weight_scheme
        union all
        select
            officer_id, weight_scheme, 'month', null, null, month_start_on, null, days,
            active_cases_avg, workload_units_avg, capacity_units_avg
        from marts.fct_officer_months
        where officer_id = $officer
            and weight_scheme = $weight_scheme
            and month_start_on = (
                select (date_trunc('month', as_of + 1) - interval 1 month)::date from marts.dim_status
            )
        order by period, week_start_on
        """,
        officer=officer,
        weight_scheme=weight_scheme,
    )


def own_cases(officer: str, weight_scheme: str) -> pl.DataFrame:
    """One row per case that the officer carries on as_of, by day of opening: how it ages.

    ``case_id``, kind of mandate and phase with labels, ``risk_level``, ``opened_on``, ``expected_end_on``,
    ``stays`` (no expected end, or one that has passed), ``share`` of the officer, and what the case weighs at
    that share: ``weight_units_now``, ``_13``, ``_52`` (in so many weeks; 0 once it has ended).
    """
    return warehouse.frame(
        """
        with today as (
            select as_of, date_trunc('week', as_of)::date as monday_on from marts.dim_status
        ),

        own as (
            select
                case_id, supervision_type, risk_level, phase, opened_on, expected_end_on, weight_units,
                -- a share stands behind the last space: an id may hold others
                regexp_extract(carrier, '^(.*) [0-9.]+$', 1) as officer_id,
                regexp_extract(carrier, '([0-9.]+)$', 1)::double as share
            from (
                select *, unnest(string_split(officer_shares, ', ')) as carrier
                from marts.fct_open_cases
                where weight_scheme = $weight_scheme and contains(officer_shares, $officer)
            ) as carried
        ),

        ahead as (
            select
                case_id,
                sum(weight_units) filter (where monday_on + 91 between valid_from and valid_to - 1) as in_13,
                sum(weight_units) filter (where monday_on + 364 between valid_from and valid_to - 1) as in_52
            from marts.fct_open_case_outlook
            cross join today
            where weight_scheme = $weight_scheme and case_id in (select case_id from own)
            group by case_id
        )

        select
            case_id, supervision_type, kinds.label_en, kinds.label_nl, risk_level,
            phase, phases.label_en as phase_en, phases.label_nl as phase_nl, opened_on, expected_end_on,
            expected_end_on is null or expected_end_on <= as_of as stays,
            share,
            share * weight_units as weight_units_now,
            share * coalesce(in_13, 0) as weight_units_13,
            share * coalesce(in_52, 0) as weight_units_52
        from own
        inner join marts.dim_work_types as kinds on work_type = supervision_type
        left join marts.dim_phases as phases using (phase)
        left join ahead using (case_id)
        cross join today
        where officer_id = $officer
        order by opened_on, case_id
        """,
        officer=officer,
        weight_scheme=weight_scheme,
    )


def cases_to_take(office: str, weight_scheme: str) -> pl.DataFrame:
    """One row per case of the office that waits or is uncovered on as_of, longest first.

    ``case_id``, kind of mandate with labels, ``risk_level``, ``state``, ``days`` waiting or uncovered.
    """
    return warehouse.frame(
        """
        select
            case_id, supervision_type, label_en, label_nl, risk_level, state,
            coalesce(days_waiting, days_uncovered) as days
        from marts.fct_open_cases
        inner join marts.dim_work_types on work_type = supervision_type
        where office_id = $office and weight_scheme = $weight_scheme and state in ('waiting', 'uncovered')
        order by days desc, case_id
        """,
        office=office,
        weight_scheme=weight_scheme,
    )


def case_weights(case_id: str, weight_scheme: str) -> pl.DataFrame:
    """One row per period ahead in which the case does not change its weight, were it carried from as_of."""
    return warehouse.frame(
        """
        select case_id, weight_scheme, valid_from, valid_to, weight_units
        from marts.fct_open_case_outlook
        where case_id = $case_id and weight_scheme = $weight_scheme
        order by valid_from
        """,
        case_id=case_id,
        weight_scheme=weight_scheme,
    )
