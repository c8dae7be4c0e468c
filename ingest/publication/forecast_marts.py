"""The marts of forecasts: tables of the finished file, written from the archive once the models are done.

Without a kept forecast they are there and empty. A made-up forecast is never shown with real data.
"""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from ingest.publication.forecasts_kept import PARTS, kept_files

Column = tuple[str, str, str]

_OF = (
    ("service_line", "varchar", "Service line, by its id; every kind of mandate belongs to one."),
    ("office_id", "varchar", "Office, by its id; empty for all offices together."),
    ("supervision_type", "varchar", "Kind of mandate, by its id; empty for all of the service line."),
    (
        "measure",
        "varchar",
        "received_cases (in the month), open_cases (at the end of the month) or workload_units (of cases with"
        " an officer, mean per day, by the weights of today under the default scheme; tasks are not in it).",
    ),
)
_MODEL = ("model", "varchar", "The method, by its id; the rivals are among them.")
_HORIZON = (
    "horizon_months",
    "bigint",
    "Months between the last month known to the forecast and the month that it is about.",
)
_MONTH = ("month_start_on", "date", "First day of the calendar month that the forecast is about.")
_BANDS = (
    ("low_80", "double", "Lower end of the band that should hold four of five outcomes."),
    ("high_80", "double", "Upper end of the band that should hold four of five outcomes."),
    ("low_95", "double", "Lower end of the band that should hold nineteen of twenty outcomes."),
    ("high_95", "double", "Upper end of the band that should hold nineteen of twenty outcomes."),
)
_ORIGIN = (
    ("as_of", "date", "Last day of the data that the forecast was made from."),
    ("made_on", "date", "Day on which the forecast was made (UTC)."),
    ("build_id", "varchar", "The build whose data the forecast was made from."),
)


@dataclass(frozen=True)
class _Mart:
    """One table: its comment, and its columns with type and comment."""

    name: str
    comment: str
    columns: tuple[Column, ...]

    def statements(self) -> list[str]:
        """What makes it anew, empty and described."""
        columns = ", ".join(f"{name} {kind}" for name, kind, _ in self.columns)
        return [
            f"drop table if exists marts.{self.name}",
            f"create table marts.{self.name} ({columns})",
            f"comment on table marts.{self.name} is '{_quoted(self.comment)}'",
            *(
                f"comment on column marts.{self.name}.{name} is '{_quoted(comment)}'"
                for name, _, comment in self.columns
            ),
        ]


MONTHS = _Mart(
    "fct_forecast_months",
    "One row per service line, office, kind of mandate, measure and month ahead: what is forecast now, by the"
    " latest forecast kept.",
    (
        *_OF,
        _MONTH,
        _HORIZON,
        _MODEL,
        ("point", "double", "The forecast: the middle of what may come."),
        *_BANDS,
        *_ORIGIN,
    ),
)
ERRORS = _Mart(
    "fct_forecast_errors",
    "One row per service line, office, kind of mandate, measure, horizon and method: how far it was off in"
    " months that are over, forecast from earlier months without what came later.",
    (
        *_OF,
        _MODEL,
        _HORIZON,
        ("origins", "bigint", "Earlier months from which was forecast."),
        (
            "mase",
            "double",
            "Mean absolute error as a multiple of the mean absolute change from the same month of the year"
            " before; less is better. docs/forecast.md has the definition.",
        ),
        (
            "pinball",
            "double",
            "Mean pinball loss over the ends of the bands and the middle, in that scale; less is better.",
        ),
        ("coverage_80_pct", "double", "Share of outcomes within the band of 80 %; 80 would be right."),
        ("coverage_95_pct", "double", "Share of outcomes within the band of 95 %; 95 would be right."),
        ("is_used", "boolean", "Whether the forecast of this horizon is made by this method."),
        *_ORIGIN,
    ),
)
AGAINST_ACTUAL = _Mart(
    "fct_forecast_against_actual",
    "One row per service line, office, kind of mandate, measure, month known to a forecast and month that is"
    " over since: what was forecast beside what came. Of forecasts that were kept, and of those made"
    " afterwards from earlier months.",
    (
        *_OF,
        _MODEL,
        ("origin_month_start_on", "date", "First day of the last month known to the forecast."),
        _MONTH,
        _HORIZON,
        ("forecast", "double", "What was forecast."),
        *((name, kind, f"{comment} Of kept forecasts.") for name, kind, comment in _BANDS),
        ("came", "double", "What came, by the data of today."),
        (
            "is_kept",
            "boolean",
            "Whether the forecast was made and kept before the month; else made afterwards from what was"
            " known before it.",
        ),
        *_ORIGIN,
    ),
)
MARTS = (MONTHS, ERRORS, AGAINST_ACTUAL)
_KEY = "service_line, office_id, supervision_type, measure, month_start_on"
# What came, month by month: whole months of which all cases are known, by kind and office and their sums.
# Work is that of cases with an officer: a forecast of cases knows no tasks. It is by the weights of today, so
# that a change of weights is no change of work.
ACTUALS = """
    with kinds as (
        select work_type as supervision_type, service_line from marts.dim_work_types where kind = 'mandate'
    ),

    months as (
        select
            as_of, coalesce(first_month_on, date '1900-01-01') as first_month_on,
            (date_trunc('month', as_of + 1) - interval 1 month)::date as last_month_on
        from marts.dim_status
    ),

    amounts as (
        select office_id, supervision_type, month_start_on,
            unnest(['received_cases', 'open_cases']) as measure,
            unnest([received_cases, open_cases_end])::double as amount
        from marts.fct_case_flow_months
        union all
        select office_id, work_type, month_start_on, 'workload_units',
            coalesce(workload_units_now_avg, workload_units_avg)
        from marts.fct_office_work_months
        inner join marts.dim_weight_schemes using (weight_scheme)
        where is_default
    )

    select
        service_line, coalesce(office_id, '') as office_id,
        coalesce(supervision_type, '') as supervision_type, measure, month_start_on, sum(amount) as amount
    from amounts
    inner join kinds using (supervision_type)
    cross join months
    where month_start_on between first_month_on and last_month_on
    group by grouping sets (
        (service_line, office_id, supervision_type, measure, month_start_on),
        (service_line, office_id, measure, month_start_on),
        (service_line, supervision_type, measure, month_start_on),
        (service_line, measure, month_start_on)
    )
"""
_KEPT = """
    create temp view kept_{part} as
    select kept.*, kept.made_at::date as made_on
    from read_parquet({files}, union_by_name = true) as kept
    inner join marts.dim_status as status
        on kept.is_synthetic = status.is_synthetic and kept.as_of <= status.as_of
"""
_LATEST = (
    "(as_of, made_at, build_id) = (select (as_of, made_at, build_id) from kept_months"
    " order by as_of desc, made_at desc, build_id limit 1)"
)
# A row that would hold only zeros may be left out of the marts: nothing came then. Of several forecasts from
# the same day the first one counts: it cannot have been mended by what came.
_HELD_AGAINST = f"""
    with actuals as ({ACTUALS}),

    known as (select max(month_start_on) as last_month_on from actuals),

    first_made as (
        select as_of, arg_min(build_id, (made_at, build_id)) as build_id from kept_months group by as_of
    ),

    was_forecast as (
        select months.*, point as forecast, true as is_kept,
            (month_start_on - to_months(horizon_months::int))::date as origin_month_start_on
        from kept_months as months
        inner join first_made using (as_of, build_id)
        where as_of < (select as_of from marts.dim_status)
    )

    select was_forecast.*, coalesce(amount, 0) as came
    from was_forecast
    left join actuals using ({_KEY})
    where month_start_on <= (select last_month_on from known)
    union all by name
    select *, false as is_kept from kept_origins where {_LATEST}
"""  # noqa: S608 (fixed text)


def write_forecast_marts(file: Path, warehouse: Path) -> None:
    """Make the marts of forecasts in a finished file anew, from all that is kept beside it.

    What is forecast now is the latest forecast that knows no more than the file does. The file is closed
    afterwards, whole and without a journal.
    """
    with duckdb.connect(str(file)) as connection:
        connection.execute("begin")
        for mart in MARTS:
            for statement in mart.statements():
                connection.execute(statement)
        if kept_files(warehouse, PARTS[0]):
            _fill(connection, warehouse)
        connection.execute("commit")


def _fill(connection: duckdb.DuckDBPyConnection, warehouse: Path) -> None:
    for part in PARTS:
        files = ", ".join(f"'{_quoted(file)}'" for file in kept_files(warehouse, part))
        connection.execute(_KEPT.format(part=part, files=f"[{files}]"))
    for mart, rows in (
        (MONTHS, f"select * from kept_months where {_LATEST}"),  # noqa: S608 (fixed text)
        (ERRORS, f"select * from kept_errors where {_LATEST}"),  # noqa: S608
        (AGAINST_ACTUAL, _HELD_AGAINST),
    ):
        columns = ", ".join(name for name, _, _ in mart.columns)
        connection.execute(f"insert into marts.{mart.name} by name select {columns} from ({rows})")  # noqa: S608


def _quoted(text: str) -> str:
    return text.replace("'", "''")
