"""Broken deliveries through the whole command: no traceback, and no row without an account.

Loading alone is tried with more of them, in ``tests/ingest/test_mutated_deliveries.py``.
"""

from collections import Counter
from pathlib import Path

import pytest

from tests.ingest.mutating import mutated_delivery
from tests.inputs.published import asking, build_command

# Models take some ten seconds a build, and about half of these deliveries load.
DELIVERIES, PARTS = 100, 10


@pytest.mark.deep
@pytest.mark.parametrize("part", range(PARTS))
def test_a_mutated_delivery_ends_with_a_sentence_and_a_status(part: int, tmp_path: Path, capsys) -> None:
    ends: Counter[int] = Counter()
    for seed in range(part, DELIVERIES, PARTS):
        delivery = mutated_delivery(tmp_path / f"delivery {seed}", seed)
        warehouse = tmp_path / f"warehouse {seed}"
        outcome = build_command(capsys, extracts=delivery, warehouse=warehouse, key=tmp_path / "key")
        assert "Traceback" not in outcome.said, seed
        assert outcome.status in (0, 1, 2), (seed, outcome.message)
        ends[outcome.status] += 1
        if outcome.status == 0:
            rows = asking(warehouse)
            unaccounted = "rows_delivered <> rows_loaded + rows_quarantined + rows_left_out"
            assert rows(f"select file from marts.fct_loads where {unaccounted}") == [], seed  # noqa: S608
        else:
            assert outcome.message, seed
            assert not list(warehouse.glob("warehouse-*")), seed
    assert {0, 2} <= ends.keys()
