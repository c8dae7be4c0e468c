"""Up to which day each source knows: what it stated, else the latest fact that it delivered."""

import datetime as dt
from dataclasses import dataclass

import polars as pl

from ingest.checks.facts import fact_days
from ingest.contract import ENTITIES
from ingest.extracts.delivery import Delivery
from ingest.extracts.origins import LINE, ROW_NUMBER


@dataclass(frozen=True)
class Place:
    """Where a value is: a line of the ledger, the row as a person finds it, the column."""

    line: int
    row: int
    column: str


@dataclass(frozen=True)
class SourceDay:
    """The last day of a source; ``rests_on`` where one row alone says so, with the day without it."""

    as_of: dt.date
    is_stated: bool
    rests_on: Place | None = None
    without_it: dt.date | None = None


def stated_days(deliveries: list[Delivery]) -> dict[str, SourceDay]:
    """The latest day that the deliveries of each source state; stated only where the last of them does.

    A source that states none begins with the first day of the calendar.
    """
    days: dict[str, SourceDay] = {}
    for delivery in deliveries:
        before = days.get(delivery.source_system, SourceDay(dt.date.min, False))
        stated = delivery.as_of or dt.date.min
        days[delivery.source_system] = SourceDay(max(before.as_of, stated), delivery.as_of is not None)
    return days


def derived_day(
    stated: SourceDay, loaded: dict[str, pl.DataFrame], lines: list[int], today: dt.date
) -> SourceDay:
    """The latest fact in the rows of these lines, not before what was stated earlier, not after today."""
    fact = latest_fact(loaded, lines)
    if fact is None:
        return SourceDay(stated.as_of if stated.as_of > dt.date.min else today, is_stated=False)
    if fact.as_of <= stated.as_of:
        return SourceDay(stated.as_of, is_stated=False)
    return SourceDay(min(fact.as_of, today), False, fact.rests_on, fact.without_it)


def latest_fact(loaded: dict[str, pl.DataFrame], lines: list[int]) -> SourceDay | None:
    """The latest day on which anything in these rows happened, and whether one row alone says so."""
    two_latest = [
        rows.lazy()
        .filter(pl.col(LINE).is_in(lines))
        .select(LINE, ROW_NUMBER, column=pl.lit(name), day=day)
        .drop_nulls("day")
        .top_k(2, by="day")
        for entity, rows in loaded.items()
        for name, day in fact_days(ENTITIES[entity]).items()
    ]
    found = pl.concat(pl.collect_all(two_latest)).sort("day", descending=True)
    if found.is_empty():
        return None
    line, row, column, day = found.row(0)
    others = found.filter((pl.col(LINE) != line) | (pl.col(ROW_NUMBER) != row))["day"]
    without_it = others.max()
    if without_it == day:
        return SourceDay(day, is_stated=False)
    return SourceDay(day, False, Place(line, row, column), without_it)


def first_ending(cases: pl.DataFrame) -> SourceDay | None:
    """The first ending, from whose month the figures tell the whole story, and the row if it is one alone."""
    two_first = (
        cases.lazy()
        .select(LINE, ROW_NUMBER, day="ended_on")
        .drop_nulls("day")
        .bottom_k(2, by="day")
        .collect()
    ).sort("day")
    if two_first.is_empty():
        return None
    line, row, day = two_first.row(0)
    if two_first.height < 2 or _month(two_first["day"][1]) > _month(day):
        without_it = two_first["day"][1] if two_first.height > 1 else None
        return SourceDay(day, False, Place(line, row, "ended_on"), without_it)
    return SourceDay(day, is_stated=False)


def _month(day: dt.date) -> dt.date:
    return day.replace(day=1)
