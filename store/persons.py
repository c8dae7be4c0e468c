"""All that the store holds of one person: handed over, or erased."""

import sqlalchemy as sa

from store import settings
from store.access_log import marked
from store.chain import append
from store.codes import ERASED
from store.lines import Line, Who
from store.tables import access_log, actions, notes, objections, saved_views

# The columns that say who wrote something: table -> columns.
_WROTE = {
    notes: (notes.c.author,),
    objections: (objections.c.officer, objections.c.answered_by),
    actions: (actions.c.author, actions.c.done_by),
    saved_views: (saved_views.c.owner,),
}
# What is the person's own goes; of what others rely on, the name goes.
_OWN = {objections: objections.c.officer, saved_views: saved_views.c.owner}


def exported(connection: sa.Connection, person: str) -> dict[str, list[dict]]:
    """Every row by or about a person: table -> rows. `looked_at`: lines about who opened their figures."""
    held = {
        table.name: _rows(connection, sa.select(table).where(sa.or_(*(one == person for one in columns))))
        for table, columns in _WROTE.items()
    }
    mark = mark_of(connection, person)
    by, about = access_log.c.identity == person, access_log.c.filters.contains(mark, autoescape=True)
    every = sa.select(access_log).order_by(access_log.c.number)
    return held | {
        "access_log": _rows(connection, every.where(by)),
        "looked_at": _rows(connection, every.where(about)),
    }


def erased(connection: sa.Connection, person: str, who: Who) -> dict[str, int]:
    """Erase a person from what people wrote; table -> rows. The log stays until its time is over.

    Their objections and saved views are deleted; notes, actions and answers keep their text and lose the
    name. A line of the log says that it was done, with an opaque mark for the person.
    """
    found = {table.name: 0 for table in _WROTE}
    for table, column in _OWN.items():
        found[table.name] += connection.execute(sa.delete(table).where(column == person)).rowcount
    for table, columns in _WROTE.items():
        for column in columns:
            if table not in _OWN or column is not _OWN[table]:
                unnamed = sa.update(table).where(column == person).values({column.name: ERASED})
                found[table.name] += connection.execute(unnamed).rowcount
    say(connection, who, "erase", {"person": mark_of(connection, person)})
    return found


def mark_of(connection: sa.Connection, person: str) -> str:
    """What stands in the log for this person's id."""
    return marked(settings.opaque_key(connection), person)


def say(connection: sa.Connection, who: Who, command: str, filters: dict[str, str], export: str = "") -> None:
    """A line of the log about a command on the store, in the same transaction."""
    append(connection, [Line(who, f"store {command}", filters, export=export)])


def _rows(connection: sa.Connection, asked: sa.Select) -> list[dict]:
    return [dict(row) for row in connection.execute(asked).mappings()]
