"""The questions of the page Backlog: what waits and is uncovered, where, how long, and what flows.

Every question takes an area (the whole service, a region, an office) and a kind of mandate ('' for all
of them), within one service line. Records to close (see `is_to_close` of `fct_open_cases`) are counted
apart: what is called waiting or uncovered here is without them. Months and weeks before the first case ended
are left out: a delivery holds of them only the cases that were still open later.
"""

import polars as pl

from dashboards.choice import Choice
from dashboards.queries.asking import ask
from dashboards.reader import Reader


def backlog_now(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per part of the area and kind of mandate of one line, counted on the last day of the data.

    ``part_id`` (an office or a region; '' = the whole area), ``supervision_type`` ('' = all of the line),
    ``waiting_cases``, ``uncovered_cases``, their units, and the waiting days: half waited at most
    ``wait_days_p50``, nine in ten ``wait_days_p90``. ``to_close_cases`` are records to close, in none of
    these. Units are null where no weight fits any of the cases; ``demand_units`` is their sum.
    """
    return ask(
        reader,
        choice,
        """
        select
            part_id, supervision_type, position,
            waiting_cases - waiting_to_close_cases as waiting_cases,
            uncovered_cases - uncovered_to_close_cases as uncovered_cases,
            -- what no weight fits is not nothing, it is unknown
            if(is_unweighed, null, real_waiting_units) as waiting_units,
            if(is_unweighed, null, real_uncovered_units) as uncovered_units,
            if(is_unweighed, null, real_waiting_units + real_uncovered_units) as demand_units,
            real_wait_days_p50 as wait_days_p50,
            real_wait_days_p90 as wait_days_p90,
            real_wait_days_max as wait_days_max,
            waiting_to_close_cases + uncovered_to_close_cases as to_close_cases
        from (
            select *, real_unweighed_cases > 0 and real_unweighed_cases
                = waiting_cases - waiting_to_close_cases + uncovered_cases - uncovered_to_close_cases
                as is_unweighed
            from fct_area_backlog
        ) as backlog
        left join dim_work_types on work_type = supervision_type
        where area_id = $among and backlog.service_line = $service_line and weight_scheme = $weight_scheme
        order by part_id, position
        """,
    )


def backlog_weeks(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per week: the cases waiting and uncovered on its Sunday (or the last day).

    ``to_close_cases`` were then without officer too, and their records are to close today. ``net_left_cases``
    is by how many the waiting list shrank in the quarter before (null where nothing waited or changed),
    ``weeks_to_clear`` how long it lasts at that pace: null where it did not shrink.
    """
    return ask(
        reader,
        choice,
        """
        with pace as (
            select
                week_start_on, counted_on, net_left_cases, weeks_to_clear,
                waiting_cases - waiting_to_close_cases as waiting_cases,
                uncovered_cases - uncovered_to_close_cases as uncovered_cases,
                waiting_to_close_cases + uncovered_to_close_cases as to_close_cases
            from fct_area_pace_weeks
            where area_id = $area and service_line = $service_line and supervision_type = $work_type
        ),

        every_week as (
            -- Weeks without a row had nothing waiting: rows that would hold only zeros may be left out.
            select
                unnest(
                    generate_series(
                        coalesce(
                            date_trunc('week', first_month_on + 6), (select min(week_start_on) from pace)
                        ),
                        date_trunc('week', as_of),
                        interval 7 day
                    )
                )::date as week_start_on,
                as_of as last_counted_on
            from dim_status
            where exists (select 1 from pace)
        )

        select
            week_start_on,
            coalesce(counted_on, least(week_start_on + 6, last_counted_on)) as counted_on,
            coalesce(waiting_cases, 0) as waiting_cases,
            coalesce(uncovered_cases, 0) as uncovered_cases,
            coalesce(to_close_cases, 0) as to_close_cases,
            net_left_cases,
            weeks_to_clear
        from every_week
        left join pace using (week_start_on)
        order by week_start_on
        """,
    )


def flow_months(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per month: cases in (received, and moved in where one office is asked), out, and started.

    ``clearance_pct`` is what ended per hundred received, of the same month; null where nothing came in;
    ``months_left_out``: how many months with cases come before the first ended case, the same in every row;
    ``*_12_months`` are sums up to this month and ``clearance_12_months_pct`` their ratio.
    Between the offices of an area transfers cancel out, so they count only for a single office.
    """
    return ask(
        reader,
        choice,
        """
        select
            month_start_on, received_cases, started_cases, ended_cases, in_cases, out_cases, open_cases_end,
            clearance_pct, received_cases_12_months, started_cases_12_months, ended_cases_12_months,
            clearance_12_months_pct, months_left_out
        from (
            select
                *, first_month_on,
                (count(*) filter (where month_start_on < first_month_on) over ()) as months_left_out
            from fct_area_clearance_months
            cross join (select first_month_on from dim_status)
            where area_id = $area and service_line = $service_line and supervision_type = $work_type
        )
        where month_start_on >= coalesce(first_month_on, month_start_on)
        order by month_start_on
        """,
    )


def wait_bands(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per band of days that anybody has waited: ``from_days``, ``to_days`` (null: no end), cases."""
    return ask(
        reader,
        choice,
        """
        select from_days, to_days, waiting_cases - waiting_to_close_cases as waiting_cases
        from fct_area_wait_bands
        where area_id = $area and service_line = $service_line and supervision_type = $work_type
        order by from_days
        """,
    )


def waiting_cases(reader: Reader, choice: Choice, most: int) -> pl.DataFrame:
    """The ``most`` cases that have waited or been uncovered longest, longest first; ids are opaque.

    Of one office, or of all (''); no record to close. ``days`` counts the days waiting, or the days without
    officer; ``listed_cases`` all cases of the list, those beyond ``most`` too.
    """
    return ask(
        reader,
        choice,
        """
        select
            case_id, office_id, supervision_type, risk_level, state, opened_on, expected_end_on,
            flags, if(weight_basis = '', null, weight_units) as weight_units,
            coalesce(days_waiting, days_uncovered) as days,
            count(*) over () as listed_cases
        from fct_open_cases
        where state in ('waiting', 'uncovered')
            and not is_to_close
            and service_line = $service_line
            and weight_scheme = $weight_scheme
            and ($office = '' or office_id = $office)
            and ($work_type = '' or supervision_type = $work_type)
        order by days desc, case_id
        limit $most
        """,
        most=most,
    )
