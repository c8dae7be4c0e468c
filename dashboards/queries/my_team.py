"""The questions of the page My team: the people of one office, and its cases that need a look soon.

People are those whose latest contract is with the office and has not ended, each as a whole person: work and
cases are summed over all offices. What somebody can give is no part of any answer, and no row is there or
missing because of it (``access.one_person``). Ids are opaque.
"""

import polars as pl

from dashboards.choice import Chosen
from dashboards.queries.asking import ask
from dashboards.reader import Reader

# Cases that wait for their first officer, that lost theirs, that end in the quarter, that have just begun.
LISTS = ("waiting", "cover", "ending", "started")


def team(reader: Reader, choice: Chosen) -> pl.DataFrame:
    """One row per person of the office, in the fixed order that says nothing of work: ``officer_id``."""
    return ask(
        reader,
        choice,
        """
        select officer_id
        from dim_officers
        cross join dim_status
        where office_id = $office and coalesce(last_contract_to > as_of, true)
        order by position
        """,
    )


def team_periods(reader: Reader, choice: Chosen) -> pl.DataFrame:
    """One row per person and ``period``: each of the last 13 whole weeks (``week``), then the day as_of.

    People in the fixed order that says nothing of work, periods in order of time. ``officer_id``, ``period``,
    ``period_start_on``, ``active_cases`` and ``workload_units``: means per day, zeros where nothing is
    carried. No week before all cases are known. ``is_unweighed``: of the cases that the person carries on
    as_of none has a weight, so the work is unknown.
    """
    # By name, because a join reaches the people of a view only after everybody is summed.
    officers = team(reader, choice)["officer_id"].to_list()
    return ask(
        reader,
        choice,
        """
        with today as (
            select
                as_of,
                -- the week after the last whole one
                date_trunc('week', as_of + 1)::date as next_on,
                coalesce(date_trunc('week', first_month_on + 6)::date, date '0001-01-01') as first_on
            from dim_status
        ),

        people as (
            select officer_id, position
            from dim_officers
            where office_id = $office and list_contains($officers, officer_id)
        ),

        periods as (
            select 'day' as period, as_of as period_start_on
            from today
            union all
            select 'week', next_on - 7 * weeks
            from today
            cross join (select unnest(range(1, 14))::int as weeks) as behind
            where next_on - 7 * weeks >= first_on
        ),

        carried as (
            select
                officer_id, 'week' as period, week_start_on as period_start_on,
                sum(active_cases_avg) as active_cases, sum(workload_units_avg) as workload_units
            from fct_officer_weeks
            cross join today
            where weight_scheme = $weight_scheme
                and list_contains($officers, officer_id)
                and week_start_on between next_on - 7 * 13 and next_on - 7
            group by officer_id, week_start_on
            union all
            select officer_id, 'day', period_start_on, active_cases_avg, workload_units_avg
            from fct_person_periods
            where weight_scheme = $weight_scheme
                and period = 'day'
                and list_contains($officers, officer_id)
        ),

        weighed as (
            select officer_id, bool_and(weight_basis = '') as is_unweighed
            from (
                -- the share follows the last space: an id may hold spaces too
                select
                    weight_basis,
                    regexp_extract(unnest(string_split(officer_shares, ', ')), '^(.*) [0-9.]+$', 1)
                        as officer_id
                from fct_open_cases
                where weight_scheme = $weight_scheme and officers > 0
            ) as carriers
            group by officer_id
        )

        select
            officer_id, period, period_start_on,
            coalesce(active_cases, 0) as active_cases,
            coalesce(workload_units, 0) as workload_units,
            coalesce(is_unweighed, false) as is_unweighed
        from people
        cross join periods
        left join carried using (officer_id, period, period_start_on)
        left join weighed using (officer_id)
        order by position, period desc, period_start_on
        """,
        officers=officers,
    )


def cases_of_office(reader: Reader, choice: Chosen) -> pl.DataFrame:
    """One row per list (of ``LISTS``) and case of the office in it, of every service line; ids are opaque.

    ``on_day``: since when it waits or has nobody (null where all its officers ``has_left``), when it is
    expected to end, or from when it counts; ``days`` up to as_of, or ahead of it. What waits and lacks cover
    comes longest first, the first to end and the latest to begin first. ``officer_shares``: who carries it,
    empty in the list of cover. No list holds a record to close.
    """
    return ask(
        reader,
        choice,
        """
        with open_cases as (
            select
                case_id, supervision_type, risk_level, state, officer_shares, has_left, expected_end_on,
                days_waiting, days_uncovered, clock_on, needs_somebody, as_of,
                if(weight_basis = '', null, weight_units) as weight_units,
                -- as on Outlook: the running week and the weeks of the quarter
                date_trunc('week', as_of)::date + 7 * (quarter_weeks + 1) as until_on
            from fct_open_cases
            cross join dim_status
            where weight_scheme = $weight_scheme and office_id = $office and not is_to_close
        ),

        listed as (
            select 'waiting' as list_name, * replace ('' as officer_shares),
                as_of - days_waiting::integer as on_day, days_waiting as days, -days_waiting as rank
            from open_cases
            where state = 'waiting'
            union all
            select 'cover', * replace ('' as officer_shares),
                as_of - days_uncovered::integer, days_uncovered, coalesce(-days_uncovered, 1)
            from open_cases
            where needs_somebody
            union all
            select 'ending', *, expected_end_on, expected_end_on - as_of, expected_end_on - as_of
            from open_cases
            where state = 'active' and expected_end_on > as_of and expected_end_on < until_on
            union all
            select 'started', *, clock_on, as_of - clock_on, as_of - clock_on
            from open_cases
            where state = 'active' and clock_on > as_of - 28
        )

        select
            list_name, case_id, supervision_type, risk_level, on_day, days, has_left, officer_shares,
            weight_units
        from listed
        order by list_name, rank, case_id
        """,
    )


def one_case(reader: Reader, choice: Chosen) -> pl.DataFrame:
    """The case chosen, one row: how its weight comes about, who carries it, what is missing; ids are opaque.

    Empty where the officer chosen does not carry it. ``share`` of that officer; ``weight_of_share`` and
    ``weight_units`` null where no weight fits.
    """
    return ask(
        reader,
        choice,
        """
        select
            case_id, supervision_type, service_line, risk_level, phase, flags, findings, opened_on, clock_on,
            expected_end_on, officer_shares, base_weight_units, factor, share,
            if(weight_basis = '', null, weight_units) as weight_units,
            if(weight_basis = '', null, share * weight_units) as weight_of_share
        from (
            select *,
                regexp_extract(carrier, '^(.*) [0-9.]+$', 1) as carried_by,
                regexp_extract(carrier, '([0-9.]+)$', 1)::double as share
            from (
                select *, unnest(string_split(officer_shares, ', ')) as carrier
                from fct_open_cases
                where weight_scheme = $weight_scheme and case_id = $team_case
            ) as carriers
        ) as shares
        where carried_by = $officer
        """,
    )
