"""Deliveries with something broken at random: each is loaded with every row accounted for, or refused."""

from collections import Counter
from pathlib import Path

import pytest

from ingest.errors import BadInputError
from tests.ingest.mutating import mutated_delivery


@pytest.mark.parametrize("deliveries", [40, pytest.param(500, marks=pytest.mark.deep)])
def test_a_mutated_delivery_is_refused_or_every_row_is_accounted_for(
    deliveries: int, tmp_path: Path, loaded
) -> None:
    ends: Counter[str] = Counter()
    for seed in range(deliveries):
        delivery = mutated_delivery(tmp_path / f"delivery {seed}", seed)
        try:
            raw = loaded(delivery, folder=f"build {seed}")
        except BadInputError as refusal:
            assert "\n" not in str(refusal), seed
            assert refusal.file, seed
            ends["refused"] += 1
            continue
        unaccounted = "rows_delivered <> rows_loaded + rows_quarantined + rows_left_out"
        assert raw.rows(f"select file from raw.loads where {unaccounted}") == [], seed  # noqa: S608
        ends["loaded"] += 1
    assert ends.keys() == {"refused", "loaded"}
