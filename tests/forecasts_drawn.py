"""Forecasts made up for tests, shaped as the engine's: no method, but numbers that a test can tell apart.

`drawn_forecast` reads the months of a published file by SQL of its own, so that what it holds forecasts
against does not come from the code under test.
"""

from datetime import date
from pathlib import Path

import duckdb
import polars as pl

from ingest.publication.forecasts_kept import Forecast

HORIZONS = 18
RIVALS = ("last_value", "same_month_last_year")
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
    from marts.fct_office_work_months as m
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

    `before`: only months before it are known. Every method is drawn in the backtest; `last_value` is used.
    """
    rows = months_of(file)
    known = rows.filter(pl.col("month_start_on") < (before or date(9999, 1, 1)))
    last_month = known["month_start_on"].max()
    last = known.filter(pl.col("month_start_on") == last_month)
    ahead = pl.DataFrame({"horizon_months": range(1, HORIZONS + 1)}, schema={"horizon_months": pl.Int64})
    months = (
        last.join(ahead, how="cross")
        .with_columns(
            pl.col("month_start_on").dt.offset_by(pl.format("{}mo", "horizon_months")),
            model=pl.lit("last_value"),
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


def _errors(last: pl.DataFrame, ahead: pl.DataFrame) -> pl.DataFrame:
    methods = pl.DataFrame({"model": RIVALS, "place": [0, 1]})
    return (
        last.select(KEYS)
        .join(methods, how="cross")
        .join(ahead, how="cross")
        .with_columns(
            origins=pl.lit(18, pl.Int64),
            mase=0.2 + 0.05 * pl.col("horizon_months") + 0.1 * pl.col("place"),
            pinball=1.0 + pl.col("horizon_months") * (1.0 + pl.col("place")),
            coverage_80_pct=pl.lit(78.0),
            coverage_95_pct=pl.lit(93.0),
            is_used=pl.col("model") == RIVALS[0],
        )
        .drop("place")
    )


def _origins(known: pl.DataFrame, ahead: pl.DataFrame, last_month: date) -> pl.DataFrame:
    """From each of the six months before the last: its own amount, beside what came."""
    first = known.filter(
        (pl.col("month_start_on") < last_month)
        & (pl.col("month_start_on") >= pl.lit(last_month).dt.offset_by("-6mo"))
    )
    return (
        first.rename({"month_start_on": "origin_month_start_on", "amount": "forecast"})
        .join(ahead, how="cross")
        .with_columns(
            month_start_on=pl.col("origin_month_start_on").dt.offset_by(pl.format("{}mo", "horizon_months")),
            model=pl.lit(RIVALS[0]),
        )
        .join(known.rename({"amount": "came"}), on=[*KEYS, "month_start_on"])
    )
