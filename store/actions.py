"""Actions of an office: what is to be done, by when, and by whom it was."""

from collections.abc import Collection
from datetime import date

import sqlalchemy as sa

from store.errors import ChangedMeanwhileError
from store.now import now
from store.opening import reading, writing
from store.tables import actions
from store.texts import checked


def add(
    engine: sa.Engine,
    office_id: str,
    text: str,
    due_on: date,
    author: str,
    *,
    ids: Collection[str] = (),
    accepted: Collection[str] = (),
) -> int:
    """Write an action; its id. Raises what `texts.checked` raises."""
    row = {"office_id": office_id, "text": checked(text, ids, accepted), "due_on": due_on.isoformat()}
    row |= {"author": author, "written_at": now()}
    with writing(engine) as connection:
        return connection.execute(sa.insert(actions).values(row)).inserted_primary_key[0]


def done(engine: sa.Engine, action_id: int, by: str) -> None:
    """Say that an action is done. Raises ChangedMeanwhileError where it was done before, or is not there."""
    is_open = (actions.c.id == action_id, actions.c.done_at.is_(None))
    with writing(engine) as connection:
        changed = connection.execute(sa.update(actions).where(*is_open).values(done_by=by, done_at=now()))
        if not changed.rowcount:
            raise ChangedMeanwhileError("this action was done already")


def of_office(engine: sa.Engine, office_id: str) -> list[dict]:
    """The actions of an office: open ones by the day they are due, then those that are done."""
    asked = sa.select(actions).where(actions.c.office_id == office_id)
    with reading(engine) as connection:
        rows = connection.execute(asked.order_by(actions.c.due_on, actions.c.id)).mappings()
        return sorted((dict(row) for row in rows), key=lambda row: row["done_at"] is not None)
