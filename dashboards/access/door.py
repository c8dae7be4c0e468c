"""The door: what every answer of the warehouse passes before a page gets it.

Small numbers are hidden, people are in a fixed order, keys of people stay inside. A page cannot forget it,
and what is hidden cannot reach a reader in a column that is not shown.
"""

import re

import polars as pl

# Common practice inside a service (5) and for the public (10); no statute seen. An assumption.
SMALLEST_SHOWN = 5
PERSONAL_ATTRIBUTES = frozenset({"sex", "age_band", "municipality", "person_category"})
# How the names of counts end that can be small.
_COUNTS = ("_cases", "_cases_avg", "_runs")
NEVER_SHOWN = frozenset({"person_id", "household_id"})
HIDDEN_MARK = "is_small_number_hidden"
# Counts of cases and of people, also as means, at an end, or over twelve months. Posts to fill are of nobody.
_COUNT = re.compile(r"(.*_)?(cases|people|officers)(_(avg|end|over|over_now|12_months))*")


def cleared(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame as a page may have it: no person keys, people in order, small numbers hidden."""
    kept = frame.drop([name for name in frame.columns if name in NEVER_SHOWN])
    if "officer_id" in kept.columns:
        kept = kept.sort("officer_id", maintain_order=True)
    if PERSONAL_ATTRIBUTES.intersection(kept.columns):
        kept = small_numbers_hidden(kept)
    return kept


def is_of_people(frame: pl.DataFrame) -> bool:
    """Whether a row of this frame is an officer: then the reader must not be able to sort it."""
    return "officer_id" in frame.columns


def has_count_below(frame: pl.DataFrame, smallest: int) -> bool:
    """Whether any count of cases or people in the frame is more than 0 and less than `smallest`."""
    named = (name for name, kind in frame.schema.items() if kind.is_numeric() and _COUNT.fullmatch(name))
    counts = [frame[name] for name in named]
    return any(((one > 0) & (one < smallest)).any() for one in counts)


def small_numbers_hidden(frame: pl.DataFrame, smallest: int = SMALLEST_SHOWN) -> pl.DataFrame:
    """Counts between 0 and `smallest` become null, and with them the next smallest of the same column.

    Counts are the columns that end in `_cases`, `_cases_avg` or `_runs`; all other figures of a hidden
    row go too. The second one hidden keeps a total from giving the first back. Adds `is_small_number_hidden`.
    """
    counts = [name for name in frame.columns if name.endswith(_COUNTS)]
    hidden = [_hidden_rows(frame[name], smallest) for name in counts]
    mark = pl.any_horizontal(hidden).alias(HIDDEN_MARK) if hidden else pl.lit(False).alias(HIDDEN_MARK)
    figures = [name for name, kind in frame.schema.items() if kind.is_numeric()]
    marked = frame.with_columns(mark)
    return marked.with_columns(
        pl.when(pl.col(HIDDEN_MARK)).then(None).otherwise(pl.col(name)).alias(name) for name in figures
    )


def _hidden_rows(counts: pl.Series, smallest: int) -> pl.Series:
    small = (counts > 0) & (counts < smallest)
    if small.sum() == 1:
        others = counts.filter(~small & (counts > 0))
        if len(others):
            next_smallest = (~small & (counts == others.min())).arg_true()[0]
            small[int(next_smallest)] = True
    return small.fill_null(False)
