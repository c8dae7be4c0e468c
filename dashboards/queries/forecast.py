"""The questions of the page Forecast: what is forecast, what it rests on, and what came of it before.

Every question is about one service line, one kind of mandate ('' for all of the line) and one measure. A
forecast is of one office or of all of them ('': ``office_id``). Work is that of cases with an officer, by the
weights of today under the default scheme; tasks are not in it.
"""

import polars as pl

from dashboards.choice import Choice
from dashboards.queries.asking import ask
from dashboards.reader import Reader

WORK = "workload_units"
_CASES = """
    select month_start_on,
        case $forecast_measure
            when 'received_cases' then received_cases when 'open_cases' then open_cases_end
        end as amount
    from fct_area_clearance_months
    where area_id = $area and service_line = $service_line and supervision_type = $work_type
"""
_WORK = """
    select month_start_on, workload_units_avg as amount
    from case_work
    where area_id = $area and service_line = $service_line and work_type = $work_type
"""
_MONTHS = """
    select month_start_on, amount::double as amount
    from ({of})
    cross join dim_status
    where last_day(month_start_on) <= as_of and month_start_on >= coalesce(first_month_on, month_start_on)
    order by month_start_on
"""
_SERIES = "service_line = $service_line and supervision_type = $work_type and measure = $forecast_measure"


def months(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per whole month of which all cases are known: ``amount`` of the measure in the area."""
    return ask(reader, choice, _MONTHS.format(of=_WORK if choice.forecast_measure == WORK else _CASES))


def ahead(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per office ('' = all) and month ahead: the forecast now, its bands and its method.

    ``as_of`` and ``made_on`` say what it knows and when it was made. Empty without a forecast.
    """
    return ask(
        reader,
        choice,
        f"""
        select office_id, month_start_on, horizon_months, model, point, low_80, high_80, low_95, high_95,
            as_of, made_on
        from fct_forecast_months
        where {_SERIES}
        order by office_id, horizon_months
        """,  # noqa: S608 (fixed text)
    )


def errors(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per office ('' = all), months ahead and method: its errors and the coverage of its bands."""
    return ask(
        reader,
        choice,
        f"""
        select office_id, horizon_months, model, origins, mase, pinball, coverage_80_pct, coverage_95_pct,
            is_used
        from fct_forecast_errors
        where {_SERIES}
        order by office_id, horizon_months, model
        """,  # noqa: S608 (fixed text)
    )


def against_actual(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per month known to a forecast and month that is over since, of the office chosen or of all.

    ``forecast`` by the method that is used at ``horizon_months``, beside what ``came``; the bands of those
    that were kept (``is_kept``).
    """
    return ask(
        reader,
        choice,
        f"""
        select origin_month_start_on, month_start_on, horizon_months, model, forecast,
            low_80, high_80, low_95, high_95, came, is_kept
        from fct_forecast_against_actual
        where {_SERIES} and office_id = $part
        order by is_kept, horizon_months, month_start_on
        """,  # noqa: S608 (fixed text)
    )


def booked(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per week that is booked: ``first_day_on``, ``amount`` of work of cases, as on Outlook.

    The first week is what is left of the running one.
    """
    return ask(
        reader,
        choice,
        """
        select greatest(week_start_on, as_of + 1) as first_day_on, case_units_avg as amount
        from fct_area_booked_weeks
        cross join dim_status
        where area_id = $area and service_line = $service_line
            and weight_scheme = default_weight_scheme
        order by week_start_on
        """,
    )
