"""What has happened, and what cannot have happened yet."""

import datetime as dt

import polars as pl

from ingest.checks.verdicts import breaches
from ingest.contract import Entity
from ingest.extracts.origins import LINE, UID

_PERIODS = (("period_start_on", "period_end_on"), ("cohort_start_on", "cohort_end_on"))


def fact_days(entity: Entity) -> dict[str, pl.Expr]:
    """The days on which facts of an entity happened, by the column that tells them.

    A published period is a fact once its last day is over; its end is the first day that no longer counts.
    So is a cohort. A contact that was held without a day of its own was held on the day it was planned for.
    """
    days = {column.name: pl.col(column.name) for column in entity.columns if column.is_fact}
    for start, end in _PERIODS:
        if {start, end} <= {column.name for column in entity.columns}:
            days[end] = pl.max_horizontal(start, pl.col(end) - pl.duration(days=1))
    if entity.name == "contacts":
        was_held = (pl.col("attendance") == "held") & pl.col("held_on").is_null()
        days["planned_on"] = pl.when(was_held).then(pl.col("planned_on"))
    return days


def facts_after(frame: pl.DataFrame, entity: Entity, days: dict[int, dt.date]) -> list[pl.DataFrame]:
    """Breaches of ``fact_after_as_of``: one frame per column that tells facts.

    ``days`` is the last day of the source of each line of the ledger.
    """
    if frame.is_empty():
        return []
    as_of = pl.lit(next(iter(days.values())))
    if len(set(days.values())) > 1:
        lines = pl.Series(list(days), dtype=pl.UInt32)
        as_of = pl.col(LINE).replace_strict(lines, pl.Series(list(days.values()), dtype=pl.Date))
    return [
        breaches(
            frame.lazy()
            .filter(day > as_of)
            .select(UID, rule=pl.lit("fact_after_as_of"), column_name=pl.lit(name))
            .collect()
        )
        for name, day in fact_days(entity).items()
    ]
