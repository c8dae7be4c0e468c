"""How long a backtest takes, beside the library's own cross_validation, called once per series."""

import time
import warnings
from collections.abc import Callable
from pathlib import Path

import duckdb
import polars as pl

from analysis.forecast import Past, run
from analysis.forecast.panel import CELL, panel_of
from analysis.forecast.past import HORIZONS, ORIGINS, SEASON
from benchmarks.delivering import building, drawing
from benchmarks.document import paragraph, table
from warehouse.current import published_file

SCHEME = "fl_type_phase"
# The library follows every fifth series, and its seconds are counted five times.
EVERY = 5
_FRAMES = {
    "flow": "select * from marts.fct_case_flow_months",
    "cohorts": "select * from marts.fct_cohort_months",
    "work": f"""
        select office_id, work_type as supervision_type, month_start_on,
            coalesce(workload_units_now_avg, workload_units_avg) as workload_units
        from marts.fct_office_work_months inner join marts.dim_work_types using (work_type)
        where kind = 'mandate' and weight_scheme = '{SCHEME}'
    """,  # noqa: S608 (fixed text)
}


def measured(home: Path) -> str:
    """Draw and build the sample, then run it backwards both ways."""
    drawing(home / "sample")
    building(home / "sample", home)
    return told(home / "warehouse")


def told(warehouse: Path) -> str:
    """What a backtest of a published sample takes, in seconds of a core."""
    with duckdb.connect(str(published_file(warehouse)), read_only=True) as connection:
        frames = {name: connection.execute(sql).pl() for name, sql in _FRAMES.items()}
        known_from, as_of = connection.execute(
            "select first_month_on, as_of from marts.dim_status"
        ).fetchone()
    past = Past(as_of=as_of, known_from=known_from, **frames)
    panel = panel_of(past.flow, past.as_of, past.known_from)
    received = panel.filled(past.flow, "received_cases")
    warnings.simplefilter("ignore")
    _, plain = _timed(lambda: run(past, searched=False))
    ran, ours = _timed(lambda: run(past, searched=True))
    some = panel.cells[::EVERY]
    _, library = _timed(lambda: _by_the_library(some, panel.months, received[::EVERY]))
    library *= len(received) / some.height
    models = sum(len(tried.given) for tried in ran.trials.values())
    rows = [
        ("without AutoETS", "3", f"{models - 1}", f"{plain:,.0f}"),
        ("all of it", "3", f"{models}", f"{ours:,.0f}"),
        ("cross_validation of statsforecast, once per series", "1", "6", f"{library:,.0f}"),
    ]
    said = (
        f"{len(received)} series of {len(panel.months)} months, {ORIGINS} origins, {HORIZONS} horizons; "
        f"the library follows {some.height} of the series, and its seconds are counted "
        f"{len(received) / some.height:.0f} times. It runs six models of cases received: Naive, "
        f"SeasonalNaive, WindowAverage, "
        f"SimpleExponentialSmoothingOptimized, AutoETS damped without a season, and AutoETS. Ours runs more: "
        f"the same kinds on cases received, and models of open cases and of work, with bands from earlier "
        f"origins. Ratio {ours / library:.2f}; the bound is 0.5."
    )
    return "\n\n".join([table(("backtest", "measures", "models", "core s"), rows), paragraph(said)])


def _by_the_library(cells: pl.DataFrame, months: tuple, values) -> None:
    from statsforecast import StatsForecast
    from statsforecast.models import (
        AutoETS,
        Naive,
        SeasonalNaive,
        SimpleExponentialSmoothingOptimized,
        WindowAverage,
    )

    for key, row in zip(cells.select(CELL).iter_rows(), values, strict=True):
        models = [
            Naive(),
            SeasonalNaive(SEASON),
            WindowAverage(SEASON),
            SimpleExponentialSmoothingOptimized(),
            AutoETS(season_length=1, model="AAN", damped=True, alias="damped"),
            AutoETS(season_length=SEASON),
        ]
        frame = pl.DataFrame({"unique_id": "/".join(key), "ds": list(months), "y": row})
        StatsForecast(models, freq="1mo").cross_validation(
            df=frame, h=HORIZONS, n_windows=ORIGINS, step_size=1
        )


def _timed(work: Callable[[], object]) -> tuple:
    """What it gives, and the seconds of a core that it took."""
    started = time.process_time()
    found = work()
    return found, time.process_time() - started
