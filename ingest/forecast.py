"""The forecast of a published version: made from its marts, kept for good, and published beside them."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from ingest.errors import BadInputError, MaatwerkError
from ingest.order import new_build
from ingest.progress import Progress
from ingest.publication.forecast_marts import write_forecast_marts
from ingest.publication.forecasts_kept import Forecast, Origin, is_kept, keep
from ingest.publication.publish import build_folder, publish, version_name
from warehouse.current import published_file

Engine = Callable[[Path, Progress], Forecast]


@dataclass(frozen=True)
class Done:
    """What a run came to: the published file, and whether it made a forecast or found the one of before."""

    published: Path
    is_new: bool


def forecast(warehouse: Path, progress: Progress, engine: Engine) -> Done:
    """Forecast the published version once, keep that, and publish the file with its marts of forecasts.

    The forecast is made without holding the warehouse, and kept before anything is published: a publication
    that fails, or finds another writer, is caught up by the next run or build. Raises BadInputError where
    nothing is published or there are no cases, MaatwerkError where another writer holds the warehouse; the
    published version stays.
    """
    file = published_file(warehouse)
    if file is None:
        rule = "no published warehouse to forecast from"
        raise BadInputError(rule, "Build one first, or name another with --warehouse.", file=str(warehouse))
    origin = origin_of(file)
    is_new = not is_kept(warehouse, origin)
    if is_new:
        keep(warehouse, origin, engine(file, progress))
    return Done(_published_with_forecasts(warehouse), is_new)


def origin_of(file: Path) -> Origin:
    """What a forecast of this file is made from; BadInputError where it holds no cases."""
    with duckdb.connect(str(file), read_only=True) as connection:
        [(build_id, as_of, is_synthetic, has_cases)] = connection.execute(
            "select build_id, as_of, is_synthetic, has_cases from marts.dim_status"
        ).fetchall()
    if not has_cases:
        raise BadInputError("no cases to forecast from", "Deliver cases, and build again.", file=file.name)
    now = datetime.now(UTC).replace(microsecond=0, tzinfo=None)
    return Origin(build_id, as_of, is_synthetic, now)


def _published_with_forecasts(warehouse: Path) -> Path:
    """A copy of what is published now, with its marts of forecasts made anew; the file itself if it has them.

    Only the copy is written to, in the folder that builds work in, and it takes its place in one step.
    """
    with build_folder(warehouse) as folder:
        current = published_file(warehouse)
        if current is None:
            raise MaatwerkError(f"the published file in {warehouse} has gone; the forecast is kept")
        this = new_build(folder)
        shutil.copyfile(current, this.finished_file)
        write_forecast_marts(this.finished_file, warehouse)
        if _marts_in(this.finished_file) == _marts_in(current):
            return current
        name = version_name(this.at, f"{origin_of(current).build_id}-forecast")
        return publish(this.finished_file, warehouse, name)


def _marts_in(file: Path) -> list[tuple]:
    """Which forecast a file shows, and how much of what was forecast before is over; empty in older files."""
    with duckdb.connect(str(file), read_only=True) as connection:
        try:
            return connection.execute(
                "select 'now', build_id, count(*) from marts.fct_forecast_months group by all"
                " union all select 'before', build_id, count(*)"
                " from marts.fct_forecast_against_actual group by all order by all"
            ).fetchall()
        except duckdb.CatalogException:
            return []
