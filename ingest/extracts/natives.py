"""Which cells of a file hold a number of their own, and which a text that looks like one."""

import polars as pl

# Beside a column, whether each of its cells is a number of the file itself (boolean).
NATIVE_SUFFIX = "__native"


def with_native_cells(texts: pl.DataFrame, numbers: pl.DataFrame, names: list[str]) -> pl.DataFrame:
    """The text frame of a file and, for each column in ``names``, which cells are numbers of the file.

    ``numbers`` are the flags that the reader of the file gave; what it says nothing of is text.
    """
    flags = [
        (numbers[name] if name in numbers.columns else pl.lit(False)).alias(name + NATIVE_SUFFIX)
        for name in names
        if name in texts.columns
    ]
    return texts.with_columns(flags)
