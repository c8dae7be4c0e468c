"""Where a forecast is not good: its error is above that of the last value, or its bands held too little."""

import polars as pl

from dashboards.panels.forecast import frames
from dashboards.panels.forecast.methods import compared
from dashboards.text import number, t

BANDS = (80, 95)


def judged(errors: pl.DataFrame) -> pl.DataFrame:
    """The method used at each horizon with why it is not good: `is_worse`, `off_80`, `off_95`, `is_poor`.

    Worse: its error is above that of the last value. Off: by how many points the share of outcomes that a
    band held differs from what it should hold, where that is beyond `frames.COVERAGE_POINTS`; else null.
    """
    off = {band: pl.col(f"coverage_{band}_pct") - band for band in BANDS}
    return (
        compared(errors)
        .with_columns(
            is_worse=(pl.col("error_pct") > pl.col("last_error_pct")).fill_null(False),
            **{
                f"off_{band}": pl.when(one.abs() > frames.COVERAGE_POINTS).then(one)
                for band, one in off.items()
            },
        )
        .with_columns(
            is_poor=pl.col("is_worse")
            | pl.any_horizontal(pl.col(f"off_{band}").is_not_null() for band in BANDS)
        )
    )


def why_poor(row: dict) -> list[str]:
    """What speaks against the forecast of one row of `judged`, in words; nothing where nothing does."""
    why = [t("forecast.verdict_worse")] if row["is_worse"] else []
    for band in BANDS:
        if (off := row[f"off_{band}"]) is not None:
            why.append(t(f"forecast.verdict_{'narrow' if off < 0 else 'wide'}", band=number(band)))
    return why
