"""Shares of a count with their intervals, as several pages show them: none of too few."""

import polars as pl

from analysis.intervals import wilson
from dashboards.access.door import SMALLEST_SHOWN
from dashboards.text import t
from dashboards.view import View

# Of fewer no share is said: one more or less of them would move it by a tenth.
FEWEST = 2 * SMALLEST_SHOWN
SHARE = ("per_100", "per_100_low", "per_100_high")


def with_share(rows: pl.DataFrame, counted: str, of: str) -> pl.DataFrame:
    """The rows with the share and its 95 % interval (Wilson) in per cent, see `SHARE`; null of too few."""
    whole = pl.when(pl.col(of) >= FEWEST).then(of).otherwise(0).fill_null(0)
    part = pl.when(pl.col(of) >= FEWEST).then(counted).otherwise(0).fill_null(0)
    known = rows.select(whole=whole, part=part)
    lower, upper = wilson(known["part"].to_numpy(), known["whole"].to_numpy())
    shares = known.select(pl.when(pl.col("whole") > 0).then(100 * pl.col("part") / pl.col("whole")))
    found = (shares.to_series(), *(pl.Series(100 * end).fill_nan(None) for end in (lower, upper)))
    return rows.with_columns(one.alias(name) for name, one in zip(SHARE, found, strict=True))


def bands(rows: pl.DataFrame, label: str = "label") -> pl.DataFrame:
    """The rows as ``charts.bands.percentage_bands`` wants them."""
    mid, low, high = (pl.col(name) for name in SHARE)
    return rows.select(name=label, low_pct=low, mid_pct=mid, high_pct=high)


def place(view: View) -> dict[str, str]:
    """Area and service line in words, for subtitles."""
    return {"area": view.choice.label("office"), "line": view.choice.label("service_line")}


def too_few() -> str:
    """What an empty cell means in a table of shares."""
    return t("common.too_few_cell", fewest=FEWEST)
