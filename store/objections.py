"""Objections: an officer says that a figure about the own work is not right, and the office head answers."""

from collections.abc import Collection
from datetime import date

import sqlalchemy as sa

from store.codes import ANSWERS, OPEN, REASONS, TAKEN_BACK, known
from store.errors import ChangedMeanwhileError
from store.now import now
from store.opening import reading, writing
from store.tables import objections
from store.texts import checked


def make(
    engine: sa.Engine,
    officer: str,
    figure: str,
    as_of: date,
    reason: str,
    text: str = "",
    *,
    ids: Collection[str] = (),
    accepted: Collection[str] = (),
) -> int:
    """Object to a figure of one's own as it was on a day; the objection's id. The reason may say it all.

    Raises what `texts.checked` raises, and StoreError for an unknown reason.
    """
    row = {"officer": officer, "figure": figure, "as_of": as_of.isoformat(), "status": OPEN, "made_at": now()}
    row |= {"reason": known(reason, REASONS), "text": checked(text, ids, accepted) if text.strip() else ""}
    with writing(engine) as connection:
        return connection.execute(sa.insert(objections).values(row)).inserted_primary_key[0]


def answer(
    engine: sa.Engine,
    objection_id: int,
    status: str,
    text: str,
    answered_by: str,
    *,
    ids: Collection[str] = (),
    accepted: Collection[str] = (),
) -> None:
    """Answer an objection, once. Raises ChangedMeanwhileError where it waits for none, or is not there."""
    row = {"status": known(status, ANSWERS), "answer": checked(text, ids, accepted)}
    row |= {"answered_by": answered_by, "answered_at": now()}
    is_open = (objections.c.id == objection_id, objections.c.status == OPEN)
    with writing(engine) as connection:
        if not connection.execute(sa.update(objections).where(*is_open).values(row)).rowcount:
            raise ChangedMeanwhileError("this objection waits for no answer any more")


def take_back(engine: sa.Engine, objection_id: int, officer: str) -> None:
    """Take back an objection of one's own that waits for an answer; its text goes, the reason stays.

    Raises ChangedMeanwhileError where it was answered or taken back before, or is not there.
    """
    row = {"status": TAKEN_BACK, "text": "", "taken_back_at": now()}
    mine = (objections.c.id == objection_id, objections.c.officer == officer, objections.c.status == OPEN)
    with writing(engine) as connection:
        if not connection.execute(sa.update(objections).where(*mine).values(row)).rowcount:
            raise ChangedMeanwhileError("there is no such objection of yours that waits for an answer")


def of_officer(engine: sa.Engine, officer: str) -> list[dict]:
    """The objections of one officer with their answers, the newest first."""
    asked = sa.select(objections).where(objections.c.officer == officer).order_by(objections.c.id.desc())
    with reading(engine) as connection:
        return [dict(row) for row in connection.execute(asked).mappings()]


def of_officers(engine: sa.Engine, officers: Collection[str]) -> list[dict]:
    """The objections of these officers with their answers: open ones first, and the newest first."""
    asked = sa.select(objections).where(objections.c.officer.in_(sorted(officers)))
    with reading(engine) as connection:
        rows = connection.execute(asked.order_by(objections.c.id.desc())).mappings()
        return sorted((dict(row) for row in rows), key=lambda row: row["status"] != OPEN)
