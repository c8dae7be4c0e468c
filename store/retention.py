"""What is older than the one setting allows is removed; the chain of the log says so and stays provable."""

from datetime import UTC, datetime

import sqlalchemy as sa

from store import settings
from store.chain import CLOSING_PAGE, append, closing_filters
from store.lines import Line, Who, moment
from store.opening import CHAIN, locked
from store.tables import access_log, actions, log_closings, notes, objections

_DAYS_OF_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def remove_old(connection: sa.Connection, who: Who, now: datetime | None = None) -> dict[str, int]:
    """Remove what is older than the setting, in this transaction; table -> rows removed.

    Of the log the oldest lines, up to the first that is kept; a line at its end says which, with the hash of
    the last. Of notes, objections and actions those that are settled: an open one stays, however old.
    """
    now = now or datetime.now(UTC)
    before = moment(months_before(now, settings.keep_months(connection)))
    removed = {"access_log": _remove_lines(connection, who, before, now)}
    settled = {
        "notes": (notes, notes.c.written_at < before),
        "objections": (
            objections,
            sa.func.coalesce(objections.c.answered_at, objections.c.taken_back_at) < before,
        ),
        "actions": (actions, actions.c.done_at < before),
    }
    for name, (table, is_old) in settled.items():
        removed[name] = connection.execute(sa.delete(table).where(is_old)).rowcount
    return removed


def months_before(when: datetime, months: int) -> datetime:
    """The same day and hour that many months ago; the last day of February for one that it does not have."""
    year, month = divmod(when.year * 12 + when.month - 1 - months, 12)
    longest = _DAYS_OF_MONTHS[month] + (month == 1 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return when.replace(year=year, month=month + 1, day=min(when.day, longest))


def _remove_lines(connection: sa.Connection, who: Who, before: str, now: datetime) -> int:
    locked(connection, CHAIN)
    number = access_log.c.number
    first, newest = connection.execute(sa.select(sa.func.min(number), sa.func.max(number))).one()
    if first is None:
        return 0
    # Lines of several processes can be a little out of order: only what lies wholly before goes.
    kept_from = connection.execute(sa.select(sa.func.min(number)).where(access_log.c.at >= before)).scalar()
    last = newest if kept_from is None else kept_from - 1
    if last < first:
        return 0
    last_hash = connection.execute(sa.select(access_log.c.hash).where(number == last)).scalar()
    said = Line(who, CLOSING_PAGE, closing_filters(first, last, last_hash), rows=last - first + 1, at=now)
    (said_by,) = append(connection, [said])
    closing = {"said_by_number": said_by, "first_number": first, "last_number": last, "last_hash": last_hash}
    connection.execute(sa.insert(log_closings).values(closing))
    return connection.execute(sa.delete(access_log).where(number <= last)).rowcount
