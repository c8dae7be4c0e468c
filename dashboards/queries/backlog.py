"""The questions of the page Backlog: what waits and is uncovered, where, how long, and what flows.

Every question takes an area (the whole service, a region, an office) and a kind of mandate ('' for all
of them), within one service line. Months and weeks before the first case ended are left out: a delivery holds
of them only the cases that outlived them.
"""

import polars as pl

from dashboards import warehouse

ALL = ""


def backlog_now(area: str, service_line: str, weight_scheme: str) -> pl.DataFrame:
    """One row per part of the area and kind of mandate of one line, counted on the last day of the data.

    ``office_id`` (an office or a region; '' = the whole area), ``supervision_type`` ('' = all of the line),
    labels, ``waiting_cases``, ``uncovered_cases``, their units, and the waiting days: half waited at most
    ``wait_days_p50``, nine in ten ``wait_days_p90``.
    """
    return warehouse.frame(
        """
        select
            part_id as office_id, supervision_type, label_en, label_nl, position,
            waiting_cases, uncovered_cases, waiting_units, uncovered_units,
            wait_days_p50, wait_days_p90, wait_days_max
        from marts.fct_area_backlog as backlog
        left join marts.dim_work_types on work_type = supervision_type
        where area_id = $area and backlog.service_line = $service_line and weight_scheme = $weight_scheme
        order by part_id, position
        """,
        area=area,
        service_line=service_line,
        weight_scheme=weight_scheme,
    )


def backlog_weeks(area: str, service_line: str, weight_scheme: str, supervision_type: str) -> pl.DataFrame:
    """One row per week: the cases waiting and uncovered on its Sunday (or the last day), and their units.

    ``net_left_cases`` is by how many the waiting list shrank in the 13 weeks before, and
    ``weeks_to_clear`` how long it lasts at that pace: null where it did not shrink.
    """
    return warehouse.frame(
        """
        with weeks as (
            select
                week_start_on,
                max(counted_on) as counted_on,
                sum(waiting_cases)::bigint as waiting_cases,
                sum(uncovered_cases)::bigint as uncovered_cases,
                sum(waiting_units) as waiting_units,
                sum(uncovered_units) as uncovered_units
            from marts.fct_area_backlog_weeks
            inner join marts.dim_work_types on work_type = supervision_type
            where area_id = $area
                and service_line = $service_line
                and weight_scheme = $weight_scheme
                and ($supervision_type = '' or supervision_type = $supervision_type)
            group by week_start_on
        ),

        every_week as (
            -- Weeks without a row had nothing waiting: rows that would hold only zeros may be left out.
            select
                unnest(
                    generate_series(
                        coalesce(
                            date_trunc('week', first_month_on + 6), (select min(week_start_on) from weeks)
                        ),
                        date_trunc('week', as_of),
                        interval 7 day
                    )
                )::date as week_start_on,
                as_of as last_counted_on
            from marts.dim_status
        ),

        paced as (
            select
                week_start_on,
                coalesce(counted_on, least(week_start_on + 6, last_counted_on)) as counted_on,
                coalesce(waiting_cases, 0) as waiting_cases,
                coalesce(uncovered_cases, 0) as uncovered_cases,
                coalesce(waiting_units, 0) as waiting_units,
                coalesce(uncovered_units, 0) as uncovered_units,
                lag(coalesce(waiting_cases, 0), 13) over (order by week_start_on)
                    - coalesce(waiting_cases, 0) as net_left_cases
            from every_week
            left join weeks using (week_start_on)
            where exists (select 1 from weeks)
        )

        select
            *,
            case when net_left_cases > 0 then 13.0 * waiting_cases / net_left_cases end as weeks_to_clear
        from paced
        order by week_start_on
        """,
        area=area,
        service_line=service_line,
        weight_scheme=weight_scheme,
        supervision_type=supervision_type,
    )


def flow_months(area: str, service_line: str, supervision_type: str) -> pl.DataFrame:
    """One row per month: cases in (received, and moved in where one office is asked), out, and started.

    ``clearance_pct`` is what ended per hundred received, of the same month; null where nothing came in.
    Between the offices of an area transfers cancel out, so they count only for a single office.
    """
    return warehouse.frame(
        """
        with moves as (
            select max(if(area_kind = 'office', 1, 0)) as counted from marts.dim_areas where area_id = $area
        )

        select
            month_start_on,
            sum(received_cases)::bigint as received_cases,
            sum(started_cases)::bigint as started_cases,
            sum(ended_cases)::bigint as ended_cases,
            sum(received_cases + counted * transferred_in_cases)::bigint as in_cases,
            sum(ended_cases + counted * transferred_out_cases)::bigint as out_cases,
            sum(open_cases_end)::bigint as open_cases_end,
            100.0 * sum(ended_cases) / nullif(sum(received_cases), 0) as clearance_pct
        from marts.fct_area_flow_months
        inner join marts.dim_work_types on work_type = supervision_type
        cross join moves
        where area_id = $area
            and service_line = $service_line
            and ($supervision_type = '' or supervision_type = $supervision_type)
            and month_start_on >= coalesce((select first_month_on from marts.dim_status), month_start_on)
        group by month_start_on
        order by month_start_on
        """,
        area=area,
        service_line=service_line,
        supervision_type=supervision_type,
    )


def wait_bands(area: str, service_line: str, supervision_type: str) -> pl.DataFrame:
    """One row per band of days that anybody has waited: ``from_days``, ``to_days`` (null: no end), cases."""
    return warehouse.frame(
        """
        select from_days, to_days, waiting_cases
        from marts.fct_area_wait_bands
        where area_id = $area and service_line = $service_line and supervision_type = $supervision_type
        order by from_days
        """,
        area=area,
        service_line=service_line,
        supervision_type=supervision_type,
    )


def waiting_cases(
    office: str, service_line: str, weight_scheme: str, supervision_type: str, most: int
) -> pl.DataFrame:
    """The ``most`` cases that have waited or been uncovered longest, longest first; ids are opaque.

    Of one office, or of all (''). ``days`` counts the days waiting, or the days without officer.
    """
    return warehouse.frame(
        """
        select
            case_id, office_id, supervision_type, label_en, label_nl, risk_level, state, opened_on,
            expected_end_on, flags, weight_units, coalesce(days_waiting, days_uncovered) as days
        from marts.fct_open_cases as open_cases
        inner join marts.dim_work_types on work_type = supervision_type
        where state in ('waiting', 'uncovered')
            and open_cases.service_line = $service_line
            and weight_scheme = $weight_scheme
            and ($office = '' or office_id = $office)
            and ($supervision_type = '' or supervision_type = $supervision_type)
        order by days desc, case_id
        limit $most
        """,
        office=office,
        service_line=service_line,
        weight_scheme=weight_scheme,
        supervision_type=supervision_type,
        most=most,
    )
