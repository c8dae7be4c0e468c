"""The forecast of every service line of a published file: its marts in, the frames of a kept forecast out."""

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import duckdb
import polars as pl

from ingest.errors import BadInputError, MaatwerkError
from ingest.progress import Progress, Step
from ingest.publication.forecasts_kept import Forecast

_LIBRARY = "statsforecast"
# A source may be some weeks behind; an office further behind would look as if nothing came in any more.
_LAG_DAYS = 62
_STOPPED = """
    select office_id from marts.dim_offices cross join marts.dim_status
    where known_until_on < as_of - $lag order by office_id
"""
_KEYS = ("office_id", "supervision_type", "measure")
_LINES = """
    select distinct service_line
    from marts.fct_case_flow_months inner join marts.dim_work_types on work_type = supervision_type
    order by service_line
"""
_FLOW = """
    select office_id, supervision_type, month_start_on, received_cases, ended_cases, open_cases_end
    from marts.fct_case_flow_months inner join marts.dim_work_types on work_type = supervision_type
    where service_line = $line
"""
_COHORTS = """
    select office_id, supervision_type, month_start_on, age_from_months, open_cases_end
    from marts.fct_cohort_months inner join marts.dim_work_types on work_type = supervision_type
    where service_line = $line
"""
# Work of cases with an officer, by the weights of today; a forecast of cases knows no tasks.
_WORK = """
    select m.office_id, m.work_type as supervision_type, m.month_start_on,
        coalesce(m.workload_units_now_avg, m.workload_units_avg) as workload_units
    from marts.fct_office_work_months as m
    inner join marts.dim_work_types as t on m.work_type = t.work_type and t.kind = 'mandate'
    inner join marts.dim_weight_schemes as s on m.weight_scheme = s.weight_scheme and s.is_default
    where t.service_line = $line
"""
# What is booked day by day, as the mean of the days of a month that are still to come.
_BOOKED = """
    with weeks as (
        select area_id, greatest(week_start_on, as_of + 1) as first_on, week_start_on + 6 as last_on,
            case_units_avg, as_of
        from marts.fct_area_booked_weeks
        inner join marts.dim_areas using (area_id)
        cross join marts.dim_status
        where area_kind = 'office' and service_line = $line and weight_scheme = default_weight_scheme
    ),

    days as (
        select area_id, as_of, case_units_avg,
            unnest(generate_series(first_on, last_on, interval 1 day))::date as day_on
        from weeks
        where first_on <= last_on
    )

    select area_id as office_id, month_start_on,
        sum(case_units_avg) / any_value(last_day(day_on) - greatest(month_start_on - 1, as_of))
            as workload_units
    from (select *, date_trunc('month', day_on)::date as month_start_on from days)
    group by area_id, month_start_on
"""


def forecast_of(file: Path, progress: Progress, *, searched: bool = True) -> Forecast:
    """Forecast and backtest of a published file, line by line.

    An office whose source stopped long ago is in the forecast of all offices, as it is in their months, and
    has none of its own.
    `searched`: whether forms of smoothing are searched for, which needs the library and takes longest.
    Raises MaatwerkError where it is not installed, BadInputError where no month is whole yet.
    """
    if searched and find_spec(_LIBRARY) is None:
        raise MaatwerkError(
            f"forecasts search with {_LIBRARY}, which is not installed: pip install 'maatwerk[forecast]', or"
            " leave the search out with --without-search"
        )
    with duckdb.connect(str(file), read_only=True) as connection:
        lines = [line for (line,) in connection.execute(_LINES).fetchall()]
        found = []
        stopped = [office for (office,) in connection.execute(_STOPPED, {"lag": _LAG_DAYS}).fetchall()]
        for line in lines:
            with progress.step(f"forecast of {line}") as step:
                found.append(_of_line(connection, line, searched, step, file))
    if not found:
        raise BadInputError("no month of cases to forecast from", "Deliver cases.", file=file.name)
    if stopped:
        progress.note(
            f"not forecast, for their source stopped over {_LAG_DAYS} days ago: {', '.join(stopped)}"
        )
    every = (pl.concat(parts) for parts in zip(*found, strict=True))
    return Forecast(*(rows.filter(~pl.col("office_id").is_in(stopped)) for rows in every))


def _of_line(
    connection: duckdb.DuckDBPyConnection, line: str, searched: bool, step: Step, file: Path
) -> tuple[pl.DataFrame, ...]:
    """What the engine makes of one line: months ahead, errors, and what was forecast beside what came."""
    from analysis.forecast import Past, TooLittleError, backtested, forecast, origins, run

    def rows(question: str) -> pl.DataFrame:
        named = {"line": line}
        return connection.execute(question, named).pl().cast({pl.Decimal: pl.Float64}, strict=False)

    [(as_of, known_from)] = connection.execute(
        "select as_of, coalesce(first_month_on, date_trunc('month', as_of)::date) from marts.dim_status"
    ).fetchall()
    past = Past(rows(_FLOW), as_of, known_from, rows(_COHORTS), rows(_WORK), rows(_BOOKED))
    try:
        ran = run(past, searched=searched, following=lambda series: _counted(series, step))
    except TooLittleError as error:
        rule = f"nothing can be forecast from these data: {error}"
        raise BadInputError(rule, "Deliver more months, and build again.", file=file.name) from error
    errors = backtested(past, ran)
    used = errors.filter("is_used").select(*_KEYS, "model", "horizon_months")
    held = origins(past, ran).join(used, on=used.columns, how="semi").drop_nulls("forecast")
    return tuple(
        one.with_columns(pl.lit(line).alias("service_line"), pl.col("horizon_months").cast(pl.Int64))
        for one in (forecast(past, ran), errors, held)
    )


def _counted(items: Sequence[int], step: Step) -> Iterator[int]:
    """The items one by one, each counted once it is done."""
    step.expect(len(items))
    for item in items:
        yield item
        step.advance()
