"""What sources and editions there are, and in which order."""

import polars as pl

from ingest.checks.source_days import SourceDay
from ingest.extracts.natural_order import natural_key
from ingest.raw.ledger import LedgerLine

_SOURCES = {
    "source_system": pl.String,
    "as_of": pl.Date,
    "is_as_of_stated": pl.Boolean,
    "deliveries": pl.Int64,
    "last_delivery": pl.String,
    "as_of_file": pl.String,
    "as_of_row": pl.Int64,
    "as_of_column": pl.String,
}
VERSION_BEFORE = {"build_id": pl.String, "file": pl.String, "as_of": pl.Date, "is_accepted": pl.Boolean}
FIGURES_BEFORE = {
    "figure": pl.String,
    "part": pl.String,
    "unit": pl.String,
    "amount": pl.Float64,
    "counted": pl.Int64,
}


def sources_table(sources: dict[str, SourceDay], lines: list[LedgerLine]) -> pl.DataFrame:
    """One row per source: its last day, and the one row that says so where no other does."""
    by_number = {line.number: line for line in lines}
    rows = []
    for source, day in sources.items():
        own = list(
            dict.fromkeys(line.delivery.name for line in lines if line.delivery.source_system == source)
        )
        place = day.rests_on
        where = (by_number[place.line].file, place.row, place.column) if place else (None, None, None)
        rows.append((source, day.as_of, day.is_stated, len(own), own[-1], *where))
    return pl.DataFrame(rows, schema=_SOURCES, orient="row")


def editions_table(figures: pl.DataFrame) -> pl.DataFrame:
    """One row per edition of published figures, with its place from old to new."""
    editions = sorted(figures["edition"].drop_nulls().unique(), key=natural_key)
    places = {"edition": editions, "edition_order": list(range(1, len(editions) + 1))}
    return pl.DataFrame(places, schema={"edition": pl.String, "edition_order": pl.Int64})
