"""Saved views."""

import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "0002", "0001", None, None


def upgrade() -> None:
    """From a store without saved views."""
    op.create_table(
        "saved_views",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("owner", sa.String(120), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("page", sa.String(60), nullable=False),
        sa.Column("filters", sa.String(2000), nullable=False),
        sa.Column("saved_at", sa.String(27), nullable=False),
        sa.UniqueConstraint("owner", "name", name="saved_views_by_name"),
    )
