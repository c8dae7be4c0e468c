"""The categories that are known: from the policy, from the mapping and from the contract."""

from pathlib import Path

import pytest

from ingest.checks.categories import known_categories
from ingest.errors import BadInputError
from tests.ingest.small_delivery import write_files


def test_known_categories_come_from_policy_the_mapping_and_the_contract(seeds: Path) -> None:
    known = known_categories(seeds, {"flag": {"night_work"}})
    assert known["supervision_type"] == {"probation", "work_penalty", "mediation", "not_assessed"}
    assert known["risk_level"] == {"high", "low", "not_assessed"}
    assert known["flag"] == {"suspended", "night_work", "not_assessed"}
    assert known["task_type"] == {"progress_report", "closing_work", "not_assessed"}
    assert known["status"] == {"vacant", "recruiting", "hired", "not_assessed"}
    assert known["service_line"] == {"victims", "offender_supervision", "not_assessed"}


def test_a_policy_folder_without_a_table_contributes_nothing(tmp_path: Path) -> None:
    known = known_categories(write_files(tmp_path / "policy", {}), {})
    assert known["grade"] == {"not_assessed"}


def test_a_policy_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="no folder of policy seeds"):
        known_categories(tmp_path / "nowhere", {})
