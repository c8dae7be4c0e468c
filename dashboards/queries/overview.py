"""What the Overview asks: load in a time window, the service per month, and what waits longest.

``weights`` are those of each day (``then``) or those of today for every day (``now``).
"""

import polars as pl

from dashboards import database
from dashboards.access import few_people
from dashboards.choice import Choice
from dashboards.queries.asking import ask
from dashboards.reader import Reader

# Which window answers "compared with": the running month against the whole month before, today against
# the last four weeks. `month_year_ago` is no window of the mart: it is the whole month, a year earlier. A
# target and a median are no period.
COMPARED = {
    ("today", "before"): "four_weeks",
    ("today", "year_ago"): "four_weeks_year_ago",
    ("four_weeks", "before"): "four_weeks_before",
    ("four_weeks", "year_ago"): "four_weeks_year_ago",
    ("month", "before"): "month_before",
    ("month", "year_ago"): "month_year_ago",
}


def load_in_windows(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per time window, service line, weight scheme and part of the service.

    `part_id` is an office, or in a service with regions a region; '' = all of it. `workload_units`,
    `capacity_units`, `contract_fte`, `available_fte` (means over the days of the window) and `workload_pct`
    (their ratio; null without capacity, and where `is_unweighed`: no weight fits any of the open cases).
    `is_of_few`: all but the work is null, see `access.few_people`.
    """
    return ask(
        reader,
        choice,
        """
        with windows as (
            select time_window, service_line, weight_scheme, part_id, window_start_on, window_end_on,
                workload_units_avg, capacity_units_avg, contract_fte_avg, available_fte_avg, workload_pct,
                is_of_few
            from fct_area_line_windows{by_weights}
            where area_id = 'service' and time_window in ($time_window, $compared)
            union all
            select 'month_year_ago', service_line, weight_scheme, part_id, month_start_on,
                last_day(month_start_on), workload_units_avg, capacity_units_avg, contract_fte_avg,
                available_fte_avg, workload_pct, is_of_few
            from fct_area_line_months{by_weights}
            where area_id = 'service' and $compared = 'month_year_ago'
                and month_start_on = (select date_trunc('month', as_of) - interval 1 year from dim_status)
        )
        select time_window, windows.service_line, windows.weight_scheme, windows.part_id,
            window_start_on, window_end_on,
            workload_units_avg as workload_units,
            capacity_units_avg as capacity_units,
            contract_fte_avg as contract_fte,
            available_fte_avg as available_fte,
            coalesce(workload_units_avg = 0 and open_cases > 0 and unweighed_cases = open_cases, false)
                as is_unweighed,
            if(is_unweighed, null, workload_pct) as workload_pct,
            is_of_few
        from windows
        left join fct_area_open_cases as today
            on today.area_id = 'service'
            and today.part_id = windows.part_id
            and today.service_line = windows.service_line
            and today.weight_scheme = windows.weight_scheme
        order by time_window, windows.service_line, windows.weight_scheme, windows.part_id
        """,
        compared=COMPARED.get((choice.time_window, choice.comparison), ""),
    )


def service_months(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per service line and month from `since`: load under one scheme, flow, and stock at the end.

    Records that are to close today are neither waiting nor uncovered. Received, started and ended are counts
    of the month; `*_end` are counts on its last day (or `as_of`).
    """
    return ask(
        reader,
        choice,
        """
        with loads as (
            select service_line, month_start_on,
                active_cases_avg > 0 and workload_units_avg + waiting_units_avg + uncovered_units_avg = 0
                    as is_unweighed,
                if(is_unweighed, null, workload_units_avg) as workload_units,
                capacity_units_avg as capacity_units,
                if(is_unweighed, null, workload_pct) as workload_pct,
                is_of_few
            from fct_area_line_months{by_weights}
            where area_id = 'service' and part_id = ''
                and weight_scheme = $weight_scheme and month_start_on >= $since
        ), flows as (
            select service_line, month_start_on, received_cases, ended_cases, open_cases_end,
                waiting_cases_end - waiting_to_close_cases_end as waiting_cases_end,
                uncovered_cases_end - uncovered_to_close_cases_end as uncovered_cases_end
            from fct_area_clearance_months
            where area_id = 'service' and supervision_type = '' and month_start_on >= $since
        )
        select service_line, month_start_on, workload_units, capacity_units, workload_pct,
            coalesce(is_of_few, false) as is_of_few,
            received_cases, ended_cases, open_cases_end, waiting_cases_end, uncovered_cases_end
        from loads full join flows using (service_line, month_start_on)
        order by service_line, month_start_on
        """,
    )


def months_since_start(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per service line and month of which all cases are known: the whole service under one scheme.

    Work and capacity in units, staff in FTE (daily means), `workload_pct`, and open and waiting cases on the
    last day of the month (or `as_of`), waiting ones without records that are to close today. Null is unknown:
    work that no weight fits, and capacity without any post. `is_of_few`: capacity is hidden in every month of
    the line, because some month has too few posts.
    """
    rows = ask(
        reader,
        choice,
        """
        with loads as (
            select service_line, month_start_on, contract_fte_avg > 0 as has_posts,
                active_cases_avg > 0 and workload_units_avg + waiting_units_avg + uncovered_units_avg = 0
                    as is_unweighed,
                if(is_unweighed, null, workload_units_avg) as workload_units_avg,
                if(is_unweighed, null, workload_pct) as workload_pct,
                if(has_posts, capacity_units_avg, null) as capacity_units_avg,
                if(has_posts, contract_fte_avg, null) as contract_fte_avg,
                if(has_posts, available_fte_avg, null) as available_fte_avg,
                is_of_few
            from fct_area_line_months{by_weights}
            where area_id = 'service' and part_id = '' and weight_scheme = $weight_scheme
        ), stocks as (
            select service_line, month_start_on, open_cases_end,
                waiting_cases_end - waiting_to_close_cases_end as waiting_cases_end
            from fct_area_clearance_months
            where area_id = 'service' and supervision_type = ''
        )
        select service_line, month_start_on, workload_pct, workload_units_avg, capacity_units_avg,
            available_fte_avg, contract_fte_avg, open_cases_end, waiting_cases_end,
            coalesce(is_of_few, false) as is_of_few
        from loads full join stocks using (service_line, month_start_on)
        where month_start_on >= coalesce((select first_month_on from dim_status), month_start_on)
        order by service_line, month_start_on
        """,
    )
    lines = rows.partition_by("service_line", maintain_order=True)
    return pl.concat(
        [few_people.hidden_throughout(line) for line in lines] or [few_people.hidden_in_rows(rows)]
    )


def longest_waits(reader: Reader) -> pl.DataFrame:
    """One row per service line and part of the service with cases that wait or lack cover on the last day.

    `part_id` (an office, or a region), `waiting_cases`, `uncovered_cases`, `wait_days_max`, none of them of
    records to close, and `to_close_cases`; the same under every weight scheme, so one of them is read.
    """
    return database.frame(
        reader,
        """
        select service_line, part_id, to_close_cases,
            waiting_cases - waiting_to_close_cases as waiting_cases,
            uncovered_cases - uncovered_to_close_cases as uncovered_cases,
            real_wait_days_max as wait_days_max
        from fct_area_open_cases as counted
        inner join dim_status on weight_scheme = default_weight_scheme
        where area_id = 'service' and part_id != '' and counted.waiting_cases + counted.uncovered_cases > 0
        order by service_line, wait_days_max desc nulls last, part_id
    """,
    )


def published_series(reader: Reader) -> dict:
    """What was published, where there are no cases: `series`, `offices`, `first_on`, `last_on`."""
    return database.frame(
        reader,
        """
        select count(distinct (source, measure, supervision_type)) as series,
            count(distinct nullif(office_id, '')) as offices,
            -- as on the page Offices: a year that ends in June is named after that June
            min(period_end_on - 1) as first_on, max(period_end_on - 1) as last_on
        from fct_published_against_computed
    """,
    ).row(0, named=True)
