"""The questions of the page My work, beside those about one officer on Outlook.

What the officer can give is no part of any answer (``access.one_person``). Ids are opaque.
"""

import polars as pl

from dashboards.choice import Chosen
from dashboards.queries.asking import ask
from dashboards.reader import Reader


def office_of(reader: Reader, choice: Chosen) -> str | None:
    """The office of the officer's latest contract; None for somebody whom these data do not know."""
    rows = ask(reader, choice, "select office_id from dim_officers where officer_id = $officer")
    return rows["office_id"][0] if rows.height else None


def history(reader: Reader, choice: Chosen) -> pl.DataFrame:
    """One row per ``grain`` (month, week) and period, from the first with a case or work to the last day.

    ``period_start_on`` (of a week: Monday), ``active_cases`` and ``workload_units``: means per day over all
    offices, by the weights of each day or of the last day. What lies between has its row, with zeros.
    """
    return ask(
        reader,
        choice,
        """
        with carried as (
            select
                'month' as grain, month_start_on as period_start_on,
                sum(active_cases_avg) as active_cases, sum(workload_units_avg) as workload_units
            from fct_officer_months{by_weights}
            where officer_id = $officer and weight_scheme = $weight_scheme
            group by month_start_on
            union all
            select 'week', week_start_on, sum(active_cases_avg), sum(workload_units_avg)
            from fct_officer_weeks{by_weights}
            where officer_id = $officer and weight_scheme = $weight_scheme
            group by week_start_on
        ),

        bounds as (
            select
                grain, min(period_start_on) as first_on, date_trunc(grain, any_value(as_of))::date as last_on
            from carried
            cross join dim_status
            where period_start_on <= as_of
            group by grain
        ),

        periods as (
            select
                grain,
                unnest(generate_series(
                    first_on, last_on, if(grain = 'month', interval 1 month, interval 7 day)
                ))::date as period_start_on
            from bounds
        )

        select
            grain,
            period_start_on,
            coalesce(active_cases, 0) as active_cases,
            coalesce(workload_units, 0) as workload_units
        from periods
        left join carried using (grain, period_start_on)
        order by grain, period_start_on
        """,
    )


def kinds_carried(reader: Reader, choice: Chosen) -> pl.DataFrame:
    """One row per kind of mandate that the office carried in its last whole month, with what a case weighed.

    ``work_type``, ``month_start_on``, ``active_cases_avg``, ``weight_units``: work by carried case.
    """
    return ask(
        reader,
        choice,
        """
        select
            work_type, month_start_on, active_cases_avg, workload_units_avg / active_cases_avg as weight_units
        from fct_office_work_months
        cross join dim_status
        where office_id = $office and weight_scheme = $weight_scheme and active_cases_avg > 0
            and workload_units_avg > 0
            and month_start_on = (date_trunc('month', as_of + 1) - interval 1 month)::date
        order by work_type
        """,
    )


def open_tasks(reader: Reader, choice: Chosen) -> pl.DataFrame:
    """One row per task that the officer has not delivered, by the day it is due, those without a day last.

    ``task_type``, ``due_on`` (null: no day named), ``requested_on``, ``case_id`` (null where the task names
    no case, or one that is not open or not for the reader).
    """
    return ask(
        reader,
        choice,
        """
        select
            task_type, due_on, requested_on,
            if(case_id in (select case_id from fct_open_cases), case_id, null) as case_id
        from fct_open_tasks
        where officer_id = $officer
        order by due_on nulls last, requested_on, task_id
        """,
    )
