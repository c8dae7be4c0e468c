"""The questions of the page Case mix: what cases are carried, how they end, and after how long."""

import polars as pl

from dashboards.access import door
from dashboards.choice import Choice
from dashboards.queries.asking import ask
from dashboards.reader import Reader

# The month before the first day after the last day of the data: the last one that is whole.
_LAST_MONTH = "cast(date_trunc('month', as_of + 1) - interval 1 month as date)"


def carried_by_year(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per aspect, category and year: cases carried, on average, in the last whole month of each year.

    ``aspect`` (supervision_type, risk_level or phase), ``category``, ``position`` (order of phases),
    ``month_start_on`` (the calendar month of the last whole one, of every year), ``active_cases_avg`` and
    ``share_pct`` (of all cases carried in the area and line that month). Years before the data tell the whole
    story are left out.
    """
    return ask(
        reader,
        choice,
        f"""
        select
            aspect, category, position, month_start_on, active_cases_avg,
            100.0 * active_cases_avg / sum(active_cases_avg) over (partition by aspect, month_start_on)
                as share_pct
        from fct_area_mix_months
        cross join (select {_LAST_MONTH} as last_month_on, first_month_on from dim_status)
        where area_id = $area and service_line = $service_line and aspect <> 'sex'
            and month_start_on <= last_month_on
            and month_start_on >= coalesce(first_month_on, month_start_on)
            and month(month_start_on) = month(last_month_on)
        order by aspect, position, category, month_start_on
        """,  # noqa: S608 - fixed text
    )


def carried_by_sex(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per ``sex``: cases carried, on average, in the last whole month; small numbers are hidden.

    Of a part of the service only where no group of any office is small: with the other parts a hidden one
    could be told from the whole.
    """
    return ask(
        reader,
        choice,
        f"""
        with of_line as (
            select area_id, category as sex, active_cases_avg
            from fct_area_mix_months
            cross join (select {_LAST_MONTH} as last_month_on from dim_status)
            where service_line = $service_line and aspect = 'sex' and month_start_on = last_month_on
        )

        select sex, active_cases_avg
        from of_line
        where area_id = $area
            and ($area = 'service' or not exists (select 1 from of_line where active_cases_avg < $smallest))
        order by sex
        """,  # noqa: S608 - fixed text
        smallest=float(door.SMALLEST_SHOWN),
    )


def risk_moves(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per pair of risk levels and twelve months: cases open before these and still at their end.

    ``year_start_on``, ``last_day_on``, ``risk_level_before`` and ``risk_level`` (on the day before and on the
    last day), ``open_cases``. The latest twelve months first.
    """
    return ask(
        reader,
        choice,
        """
        select year_start_on, last_day_on, risk_level_before, risk_level, open_cases
        from fct_area_risk_years
        where area_id = $area and service_line = $service_line
        order by year_start_on desc, risk_level_before, risk_level
        """,
    )


def endings(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per kind of mandate, end reason and twelve months: what ended and how long it had been open.

    ``supervision_type`` and ``end_reason`` ('' = all together), ``year_start_on``, ``last_day_on``,
    ``ended_cases``, and of the days from opening to ending ``duration_days_p50`` and ``duration_days_p90``
    (null where too few ended).
    """
    return ask(
        reader,
        choice,
        """
        select
            e.supervision_type, e.end_reason, year_start_on, last_day_on, ended_cases,
            -- what took the middle one of three cases is a fact about one of them
            if(ended_cases < $smallest, null, duration_days_p50) as duration_days_p50,
            if(ended_cases < $smallest, null, duration_days_p90) as duration_days_p90
        from fct_area_endings_years as e
        left join dim_work_types as w on w.work_type = e.supervision_type
        where area_id = $area and e.service_line = $service_line
        order by w.position, e.supervision_type, end_reason, year_start_on
        """,
        smallest=door.SMALLEST_SHOWN,
    )
