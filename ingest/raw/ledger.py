"""The ledger of a build: one line per delivery, file and entity, and where its rows went."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

import polars as pl

from ingest.extracts.delivery import Delivery
from ingest.extracts.origins import LINE

LOADS_SCHEMA = {
    "delivery": pl.String,
    "source_system": pl.String,
    "kind": pl.String,
    "as_of": pl.Date,
    "file": pl.String,
    "file_hash": pl.String,
    "entity": pl.String,
    "status": pl.String,
    "rows_delivered": pl.Int64,
    "rows_loaded": pl.Int64,
    "rows_quarantined": pl.Int64,
    "rows_left_out": pl.Int64,
    "rows_superseded": pl.Int64,
    "not_loaded": pl.String,
    "seconds": pl.Float64,
    "loaded_at": pl.Datetime("us"),
}
LEFT_OUT_SCHEMA = {
    "delivery": pl.String,
    "file": pl.String,
    "entity": pl.String,
    "rule": pl.String,
    "rows": pl.Int64,
}


@dataclass
class LedgerLine:
    """One file of one delivery read as one entity (``entity`` empty: the file was ignored).

    ``aside`` names what else the file holds that is not loaded: columns, sheets, rows above the header;
    ``columns_lacking`` the columns of the entity that it does not hold.
    """

    number: int
    delivery: Delivery
    file: str
    file_hash: str = ""
    entity: str = ""
    rows_delivered: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    aside: list[str] = field(default_factory=list)
    columns_lacking: frozenset[str] = frozenset()
    seconds: float = 0.0


def loads_table(
    lines: list[LedgerLine], quarantined: Counter[int], superseded: Counter[int], loaded_at: dt.datetime
) -> pl.DataFrame:
    """One row per line: delivered = loaded + quarantined + left out, superseded being part of loaded."""
    rows = [
        {
            "delivery": line.delivery.name,
            "source_system": line.delivery.source_system,
            "kind": line.delivery.kind,
            "as_of": line.delivery.as_of,
            "file": line.file,
            "file_hash": line.file_hash,
            "entity": line.entity,
            "status": "loaded" if line.entity else "ignored",
            "rows_delivered": line.rows_delivered,
            "rows_loaded": line.rows_delivered - quarantined[line.number] - line.left_out.total(),
            "rows_quarantined": quarantined[line.number],
            "rows_left_out": line.left_out.total(),
            "rows_superseded": superseded[line.number],
            "not_loaded": "; ".join(line.aside) or None,
            "seconds": line.seconds,
            "loaded_at": loaded_at,
        }
        for line in lines
    ]
    return pl.DataFrame(rows, schema=LOADS_SCHEMA)


def left_out_table(lines: list[LedgerLine]) -> pl.DataFrame:
    """One row per line and rule of the mapping that left rows out."""
    rows = [
        (line.delivery.name, line.file, line.entity, rule, count)
        for line in lines
        for rule, count in sorted(line.left_out.items())
    ]
    return pl.DataFrame(rows, schema=LEFT_OUT_SCHEMA, orient="row")


def rows_by_line(frame: pl.DataFrame) -> Counter[int]:
    """How many rows of a frame each line brought."""
    return Counter(dict(frame.group_by(LINE).len().iter_rows()))
