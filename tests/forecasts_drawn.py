"""Forecasts made up for tests, shaped as the engine's: no method, but numbers that a test can tell apart.

`drawn_forecast` reads the months of a published file by SQL of its own, so that what it holds forecasts
against does not come from the code under test.
"""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import duckdb
import polars as pl

from ingest.forecast import origin_of
from ingest.publication.forecast_marts import write_forecast_marts
from ingest.publication.forecasts_kept import Forecast, Origin, keep
from warehouse.current import published_file

HORIZONS = 18
# Two methods take turns: the first up to half a year, then the second; the third is only beside them.
METHODS = ("last_value", "pooled", "same_month_last_year")
TURN_MONTHS = 6
ORIGINS = 18
HISTORY = """
    select service_line, office_id, supervision_type, month_start_on, 'received_cases' as measure,
        received_cases::double as amount
    from marts.fct_case_flow_months
    inner join marts.dim_work_types on work_type = supervision_type
    union all
    select service_line, office_id, supervision_type, month_start_on, 'open_cases', open_cases_end::double
    from marts.fct_case_flow_months
    inner join marts.dim_work_types on work_type = supervision_type
    union all
    select t.service_line, m.office_id, m.work_type, m.month_start_on, 'workload_units', m.workload_units_avg
    from marts.fct_office_work_months_now as m
    inner join marts.dim_work_types as t on t.work_type = m.work_type and t.kind = 'mandate'
    where m.weight_scheme = (select weight_scheme from marts.dim_weight_schemes where is_default)
"""
KEYS = ["service_line", "office_id", "supervision_type", "measure"]


def months_of(file: Path) -> pl.DataFrame:
    """Every whole month of every series and of their sums: `KEYS`, `month_start_on`, `amount`."""
    with duckdb.connect(str(file), read_only=True) as connection:
        rows = connection.execute(HISTORY).pl()
        as_of, first = connection.execute("select as_of, first_month_on from marts.dim_status").fetchone()
    whole = rows.filter(
        (pl.col("month_start_on").dt.month_end() <= as_of) & (pl.col("month_start_on") >= first)
    )
    sums = [whole]
    for gone in (["office_id"], ["supervision_type"], ["office_id", "supervision_type"]):
        sums.append(whole.with_columns(pl.lit("").alias(name) for name in gone))
    return pl.concat(sums).group_by(*KEYS, "month_start_on").agg(pl.col("amount").sum())


def drawn_forecast(file: Path, *, before: date | None = None, factor: float = 1.02) -> Forecast:
    """The last amount of each series times `factor` per month, in bands of a tenth and a fifth.

    `before`: only months before it are known. The errors rise with the horizon; of every fourth office they
    are above those of the last value, and the bands of every fifth hold too little.
    """
    rows = months_of(file)
    known = rows.filter(pl.col("month_start_on") < (before or date(9999, 1, 1)))
    last_month = known["month_start_on"].max()
    # A series without a row in the last month had come to nothing by then.
    last = (
        known.select(KEYS)
        .unique()
        .sort(KEYS)
        .with_columns(month_start_on=pl.lit(last_month))
        .join(known, on=[*KEYS, "month_start_on"], how="left")
        .with_columns(pl.col("amount").fill_null(0.0))
    )
    ahead = pl.DataFrame({"horizon_months": range(1, HORIZONS + 1)}, schema={"horizon_months": pl.Int64})
    months = (
        last.join(ahead, how="cross")
        .with_columns(
            pl.col("month_start_on").dt.offset_by(pl.format("{}mo", "horizon_months")),
            model=_used(),
            point=pl.col("amount") * factor ** pl.col("horizon_months"),
        )
        .with_columns(
            low_80=0.9 * pl.col("point"),
            high_80=1.1 * pl.col("point"),
            low_95=0.8 * pl.col("point"),
            high_95=1.2 * pl.col("point"),
        )
        .drop("amount")
    )
    return Forecast(months, _errors(last, ahead), _origins(known, ahead, last_month))


def _used() -> pl.Expr:
    is_first = pl.col("horizon_months") <= TURN_MONTHS
    return pl.when(is_first).then(pl.lit(METHODS[0])).otherwise(pl.lit(METHODS[1]))


def _errors(last: pl.DataFrame, ahead: pl.DataFrame) -> pl.DataFrame:
    place = pl.col("office_id").rank("dense")
    is_second = pl.col("model") == METHODS[1]
    # a smaller error at long horizons, but not in every fourth office
    better = pl.when(is_second & (pl.col("horizon_months") > TURN_MONTHS) & (place % 4 != 0)).then(0.3)
    return (
        last.select(KEYS)
        .join(pl.DataFrame({"model": METHODS, "more": [0.0, 0.1, 0.2]}), how="cross")
        .join(ahead, how="cross")
        .with_columns(
            origins=pl.lit(ORIGINS, pl.Int64),
            mase=0.2 + 0.05 * pl.col("horizon_months") + pl.col("more") - better.otherwise(0.0),
            pinball=0.1 + 0.01 * pl.col("horizon_months") + pl.col("more"),
            coverage_80_pct=pl.when(place % 5 == 0).then(61.0).otherwise(78.0),
            coverage_95_pct=pl.lit(93.0),
            is_used=pl.col("model") == _used(),
        )
        .drop("more")
    )


def _origins(known: pl.DataFrame, ahead: pl.DataFrame, last_month: date) -> pl.DataFrame:
    """From each of the eighteen months before the last: its own amount, beside what came."""
    first = known.filter(
        (pl.col("month_start_on") < last_month)
        & (pl.col("month_start_on") >= pl.lit(last_month).dt.offset_by(f"-{ORIGINS}mo"))
    )
    return (
        first.rename({"month_start_on": "origin_month_start_on", "amount": "forecast"})
        .join(ahead, how="cross")
        .with_columns(
            month_start_on=pl.col("origin_month_start_on").dt.offset_by(pl.format("{}mo", "horizon_months")),
            model=_used(),
        )
        .join(known.rename({"amount": "came"}), on=[*KEYS, "month_start_on"])
    )


EARLIER = Origin("0ld0ne", date(2025, 12, 31), True, datetime(2026, 1, 5))


def keep_two(warehouse: Path) -> None:
    """Two forecasts, of half a year ago and of now, into the archive of a warehouse and what is published."""
    file = published_file(warehouse)
    keep(warehouse, EARLIER, drawn_forecast(file, before=date(2026, 1, 1), factor=1.01))
    keep(warehouse, replace(origin_of(file), made_at=datetime(2026, 7, 2)), drawn_forecast(file, factor=1.01))
    write_forecast_marts(file, warehouse)
