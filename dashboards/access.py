"""Who may see which rows: small numbers are hidden, people are never ranked.

Both rules are applied where a table or a download leaves for the browser (`components.tables`), so that a
page cannot forget them: a hidden column would still reach the reader.
"""

import polars as pl

# Common practice inside a service (5) and for the public (10); no statute seen. An assumption.
SMALLEST_SHOWN = 5
PERSONAL_ATTRIBUTES = frozenset({"sex", "age_band", "municipality", "person_category"})
NEVER_SHOWN = frozenset({"person_id", "household_id"})
HIDDEN_MARK = "is_small_number_hidden"


def for_screen(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame as it may leave for the browser: no person keys, people in order, small numbers hidden."""
    kept = frame.drop([name for name in frame.columns if name in NEVER_SHOWN])
    if "officer_id" in kept.columns:
        kept = kept.sort("officer_id")
    if PERSONAL_ATTRIBUTES.intersection(kept.columns):
        kept = small_numbers_hidden(kept)
    return kept


def is_of_few(posts: pl.Series) -> bool:
    """Whether these full-time posts, one figure per period, are anywhere those of fewer than five people.

    Their capacity per week would show when one of them is away. Nobody holds more than one full-time post,
    so five posts are five people at least; nowhere a post is nobody, not few.
    """
    known = posts.drop_nulls()
    return bool(len(known)) and known.max() > 0 and known.min() < SMALLEST_SHOWN


def is_of_people(frame: pl.DataFrame) -> bool:
    """Whether a row of this frame is an officer: then the reader must not be able to sort it."""
    return "officer_id" in frame.columns


def small_numbers_hidden(frame: pl.DataFrame, smallest: int = SMALLEST_SHOWN) -> pl.DataFrame:
    """Counts between 0 and `smallest` become null, and with them the next smallest of the same column.

    Counts are the columns that end in `_cases` or `_cases_avg`; all other figures of a hidden row go too.
    The second one hidden keeps a total from giving the first back. Adds `is_small_number_hidden`.
    """
    counts = [name for name in frame.columns if name.endswith(("_cases", "_cases_avg"))]
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
