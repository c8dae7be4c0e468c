"""Builds one delivery under one policy for real and gives the published file."""

import os
from pathlib import Path
from unittest.mock import patch

import duckdb

from ingest.build import build
from ingest.order import Order
from ingest.progress import Progress
from tests.reference.folders import write_delivery, write_policy
from tests.reference.policy import Policy
from tests.reference.records import SIDE_BY_SIDE, Delivery

SIDE_BY_SIDE_VARIABLE = "MAATWERK_OFFICES_SIDE_BY_SIDE"


def published_file(folder: Path, delivery: Delivery, policy: Policy) -> Path:
    """Write the files into ``folder``, build them, and check that every delivered row was loaded."""
    order = Order(
        extracts=write_delivery(folder / "extracts", delivery),
        seeds=write_policy(folder / "seeds", policy),
        warehouse=folder / "warehouse",
        key=folder / "hashing.key",
    )
    # The models read it from the environment, as they would for an agency that sets it. Who sets nothing gets
    # the project as it was read for others: dbt reads it anew for every other setting, which takes seconds.
    set_by_agency = {SIDE_BY_SIDE_VARIABLE: str(delivery.offices_side_by_side)}
    with patch.dict(os.environ, {} if delivery.offices_side_by_side == SIDE_BY_SIDE else set_by_agency):
        published = build(order, Progress(is_silent=True))
    put_aside = quarantined_rows(published)
    assert not put_aside, f"the reference knows loaded rows only, {len(put_aside)} were not: {put_aside[:5]}"
    return published


def quarantined_rows(published: Path) -> list[tuple]:
    """Rows that the build put aside: entity, row, rule, column, value."""
    with duckdb.connect(str(published), read_only=True) as connection:
        return connection.execute(
            "select entity, row_number, rule, column_name, original_value from marts.fct_quarantine"
        ).fetchall()
