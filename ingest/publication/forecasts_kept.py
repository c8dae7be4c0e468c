"""The archive of forecasts: a folder per origin, written once and never rewritten.

It lies outside the rebuilt file, as editions do: what was forecast of a month stays as it was said, and later
deliveries are compared with it. The origin is the last day of the data and the build that the forecast is of.
"""

import shutil
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import polars as pl

# What a folder holds, each a Parquet file: see the tables in ``forecast_marts``.
PARTS = ("months", "errors", "origins")


@dataclass(frozen=True)
class Origin:
    """What a forecast was made from: the build, the last day of its data, and when it was made (UTC)."""

    build_id: str
    as_of: date
    is_synthetic: bool
    made_at: datetime

    @property
    def name(self) -> str:
        """The name of its folder: one forecast per build."""
        return f"{self.as_of.isoformat()}-{self.build_id}"


@dataclass(frozen=True)
class Forecast:
    """A forecast with its backtest; columns as in the marts, without those of the origin."""

    months: pl.DataFrame
    errors: pl.DataFrame
    origins: pl.DataFrame


def is_kept(warehouse: Path, origin: Origin) -> bool:
    """Whether a forecast of this build is in the archive."""
    return (_archive(warehouse) / origin.name).is_dir()


def keep(warehouse: Path, origin: Origin, forecast: Forecast) -> Path:
    """Write a forecast into the archive in one step; FileExistsError where there is one of this build.

    A folder that was cut off half-way has another name, and the next forecast of the build sweeps it.
    """
    home = _archive(warehouse) / origin.name
    fresh = home.with_name(f".next-{origin.name}")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    said = {name: pl.lit(getattr(origin, name)) for name in ("build_id", "as_of", "is_synthetic", "made_at")}
    try:
        for part in PARTS:
            getattr(forecast, part).with_columns(**said).write_parquet(fresh / f"{part}.parquet")
        if home.exists():
            raise FileExistsError(f"a forecast of {origin.name} is kept already")
        fresh.rename(home)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return home


def kept_files(warehouse: Path, part: str) -> list[str]:
    """The files of one part of every kept forecast, oldest data first."""
    return sorted(
        str(path) for path in _archive(warehouse).glob(f"*/{part}.parquet") if path.parent.name[0] != "."
    )


def _archive(warehouse: Path) -> Path:
    return warehouse / "forecasts"
