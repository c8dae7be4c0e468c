"""Where a forecast is not good: its error is above that of the last value, or its bands held too little."""

import polars as pl

from dashboards.panels.forecast import frames
from dashboards.panels.forecast.methods import compared
from dashboards.text import number, t

BANDS = (80, 95)


def judged(errors: pl.DataFrame) -> pl.DataFrame:
    """The method used at each horizon, with `is_worse`, `is_narrow_80`, `is_narrow_95` of it.

    Worse: its error is above that of the last value. Narrow: the band held less of the outcomes than it
    should, by more than `frames.COVERAGE_POINTS`. Each of them makes it `is_poor`. `is_wide`: the band of
    80 % held as much more, which is a band too careful and no reason to distrust it.
    """
    more = {band: (pl.col(f"coverage_{band}_pct") - band).fill_null(0) for band in BANDS}
    narrow = {f"is_narrow_{band}": one < -frames.COVERAGE_POINTS for band, one in more.items()}
    return (
        compared(errors)
        .with_columns(
            is_worse=(pl.col("error_pct") > pl.col("last_error_pct")).fill_null(False),
            is_wide=more[80] > frames.COVERAGE_POINTS,
            **narrow,
        )
        .with_columns(is_poor=pl.any_horizontal("is_worse", *narrow))
    )


def why_poor(row: dict) -> list[str]:
    """What speaks against the forecast of one row of `judged`, in words; nothing where nothing does."""
    why = [t("forecast.verdict_worse")] if row["is_worse"] else []
    narrow = [band for band in BANDS if row[f"is_narrow_{band}"]]
    return why + [t("forecast.verdict_narrow", band=number(band)) for band in narrow]
