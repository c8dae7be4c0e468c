"""The settings of a store, kept in it so that pages and commands read the same."""

import sqlalchemy as sa

from store.errors import StoreError
from store.tables import settings

# An assumption: no statute was found that sets one. An agency sets its own with `python -m store keep`.
USUAL_MONTHS = 24
MOST_MONTHS = 240
_MONTHS, _KEY = "keep_months", "opaque_key"


def keep_months(connection: sa.Connection) -> int:
    """For how many months the log and what is settled are kept."""
    return int(_value(connection, _MONTHS) or USUAL_MONTHS)


def set_keep_months(connection: sa.Connection, months: int) -> None:
    """Change for how long all is kept. Raises StoreError for less than a month or over twenty years."""
    if not 1 <= months <= MOST_MONTHS:
        raise StoreError(f"lines are kept for 1 to {MOST_MONTHS} months, not {months}")
    connection.execute(sa.delete(settings).where(settings.c.name == _MONTHS))
    connection.execute(sa.insert(settings).values(name=_MONTHS, value=str(months)))


def opaque_key(connection: sa.Connection) -> bytes:
    """The key by which ids of persons and cases become opaque marks; of this store alone."""
    return bytes.fromhex(_value(connection, _KEY) or "")


def _value(connection: sa.Connection, name: str) -> str | None:
    return connection.execute(sa.select(settings.c.value).where(settings.c.name == name)).scalar()
