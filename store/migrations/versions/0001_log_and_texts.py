"""The access log with its triggers, and notes, objections and actions."""

import secrets

import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "0001", None, None, None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_REMOVED_BY_A_CLOSING = (
    "exists (select 1 from log_closings where old.number between first_number and last_number)"
)


def upgrade() -> None:
    """From an empty database."""
    op.create_table(
        "access_log",
        sa.Column("number", _BIG, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("identity", sa.String(120), nullable=False),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("page", sa.String(60), nullable=False),
        sa.Column("filters", sa.String(2000), nullable=False),
        sa.Column("row_count", sa.Integer, nullable=True),
        sa.Column("export", sa.String(20), nullable=False),
        sa.Column("purpose", sa.String(120), nullable=False),
        sa.Column("hash_before", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_table(
        "log_closings",
        sa.Column("said_by_number", _BIG, primary_key=True, autoincrement=False),
        sa.Column("first_number", _BIG, nullable=False),
        sa.Column("last_number", _BIG, nullable=False),
        sa.Column("last_hash", sa.String(64), nullable=False),
    )
    settings = op.create_table(
        "settings",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("value", sa.String(200), nullable=False),
    )
    op.bulk_insert(settings, [{"name": "opaque_key", "value": secrets.token_hex(32)}])
    op.create_table(
        "notes",
        sa.Column("id", _BIG, primary_key=True),
        sa.Column("office_id", sa.String(60), nullable=False),
        sa.Column("topic", sa.String(40), nullable=False),
        sa.Column("text", sa.String(500), nullable=False),
        sa.Column("author", sa.String(120), nullable=False),
        sa.Column("written_at", sa.String(27), nullable=False),
        sa.Column("removed_at", sa.String(27), nullable=True),
    )
    op.create_table(
        "objections",
        sa.Column("id", _BIG, primary_key=True),
        sa.Column("officer", sa.String(120), nullable=False),
        sa.Column("figure", sa.String(60), nullable=False),
        sa.Column("as_of", sa.String(10), nullable=False),
        sa.Column("reason", sa.String(40), nullable=False),
        sa.Column("text", sa.String(500), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("made_at", sa.String(27), nullable=False),
        sa.Column("answer", sa.String(500), nullable=True),
        sa.Column("answered_by", sa.String(120), nullable=True),
        sa.Column("answered_at", sa.String(27), nullable=True),
    )
    op.create_table(
        "actions",
        sa.Column("id", _BIG, primary_key=True),
        sa.Column("office_id", sa.String(60), nullable=False),
        sa.Column("text", sa.String(500), nullable=False),
        sa.Column("due_on", sa.String(10), nullable=False),
        sa.Column("author", sa.String(120), nullable=False),
        sa.Column("written_at", sa.String(27), nullable=False),
        sa.Column("done_by", sa.String(120), nullable=True),
        sa.Column("done_at", sa.String(27), nullable=True),
    )
    for statement in _guards(op.get_bind().dialect.name):
        op.execute(statement)


def _guards(engine: str) -> list[str]:
    return _sqlite_guards() if engine == "sqlite" else _postgresql_guards()


def _sqlite_guards() -> list[str]:
    refuse = "begin select raise(abort, 'the access log is append-only'); end"
    newest = "new.number <= (select max(number) from access_log)"
    return [
        f"create trigger access_log_update before update on access_log {refuse}",
        "create trigger access_log_delete before delete on access_log"
        f" when not {_REMOVED_BY_A_CLOSING} {refuse}",
        # "insert or replace" would remove a line without asking the trigger above
        f"create trigger access_log_insert before insert on access_log when {newest} {refuse}",
        f"create trigger log_closings_update before update on log_closings {refuse}",
        f"create trigger log_closings_delete before delete on log_closings {refuse}",
        f"create trigger log_closings_insert before insert on log_closings when exists"
        f" (select 1 from log_closings where said_by_number = new.said_by_number) {refuse}",
    ]


def _postgresql_guards() -> list[str]:
    refuse = "raise exception 'the access log is append-only';"
    function = "returns trigger language plpgsql as $$ begin"
    return [
        f"create function access_log_refuse() {function} {refuse} end $$",
        f"create function access_log_removal() {function} if {_REMOVED_BY_A_CLOSING} then return old; end if;"
        f" {refuse} end $$",
        "create trigger access_log_update before update on access_log"
        " for each row execute function access_log_refuse()",
        "create trigger access_log_delete before delete on access_log"
        " for each row execute function access_log_removal()",
        "create trigger access_log_truncate before truncate on access_log"
        " for each statement execute function access_log_refuse()",
        "create trigger log_closings_change before update or delete on log_closings"
        " for each row execute function access_log_refuse()",
        "create trigger log_closings_truncate before truncate on log_closings"
        " for each statement execute function access_log_refuse()",
    ]
