"""The access log as pages know it: where lines go, how often each page was shown; nothing without a store."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from dashboards.access import door
from warehouse import places

if TYPE_CHECKING:
    from store.access_log import AccessLog

DAYS = 28
Runs = tuple[tuple[date, str, int], ...]


class Told(NamedTuple):
    """What a page says of the log: for how long lines are kept, and the runs of each day and page."""

    keep_months: int
    runs: Runs


def log() -> "AccessLog | None":
    """The log of the store that the environment names; None where it names none. Raises StoreError."""
    place = places.store_place()
    if not place:
        return None
    # Only here, because the library of the store takes a second that nobody waits for without one.
    from store.access_log import log_at

    return log_at(place)


def is_kept() -> bool:
    """Whether the environment names a store."""
    return bool(places.store_place())


def told() -> Told | None:
    """What there is to say of the log, up to yesterday; None where none is kept.

    Of whole days alone: nobody sees who looks at this moment, and what a page says of it holds for a day.
    """
    kept = log()
    if kept is None:
        return None
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    return Told(kept.keep_months(), _runs(places.store_place(), yesterday))


def runs_shown(runs: Runs) -> pl.DataFrame:
    """One row per day and page, the latest day first; a small number and what would reveal it are hidden."""
    schema = {"used_on": pl.Date, "page": pl.String, "page_runs": pl.Int64}
    return door.small_numbers_hidden(pl.DataFrame(runs, schema=schema, orient="row"))


@lru_cache(maxsize=4)
def _runs(_place: str, until: date) -> Runs:
    kept = log()
    return tuple(kept.runs_by_day(until - timedelta(days=DAYS - 1), until)) if kept else ()
