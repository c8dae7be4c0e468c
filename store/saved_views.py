"""Saved views: a page with its filters under a name of one's own; never with a person or a case in it."""

import json
from collections.abc import Collection, Mapping

import sqlalchemy as sa

from store.errors import RefusedTextError, StoreError
from store.now import now
from store.opening import locked, reading, writing
from store.tables import saved_views
from store.texts import LONGEST_NAME, checked, refuse_persons

_LONGEST_FILTERS = 2000
_SAVING = 6_201_003


def save(
    engine: sa.Engine,
    owner: str,
    name: str,
    page: str,
    filters: Mapping[str, str],
    *,
    ids: Collection[str] = (),
    accepted: Collection[str] = (),
) -> int:
    """Save a page with filters (key in the address -> id) under a name, in place of one of that name; its id.

    `ids` are those of persons and cases. Raises RefusedTextError where the name or a filter holds one, or the
    name is too long.
    """
    plain = checked(name, ids, accepted)
    if len(plain) > LONGEST_NAME:
        raise RefusedTextError(f"the name has {len(plain)} characters; {LONGEST_NAME} fit", "long")
    for value in filters.values():
        refuse_persons(value, ids)
    held = json.dumps(dict(filters), sort_keys=True, ensure_ascii=False)
    if len(held) > _LONGEST_FILTERS:
        raise StoreError("these filters are too long to be saved")
    row = {"owner": owner, "name": plain, "page": page, "filters": held, "saved_at": now()}
    same = (saved_views.c.owner == owner, saved_views.c.name == plain)
    with writing(engine) as connection:
        locked(connection, _SAVING)
        connection.execute(sa.delete(saved_views).where(*same))
        return connection.execute(sa.insert(saved_views).values(row)).inserted_primary_key[0]


def of_owner(engine: sa.Engine, owner: str) -> list[dict]:
    """The views of one owner by name; `filters` as a dict."""
    asked = sa.select(saved_views).where(saved_views.c.owner == owner).order_by(saved_views.c.name)
    with reading(engine) as connection:
        rows = connection.execute(asked).mappings()
        return [dict(row) | {"filters": json.loads(row["filters"])} for row in rows]


def remove(engine: sa.Engine, owner: str, view_id: int) -> None:
    """Remove a view of one's own; nothing where there is none."""
    mine = (saved_views.c.id == view_id, saved_views.c.owner == owner)
    with writing(engine) as connection:
        connection.execute(sa.delete(saved_views).where(*mine))
