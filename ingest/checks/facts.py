"""What has happened, and the day up to which a warehouse knows: ``as_of``."""

import datetime as dt

import polars as pl

from ingest.checks.verdicts import breaches
from ingest.contract import Entity
from ingest.extracts.origins import UID


def fact_days(entity: Entity) -> dict[str, pl.Expr]:
    """The days on which facts of an entity happened, by the column that tells them.

    A published period is a fact once its last day is over; its end is the first day that no longer counts.
    """
    days = {column.name: pl.col(column.name) for column in entity.columns if column.is_fact}
    if entity.name == "published_figures":
        last_day = pl.col("period_end_on") - pl.duration(days=1)
        days["period_end_on"] = pl.max_horizontal("period_start_on", last_day)
    return days


def latest_fact(frames: dict[Entity, pl.DataFrame]) -> dt.date | None:
    """The latest day on which anything in the frames happened, None where nothing did."""
    days = [
        frame.select(day.max()).item()
        for entity, frame in frames.items()
        for day in fact_days(entity).values()
    ]
    return max((day for day in days if day is not None), default=None)


def facts_after(frame: pl.DataFrame, entity: Entity, as_of: dt.date) -> list[pl.DataFrame]:
    """Breaches of ``fact_after_as_of``: one frame per column that tells facts."""
    return [
        breaches(
            frame.lazy()
            .filter(day > as_of)
            .select(UID, rule=pl.lit("fact_after_as_of"), column_name=pl.lit(name))
            .collect()
        )
        for name, day in fact_days(entity).items()
    ]
