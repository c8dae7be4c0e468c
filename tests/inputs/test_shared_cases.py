"""Every folder of ``../shared/cases`` gives what its README calls right, at the door."""

import io
from collections import Counter
from pathlib import Path

import pytest

from ingest.errors import BadInputError
from ingest.intake.load import load_raw
from ingest.order import Build, Order
from ingest.progress import Progress
from tests.ingest.small_delivery import BUILT_AT, Raw
from tests.inputs.shared_cases import CASES, RIGHT, Right

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="shared/cases is not beside the checkout")


@pytest.mark.parametrize("right", RIGHT, ids=lambda right: right.folder)
def test_a_delivery_gives_what_is_right(right: Right, tmp_path: Path) -> None:
    if right.refused:
        with pytest.raises(BadInputError) as refusal:
            _load(right.folder, tmp_path)
        assert right.refused in str(refusal.value)
        return
    raw, said = _load(right.folder, tmp_path)
    counts = (
        raw.one("select count(*), count(*) filter (ended_on is null) from raw.cases"),
        raw.one("select count(*) from raw.case_assignments"),
    )
    assert counts == ((right.cases, right.open_cases), (right.assignments,))
    assert Counter(rule for _, _, rule, _, _ in raw.quarantine) == right.rules
    assert right.said in said
    loads = "select rows_delivered, rows_loaded + rows_quarantined + rows_left_out from raw.loads"
    assert all(delivered == accounted for delivered, accounted in raw.rows(loads))


@pytest.mark.parametrize(("folder", "row"), [("blank-lines-in-a-csv", 8), ("blank-rows-above-the-header", 9)])
def test_a_row_has_the_number_that_a_spreadsheet_shows(folder: str, row: int, tmp_path: Path) -> None:
    raw, _ = _load(folder, tmp_path)
    assert raw.one("select row_number from raw.quarantine where rule = 'not_a_date'") == (row,)


def _load(folder: str, home: Path) -> tuple[Raw, str]:
    """The raw schema of a shared delivery, and what was said on the way."""
    said = io.StringIO()
    this = Build("build-1", BUILT_AT, home / "build")
    this.folder.mkdir()
    load_raw(Order(CASES / folder, key=home / "key"), this, Progress(said))
    return Raw(this.work_file), said.getvalue()
