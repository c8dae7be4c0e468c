"""Notes of an office: dated, under a topic, short."""

from collections.abc import Collection

import sqlalchemy as sa

from store.codes import TOPICS, known
from store.errors import ChangedMeanwhileError
from store.now import now
from store.opening import reading, writing
from store.tables import notes
from store.texts import checked


def add(
    engine: sa.Engine,
    office_id: str,
    topic: str,
    text: str,
    author: str,
    *,
    ids: Collection[str] = (),
    accepted: Collection[str] = (),
) -> int:
    """Write a note; its id. Raises what `texts.checked` raises, and StoreError for an unknown topic."""
    row = {"office_id": office_id, "topic": known(topic, TOPICS), "text": checked(text, ids, accepted)}
    row |= {"author": author, "written_at": now()}
    with writing(engine) as connection:
        return connection.execute(sa.insert(notes).values(row)).inserted_primary_key[0]


def of_office(engine: sa.Engine, office_id: str) -> list[dict]:
    """The notes of an office that were not taken back, the newest first."""
    asked = sa.select(notes).where(notes.c.office_id == office_id, notes.c.removed_at.is_(None))
    with reading(engine) as connection:
        return [dict(row) for row in connection.execute(asked.order_by(notes.c.id.desc())).mappings()]


def take_back(engine: sa.Engine, note_id: int, author: str) -> None:
    """Take back a note of one's own. Raises ChangedMeanwhileError where there is no such note (any more)."""
    mine = (notes.c.id == note_id, notes.c.author == author, notes.c.removed_at.is_(None))
    with writing(engine) as connection:
        if not connection.execute(sa.update(notes).where(*mine).values(removed_at=now())).rowcount:
            raise ChangedMeanwhileError("there is no such note of yours")
