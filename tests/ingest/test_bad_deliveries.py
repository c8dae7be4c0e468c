"""Bad input, kind by kind: what it is refused with, or the rule it goes to quarantine under."""

from pathlib import Path

import pytest

from ingest.errors import BadInputError
from tests.ingest.bad_deliveries import BAD_DELIVERIES, BadDelivery


@pytest.mark.parametrize("bad", BAD_DELIVERIES, ids=lambda bad: bad.kind)
def test_each_kind_is_refused_or_quarantined(bad: BadDelivery, small: Path, loaded, tmp_path: Path) -> None:
    bad.spoil(small)
    if bad.status == 2:
        with pytest.raises(BadInputError) as refusal:
            loaded(small)
        assert refusal.value.status == 2
        assert bad.fragment in str(refusal.value)
        assert not (tmp_path / "build" / "work.duckdb").exists()
    else:
        rules = {rule for _, _, rule, _, _ in loaded(small).quarantine}
        assert bad.fragment in rules


def test_the_small_delivery_itself_is_clean(small: Path, loaded) -> None:
    raw = loaded(small)
    assert raw.quarantine == []
    assert raw.one("select sum(rows_delivered), sum(rows_loaded) from raw.loads") == (13, 13)
