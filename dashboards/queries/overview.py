"""What the Overview asks: load in a time window, the service per month, and what waits longest.

``weights`` are those of each day (``then``) or those of today for every day (``now``).
"""

from datetime import date

import polars as pl

from dashboards import warehouse

# Which window answers "compared with": the running month against the whole month before, today against
# the last four weeks. `month_year_ago` is no window of the mart: it is the whole month, a year earlier.
COMPARED = {
    ("today", "before"): "four_weeks",
    ("today", "year_ago"): "four_weeks_year_ago",
    ("four_weeks", "before"): "four_weeks_before",
    ("four_weeks", "year_ago"): "four_weeks_year_ago",
    ("month", "before"): "month_before",
    ("month", "year_ago"): "month_year_ago",
}


def load_in_windows(time_window: str, comparison: str, weights: str = "then") -> pl.DataFrame:
    """One row per time window, service line, weight scheme and office; `office_id` null = all offices.

    Columns: `workload_units`, `capacity_units`, `contract_fte`, `available_fte` (means over the days of the
    window, summed over offices where all), `workload_pct` (their ratio; null without capacity).
    """
    return warehouse.frame(
        """
        with weighed_windows as (
            select * from fct_office_line_windows where $weights = 'then'
            union all by name
            select * from fct_office_line_windows_now where $weights = 'now'
        ), weighed_months as (
            select * from fct_office_line_months where $weights = 'then'
            union all by name
            select * from fct_office_line_months_now where $weights = 'now'
        ), windows as (
            select time_window, service_line, weight_scheme, office_id, window_start_on, window_end_on,
                workload_units_avg, capacity_units_avg, contract_fte_avg, available_fte_avg
            from weighed_windows
            where time_window in ($time_window, $compared)
            union all
            select 'month_year_ago', service_line, weight_scheme, office_id, month_start_on,
                last_day(month_start_on), workload_units_avg, capacity_units_avg, contract_fte_avg,
                available_fte_avg
            from weighed_months
            where $compared = 'month_year_ago'
                and month_start_on = (select date_trunc('month', as_of) - interval 1 year from dim_status)
        )
        select time_window, service_line, weight_scheme, office_id,
            min(window_start_on) as window_start_on,
            max(window_end_on) as window_end_on,
            sum(workload_units_avg) as workload_units,
            sum(capacity_units_avg) as capacity_units,
            sum(contract_fte_avg) as contract_fte,
            sum(available_fte_avg) as available_fte,
            100 * sum(workload_units_avg) / nullif(sum(capacity_units_avg), 0) as workload_pct
        from windows
        group by grouping sets (
            (time_window, service_line, weight_scheme),
            (time_window, service_line, weight_scheme, office_id)
        )
        order by time_window, service_line, weight_scheme, office_id nulls first
        """,
        time_window=time_window,
        compared=COMPARED[time_window, comparison],
        weights=weights,
    )


def service_months(weight_scheme: str, since: date, weights: str = "then") -> pl.DataFrame:
    """One row per service line and month from `since`: load under one scheme, flow, and stock at the end.

    Received, started and ended are counts of the month; `*_end` are counts on its last day (or `as_of`).
    """
    return warehouse.frame(
        """
        with weighed as (
            select * from fct_office_line_months where $weights = 'then'
            union all by name
            select * from fct_office_line_months_now where $weights = 'now'
        ), loads as (
            select service_line, month_start_on,
                sum(workload_units_avg) as workload_units,
                sum(capacity_units_avg) as capacity_units,
                100 * sum(workload_units_avg) / nullif(sum(capacity_units_avg), 0) as workload_pct
            from weighed
            where weight_scheme = $weight_scheme and month_start_on >= $since
            group by service_line, month_start_on
        ), flows as (
            select work_types.service_line, flow.month_start_on,
                sum(flow.received_cases)::bigint as received_cases,
                sum(flow.ended_cases)::bigint as ended_cases,
                sum(flow.open_cases_end)::bigint as open_cases_end,
                sum(flow.waiting_cases_end)::bigint as waiting_cases_end,
                sum(flow.uncovered_cases_end)::bigint as uncovered_cases_end
            from fct_case_flow_months as flow
            inner join dim_work_types as work_types on flow.supervision_type = work_types.work_type
            where flow.month_start_on >= $since
            group by work_types.service_line, flow.month_start_on
        )
        select service_line, month_start_on, workload_units, capacity_units, workload_pct,
            received_cases, ended_cases, open_cases_end, waiting_cases_end, uncovered_cases_end
        from loads full join flows using (service_line, month_start_on)
        order by service_line, month_start_on
        """,
        weight_scheme=weight_scheme,
        since=since,
        weights=weights,
    )


def longest_waits() -> pl.DataFrame:
    """One row per service line and office that has waiting cases in the last week counted.

    `waiting_cases`, `wait_days_max`; the same under every weight scheme, so one of them is read.
    """
    return warehouse.frame("""
        select work_types.service_line, backlog.office_id,
            sum(backlog.waiting_cases)::bigint as waiting_cases,
            sum(backlog.uncovered_cases)::bigint as uncovered_cases,
            max(backlog.wait_days_max)::bigint as wait_days_max
        from fct_backlog_weeks as backlog
        inner join dim_work_types as work_types on backlog.supervision_type = work_types.work_type
        inner join dim_status as status
            on backlog.weight_scheme = status.default_weight_scheme and backlog.counted_on = status.as_of
        group by work_types.service_line, backlog.office_id
        order by work_types.service_line, wait_days_max desc nulls last, backlog.office_id
    """)


def published_series() -> dict:
    """What was published, where there are no cases: `series`, `offices`, `first_on`, `last_on`."""
    return warehouse.frame("""
        select count(distinct (source, measure)) as series,
            count(distinct nullif(office_id, '')) as offices,
            min(period_start_on) as first_on, max(period_start_on) as last_on
        from fct_published_against_computed
    """).row(0, named=True)
