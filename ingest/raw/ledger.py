"""The ledger of a build: one line per delivery, file and entity, and where its rows went."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

import polars as pl

from ingest.extracts.delivery import Delivery

# The number of the ledger line that brought a row.
LOAD = "_load"

LOADS_SCHEMA = {
    "delivery": pl.String,
    "source_system": pl.String,
    "kind": pl.String,
    "file": pl.String,
    "file_hash": pl.String,
    "entity": pl.String,
    "status": pl.String,
    "rows_delivered": pl.Int64,
    "rows_loaded": pl.Int64,
    "rows_quarantined": pl.Int64,
    "rows_left_out": pl.Int64,
    "rows_superseded": pl.Int64,
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
class Load:
    """One file of one delivery read as one entity (``entity`` empty: the file was ignored)."""

    number: int
    delivery: Delivery
    file: str
    file_hash: str = ""
    entity: str = ""
    rows_delivered: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0


def loads_table(
    loads: list[Load], quarantined: Counter[int], superseded: Counter[int], loaded_at: dt.datetime
) -> pl.DataFrame:
    """One row per load: delivered = loaded + quarantined + left out, superseded being part of loaded."""
    rows = [
        {
            "delivery": load.delivery.name,
            "source_system": load.delivery.source_system,
            "kind": load.delivery.kind,
            "file": load.file,
            "file_hash": load.file_hash,
            "entity": load.entity,
            "status": "loaded" if load.entity else "ignored",
            "rows_delivered": load.rows_delivered,
            "rows_loaded": load.rows_delivered - quarantined[load.number] - load.left_out.total(),
            "rows_quarantined": quarantined[load.number],
            "rows_left_out": load.left_out.total(),
            "rows_superseded": superseded[load.number],
            "seconds": load.seconds,
            "loaded_at": loaded_at,
        }
        for load in loads
    ]
    return pl.DataFrame(rows, schema=LOADS_SCHEMA)


def left_out_table(loads: list[Load]) -> pl.DataFrame:
    """One row per load and rule of the mapping that left rows out."""
    rows = [
        (load.delivery.name, load.file, load.entity, rule, count)
        for load in loads
        for rule, count in sorted(load.left_out.items())
    ]
    return pl.DataFrame(rows, schema=LEFT_OUT_SCHEMA, orient="row")


def rows_by_load(frame: pl.DataFrame) -> Counter[int]:
    """How many rows of a frame each load brought."""
    return Counter(dict(frame.group_by(LOAD).len().iter_rows()))
