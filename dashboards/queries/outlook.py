"""The questions of the page Outlook: the weeks behind as they were, and those ahead as they are booked.

An ``area`` is the whole service, a region or an office: ratios of sums, never means of percentages.
Every question is about one service line: a percentage of several would mix work with the capacity of others.
Weeks are numbered by ``weeks_ahead``: 0 is the running ISO week, its days up to as_of behind and its other
days ahead. Capacity of few people leaves the questions as null, and ``is_of_few`` says so.
"""

import polars as pl

from dashboards.access import few_people
from dashboards.choice import Choice
from dashboards.queries.asking import ask
from dashboards.reader import Reader


def area_weeks(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per week: the last 26, none before all cases are known (the running one up to as_of), and every
    week ahead (``is_booked``).

    ``weeks_ahead``, ``first_day_on``, ``days``; means per day: ``active_cases_avg``, units and FTE;
    ``reduced_fte_avg`` (contract less available: known leave and other reductions of the whole office),
    ``uncounted_fte_avg`` (available, but not counted by the grade: trainees) and ``workload_pct``, null
    without capacity. ``is_of_few`` is the same in every row: capacity and all that follows from it is null.
    """
    weeks = ask(
        reader,
        choice,
        """
        with today as (
            select
                as_of, date_trunc('week', as_of)::date as monday_on,
                -- the first whole week of the first month, but never after the last day of the data
                least(date_trunc('week', first_month_on + 6), date_trunc('week', as_of))::date
                    as first_week_on
            from dim_status
        ),

        weeks as (
            select false as is_booked, * from fct_area_line_weeks
            union all by name
            select true as is_booked, * from fct_area_line_outlook_weeks
        )

        select
            is_booked,
            (date_diff('day', monday_on, week_start_on) / 7)::int as weeks_ahead,
            if(is_booked, greatest(week_start_on, as_of + 1), week_start_on) as first_day_on,
            days, active_cases_avg, workload_units_avg, capacity_units_avg, contract_fte_avg,
            available_fte_avg,
            reduced_fte_avg, uncounted_fte_avg, workload_pct, is_of_few
        from weeks
        cross join today
        where area_id = $area
            and part_id = ''
            and weight_scheme = $weight_scheme
            and service_line = $service_line
            and week_start_on > monday_on - 7 * 26
            -- as on every page: before, the data hold only the cases that lasted
            and (is_booked or week_start_on >= coalesce(first_week_on, week_start_on))
        order by is_booked, week_start_on
        """,
    )
    return few_people.hidden_throughout(weeks)


def booked_work(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per week ahead: the work of cases and of tasks apart, and the cases that end in it.

    ``weeks_ahead``, ``active_cases_avg``, ``case_units_avg``, ``task_units_avg``, ``ending_cases`` (carried
    today, with an expected end in that week).
    """
    return ask(
        reader,
        choice,
        """
        select
            (date_diff('day', date_trunc('week', as_of)::date, week_start_on) / 7)::int as weeks_ahead,
            active_cases_avg, case_units_avg, task_units_avg, ending_cases
        from fct_area_booked_weeks
        cross join dim_status
        where area_id = $area and weight_scheme = $weight_scheme and service_line = $service_line
        order by week_start_on
        """,
    )


def weighed_cases(reader: Reader, choice: Choice) -> dict:
    """The cases open on as_of, ``open_cases``, of which no weight fits ``unweighed_cases``."""
    return ask(
        reader,
        choice,
        """
        select
            coalesce(sum(open_cases), 0)::bigint as open_cases,
            coalesce(sum(unweighed_cases), 0)::bigint as unweighed_cases
        from fct_area_open_cases
        where area_id = $area
            and part_id = ''
            and weight_scheme = $weight_scheme
            and service_line = $service_line
        """,
    ).row(0, named=True)


def open_cases(reader: Reader, choice: Choice) -> dict:
    """What the outlook rests on, in cases open on as_of, and what came in before.

    ``open_cases`` and ``unweighed_cases`` as `weighed_cases`; ``carried_cases``; of them
    ``without_end_cases`` and ``past_end_cases`` (stay to the end of the outlook); ``waiting_cases``,
    ``uncovered_cases`` (weigh on no officer; no records to close); ``received_cases`` of the last
    ``received_months`` whole months, at most three.
    """
    return ask(
        reader,
        choice,
        """
        with received as (
            select month_start_on, sum(received_cases) as received_cases
            from fct_area_clearance_months
            cross join dim_status
            where area_id = $area
                and service_line = $service_line
                and supervision_type = ''
                and last_day(month_start_on) <= as_of
                and month_start_on > as_of - interval 4 month
                and month_start_on >= coalesce(first_month_on, month_start_on)
            group by month_start_on
            order by month_start_on desc
            limit 3
        )

        select
            coalesce(sum(active_cases), 0)::bigint as carried_cases,
            coalesce(sum(open_cases), 0)::bigint as open_cases,
            coalesce(sum(unweighed_cases), 0)::bigint as unweighed_cases,
            coalesce(sum(carried_without_end_cases), 0)::bigint as without_end_cases,
            coalesce(sum(carried_past_end_cases), 0)::bigint as past_end_cases,
            coalesce(sum(waiting_cases - waiting_to_close_cases), 0)::bigint as waiting_cases,
            coalesce(sum(uncovered_cases - uncovered_to_close_cases), 0)::bigint as uncovered_cases,
            (select coalesce(sum(received_cases), 0)::bigint from received) as received_cases,
            (select count(*) from received) as received_months
        from fct_area_open_cases
        where area_id = $area
            and part_id = ''
            and weight_scheme = $weight_scheme
            and service_line = $service_line
        """,
    ).row(0, named=True)


def parts_ahead(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per part of the area in the fixed order: now (the running week to as_of), in a quarter, a year.

    ``part_id`` and for each of ``now``, ``quarter``, ``year``: ``workload_pct_<when>`` (null without
    capacity), ``workload_units_<when>``, ``available_fte_<when>``. ``is_of_few``: percentages and staff are
    null; ``is_unweighed``: no weight fits any open case of the part, so its work and percentages are null.
    """
    parts = ask(
        reader,
        choice,
        """
        with today as (
            select
                date_trunc('week', as_of)::date as monday_on,
                monday_on + 7 * quarter_weeks as quarter_on,
                monday_on + 7 * year_weeks as year_on
            from dim_status
        ),

        weeks as (
            select
                area_id, part_id, service_line, weight_scheme, 'now' as moment,
                workload_units_avg, available_fte_avg, workload_pct, is_of_few
            from fct_area_line_weeks
            cross join today
            where week_start_on = monday_on
            union all
            select
                area_id, part_id, service_line, weight_scheme,
                if(week_start_on = quarter_on, 'quarter', 'year') as moment,
                workload_units_avg, available_fte_avg, workload_pct, is_of_few
            from fct_area_line_outlook_weeks
            cross join today
            where week_start_on in (quarter_on, year_on)
        )

        select
            weeks.part_id,
            coalesce(max(workload_units_avg) = 0 and any_value(open_cases) > 0
                and any_value(unweighed_cases) = any_value(open_cases), false) as is_unweighed,
            if(is_unweighed, null, max(workload_pct) filter (where moment = 'now')) as workload_pct_now,
            if(is_unweighed, null, max(workload_pct) filter (where moment = 'quarter'))
                as workload_pct_quarter,
            if(is_unweighed, null, max(workload_pct) filter (where moment = 'year')) as workload_pct_year,
            if(is_unweighed, null, coalesce(max(workload_units_avg) filter (where moment = 'now'), 0))
                as workload_units_now,
            if(is_unweighed, null, coalesce(max(workload_units_avg) filter (where moment = 'quarter'), 0))
                as workload_units_quarter,
            if(is_unweighed, null, coalesce(max(workload_units_avg) filter (where moment = 'year'), 0))
                as workload_units_year,
            coalesce(max(available_fte_avg) filter (where moment = 'now'), 0) as available_fte_now,
            coalesce(max(available_fte_avg) filter (where moment = 'quarter'), 0) as available_fte_quarter,
            coalesce(max(available_fte_avg) filter (where moment = 'year'), 0) as available_fte_year,
            bool_or(is_of_few) as is_of_few
        from weeks
        inner join dim_areas as parts on weeks.part_id = parts.area_id
        left join fct_area_open_cases as counted
            on counted.area_id = weeks.area_id and counted.part_id = weeks.part_id
            and counted.service_line = weeks.service_line and counted.weight_scheme = weeks.weight_scheme
        where weeks.area_id = $among
            and weeks.part_id != ''
            and weeks.weight_scheme = $weight_scheme
            and weeks.service_line = $service_line
        group by weeks.part_id, position
        order by position
        """,
    )
    return few_people.hidden_in_rows(parts)
