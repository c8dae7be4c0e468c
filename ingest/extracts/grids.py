"""The table of a file as its reader hands it over."""

from dataclasses import dataclass, field

import polars as pl


@dataclass(frozen=True)
class Grid:
    """Text under the names of a header, the row of each as a person finds it, and what else there was.

    ``notes`` counts the rows above the header, ``aside`` names other parts of the file: neither is loaded.
    ``numbers`` says of columns that may be written in another way which cells are numbers of the file itself.
    ``written_here`` names the columns whose text the reader made of numbers and dates: those are tidy.
    """

    frame: pl.DataFrame
    rows: pl.Series
    notes: int = 0
    aside: tuple[str, ...] = ()
    written_here: frozenset[str] = frozenset()
    numbers: pl.DataFrame = field(default_factory=pl.DataFrame)
