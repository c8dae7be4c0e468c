"""Arrays of numbers as columns of a delivery: dates, words and ids."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from ingest.sample.calendar import NEVER


def dates(days: np.ndarray) -> pl.Series:
    """Day numbers as dates; empty where the day never comes."""
    numbers = pl.Series(np.asarray(days, dtype=np.int32))
    return pl.select(pl.when(numbers < NEVER).then(numbers.cast(pl.Date))).to_series()


def words(vocabulary: Sequence[str], positions: np.ndarray) -> pl.Series:
    """The word at each position; empty where the position is negative."""
    column = pl.Series([*vocabulary, None], dtype=pl.String)
    return column.gather(np.where(positions < 0, len(vocabulary), positions).astype(np.uint32))


def ids(letter: str, numbers: np.ndarray, digits: int = 7) -> pl.Series:
    """Opaque ids: a letter and a number of fixed width; empty where the number is negative."""
    number = pl.Series(np.asarray(numbers, dtype=np.int64))
    text = pl.lit(letter) + number.cast(pl.String).str.zfill(digits)
    return pl.select(pl.when(number >= 0).then(text)).to_series()
