"""Too little memory for the models is said as such, with the way out; it is no policy that failed."""

from pathlib import Path

import pytest

from ingest.errors import MaatwerkError
from ingest.models import run
from tests.ingest.small_delivery import SMALL, write_files
from tests.inputs.published import build_command

FAILED = {"success": False, "failed": ["fct_x: Runtime Error in model fct_x"], "is_memory_short": True}


def test_models_that_run_out_of_memory_are_no_policy_that_failed(tmp_path: Path) -> None:
    with pytest.raises(MaatwerkError, match="MAATWERK_MEMORY=4000MB") as refusal:
        run._refuse_failures(FAILED, tmp_path)
    assert refusal.value.status == 3


@pytest.mark.deep
def test_a_build_with_far_too_little_memory_says_so(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("MAATWERK_MEMORY", "20MB")
    delivery = write_files(tmp_path / "small", SMALL)
    outcome = build_command(capsys, extracts=delivery, warehouse=tmp_path / "warehouse", key=tmp_path / "key")
    assert (outcome.status, outcome.message[:40]) == (3, "the models need more memory than they ma")
    assert not list((tmp_path / "warehouse").glob("warehouse-*"))
