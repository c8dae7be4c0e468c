"""The questions of the page Outlook about one officer of a chosen office, and a case that might be taken.

An officer is a whole person: the work is summed over the offices. What somebody can give is no part of any
answer, and no row is there or missing because of it (``access.one_person``). Ids are opaque.
"""

import polars as pl

from dashboards import queries
from dashboards.choice import Chosen
from dashboards.queries.asking import ask
from dashboards.reader import Reader


def officers(reader: Reader, choice: Chosen) -> pl.DataFrame:
    """One row per officer of the office, in the fixed order that says nothing of work: ``officer_id``.

    Those whose latest contract is with the office and has not ended, and those with work booked there.
    """
    return ask(
        reader,
        choice,
        """
        with of_office as (
            select officer_id
            from dim_officers
            cross join dim_status
            where office_id = $office and coalesce(last_contract_to > as_of, true)
            union
            select officer_id
            from fct_officer_outlook_weeks
            where office_id = $office and weight_scheme = $weight_scheme
        )

        select officer_id
        from of_office
        inner join dim_officers using (officer_id)
        order by position
        """,
    )


def person_periods(reader: Reader, choice: Chosen) -> pl.DataFrame:
    """One row per ``period`` of the whole person: the last whole month, the day as_of, and each week ahead.

    ``officer_id``, ``weight_scheme``, ``period`` (month, day, week), ``period_start_on`` (of a week: Monday),
    ``days``, ``active_cases``, ``workload_units``: on the day, or means per day. Every period has its row,
    with zeros where nothing is carried; the month has none where these data begin after it.
    """
    return ask(
        reader,
        choice,
        """
        with today as (
            select
                as_of, date_trunc('week', as_of)::date as monday_on,
                (date_trunc('month', as_of + 1) - interval 1 month)::date as month_on
            from dim_status
        ),

        periods as (
            select 'month' as period, month_on as period_start_on, day(last_day(month_on)) as days
            from today
            where exists (from fct_office_months where month_start_on = month_on)
            union all
            select 'day', as_of, 1
            from today
            union all
            select 'week', monday_on + 7 * weeks, least(7, monday_on + 7 * weeks + 6 - as_of)
            from today
            cross join (select unnest(range(53))::int as weeks) as ahead
            where monday_on + 7 * weeks + 6 > as_of
        ),

        carried as (
            select period, period_start_on, active_cases_avg, workload_units_avg
            from fct_person_periods
            where officer_id = $officer and weight_scheme = $weight_scheme
        )

        select
            $officer as officer_id,
            $weight_scheme as weight_scheme,
            period, period_start_on, days::bigint as days,
            coalesce(active_cases_avg, 0) as active_cases,
            coalesce(workload_units_avg, 0) as workload_units
        from periods
        left join carried using (period, period_start_on)
        order by period, period_start_on
        """,
    )


def own_cases(reader: Reader, choice: Chosen) -> pl.DataFrame:
    """One row per case that the officer carries on as_of, by day of opening: how it ages.

    ``case_id``, kind of mandate, phase, ``risk_level``, ``flags``, ``findings``, ``opened_on``,
    ``expected_end_on``, ``stays`` (no expected end, or one that has passed), ``days_past_expected_end``; of
    the whole case ``base_weight_units``, ``factor`` and ``weight_units``; ``share`` of the officer, and what
    the case weighs at that share: ``weight_units_now``, ``_quarter``, ``_year`` (then; 0 once it has ended).
    """
    return ask(
        reader,
        choice,
        """
        with today as (
            select
                as_of,
                date_trunc('week', as_of)::date + 7 * quarter_weeks as quarter_on,
                date_trunc('week', as_of)::date + 7 * year_weeks as year_on
            from dim_status
        ),

        own as (
            select
                case_id, supervision_type, risk_level, phase, flags, findings, opened_on, expected_end_on,
                days_past_expected_end, base_weight_units, factor, weight_units, weight_basis,
                -- the share follows the last space: an id may hold spaces too
                regexp_extract(carrier, '^(.*) [0-9.]+$', 1) as officer_id,
                regexp_extract(carrier, '([0-9.]+)$', 1)::double as share
            from (
                select *, unnest(string_split(officer_shares, ', ')) as carrier
                from fct_open_cases
                where weight_scheme = $weight_scheme and contains(officer_shares, $officer)
            ) as carried
        ),

        ahead as (
            select
                case_id,
                sum(weight_units) filter (where quarter_on between valid_from and valid_to - 1) as in_quarter,
                sum(weight_units) filter (where year_on between valid_from and valid_to - 1) as in_year
            from fct_open_case_outlook
            cross join today
            where weight_scheme = $weight_scheme and case_id in (select case_id from own)
            group by case_id
        )

        select
            case_id, supervision_type, risk_level, phase, flags, findings, opened_on, expected_end_on,
            days_past_expected_end,
            if(weight_basis = '', null, base_weight_units) as base_weight_units,
            if(weight_basis = '', null, factor) as factor,
            if(weight_basis = '', null, weight_units) as weight_units,
            expected_end_on is null or expected_end_on <= as_of as stays,
            share,
            -- what no weight fits today is not nothing, it is unknown
            if(weight_basis = '', null, share * weight_units) as weight_units_now,
            if(weight_basis = '', null, share * coalesce(in_quarter, 0)) as weight_units_quarter,
            if(weight_basis = '', null, share * coalesce(in_year, 0)) as weight_units_year
        from own
        left join ahead using (case_id)
        cross join today
        where officer_id = $officer
        order by opened_on, case_id
        """,
    )


def cases_to_take(reader: Reader, choice: Chosen) -> pl.DataFrame:
    """One row per case of the office that waits or is uncovered on as_of, longest first; no record to close.

    ``case_id``, kind of mandate, ``risk_level``, ``state``, ``days`` waiting or uncovered.
    """
    return ask(
        reader,
        choice,
        """
        select
            case_id, supervision_type, risk_level, state,
            coalesce(days_waiting, days_uncovered) as days
        from fct_open_cases
        where office_id = $office and weight_scheme = $weight_scheme and state in ('waiting', 'uncovered')
            and not is_to_close
        order by days desc, case_id
        """,
    )


def has_no_weight(reader: Reader, choice: Chosen) -> bool:
    """Whether no weight of the scheme fits the case that might be taken: it is unknown what it would add."""
    if not queries.unweighed_cases(reader, choice.parameters["weight_scheme"]):
        return False  # every case has one: not worth a question
    rows = ask(
        reader,
        choice,
        """
        select weight_basis = '' as has_no_weight
        from fct_open_cases
        where case_id = $case_to_take and weight_scheme = $weight_scheme
        """,
    )
    return bool(rows["has_no_weight"].any())


def case_weights(reader: Reader, choice: Chosen) -> pl.DataFrame:
    """One row per period ahead in which the case does not change its weight, were it carried from as_of."""
    return ask(
        reader,
        choice,
        """
        select case_id, weight_scheme, valid_from, valid_to, weight_units
        from fct_open_case_outlook
        where case_id = $case_to_take and weight_scheme = $weight_scheme
        order by valid_from
        """,
    )
