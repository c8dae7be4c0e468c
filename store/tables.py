"""The tables of the store as they are now; `migrations` makes them. Moments are UTC texts, days ISO texts."""

import sqlalchemy as sa

metadata = sa.MetaData()
_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _text(name: str, longest: int, *, is_optional: bool = False) -> sa.Column:
    return sa.Column(name, sa.String(longest), nullable=is_optional)


def _moment(name: str, *, is_optional: bool = False) -> sa.Column:
    return _text(name, 27, is_optional=is_optional)


# Append-only: triggers refuse every change, and every removal that no closing covers.
access_log = sa.Table(
    "access_log",
    metadata,
    sa.Column("number", _BIG, primary_key=True, autoincrement=False),
    _moment("at"),
    _text("identity", 120),
    _text("role", 40),
    _text("page", 60),
    _text("filters", 2000),
    sa.Column("row_count", sa.Integer, nullable=True),
    _text("export", 20),
    _text("purpose", 120),
    _text("hash_before", 64),
    _text("hash", 64),
)
# Which lines retention removed: from where to where, the hash of the last, and the line that says so.
log_closings = sa.Table(
    "log_closings",
    metadata,
    sa.Column("said_by_number", _BIG, primary_key=True, autoincrement=False),
    sa.Column("first_number", _BIG, nullable=False),
    sa.Column("last_number", _BIG, nullable=False),
    _text("last_hash", 64),
)
settings = sa.Table(
    "settings", metadata, sa.Column("name", sa.String(40), primary_key=True), _text("value", 200)
)
notes = sa.Table(
    "notes",
    metadata,
    sa.Column("id", _BIG, primary_key=True),
    _text("office_id", 60),
    _text("topic", 40),
    _text("text", 500),
    _text("author", 120),
    _moment("written_at"),
    _moment("removed_at", is_optional=True),
)
objections = sa.Table(
    "objections",
    metadata,
    sa.Column("id", _BIG, primary_key=True),
    _text("officer", 120),
    _text("figure", 60),
    _text("as_of", 10),
    _text("reason", 40),
    _text("text", 500),
    _text("status", 20),
    _moment("made_at"),
    _text("answer", 500, is_optional=True),
    _text("answered_by", 120, is_optional=True),
    _moment("answered_at", is_optional=True),
    _moment("taken_back_at", is_optional=True),
)
actions = sa.Table(
    "actions",
    metadata,
    sa.Column("id", _BIG, primary_key=True),
    _text("office_id", 60),
    _text("text", 500),
    _text("due_on", 10),
    _text("author", 120),
    _moment("written_at"),
    _text("done_by", 120, is_optional=True),
    _moment("done_at", is_optional=True),
)
saved_views = sa.Table(
    "saved_views",
    metadata,
    sa.Column("id", _BIG, primary_key=True),
    _text("owner", 120),
    _text("name", 80),
    _text("page", 60),
    _text("filters", 2000),
    _moment("saved_at"),
    sa.UniqueConstraint("owner", "name", name="saved_views_by_name"),
)
