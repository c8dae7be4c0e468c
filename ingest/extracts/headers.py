"""Column names as a file gives them: each filled, each once."""

from collections import Counter

import polars as pl

from ingest.errors import BadInputError


def with_header(frame: pl.DataFrame, header: list[str], file: str) -> pl.DataFrame:
    """The frame under the names of ``header``; BadInputError on a repeated or a missing name.

    Spreadsheets export empty columns at the right edge: a nameless column without values is dropped.
    """
    names = [(name or "").strip() for name in header]
    if not any(names):
        raise BadInputError("an empty file", "Deliver it with a header row.", file=file)
    for name, times in Counter(names).items():
        if name and times > 1:
            way_out = "Give every column a name of its own."
            raise BadInputError("a column that stands twice", way_out, file=file, column=name)
    places = dict(zip(frame.columns, names, strict=True))
    for place, name in places.items():
        if not name and _is_filled(frame[place]):
            raise BadInputError("a column without a name", "Name every column in the header.", file=file)
    return frame.select(pl.col(place).alias(name) for place, name in places.items() if name)


def _is_filled(values: pl.Series) -> bool:
    return bool((values.fill_null("").str.strip_chars() != "").any())
