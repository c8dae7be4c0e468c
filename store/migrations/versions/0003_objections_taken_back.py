"""When an objection was taken back."""

import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "0003", "0002", None, None


def upgrade() -> None:
    """From a store in which an objection waited until it was answered."""
    op.add_column("objections", sa.Column("taken_back_at", sa.String(27), nullable=True))
