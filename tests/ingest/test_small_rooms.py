"""Typing errors in names, progress on a stream, and categories that policy knows."""

import io
from pathlib import Path

import pytest

from ingest.checks.categories import known_categories
from ingest.errors import BadInputError
from ingest.extracts.typos import letters_apart, probably_meant
from ingest.progress import Progress
from tests.ingest.small_delivery import write_files


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [("", "ab", 2), ("cases", "cases", 0), ("case", "cases", 1), ("post", "tasks", 4)],
)
def test_letters_apart(one: str, other: str, letters: int) -> None:
    assert letters_apart(one, other) == letters_apart(other, one) == letters


def test_a_known_name_misses_nothing_and_a_far_one_means_nothing() -> None:
    known = ("cases", "tasks", "posts")
    assert probably_meant("cases", known) is None
    assert probably_meant("post", known) == "posts"
    assert probably_meant("budget", known) is None
    assert probably_meant("CASES", known) == "cases"


def test_progress_writes_plain_lines_beside_a_terminal() -> None:
    stream = io.StringIO()
    progress = Progress(stream)
    with progress.step("reading cases", total=3) as step:
        step.advance(2)
        progress.note("a [note]")
    assert step.done == 2
    lines = stream.getvalue().splitlines()
    assert lines[0] == "a [note]"
    assert lines[1].startswith("reading cases: ")


def test_a_step_that_fails_is_not_reported_as_done() -> None:
    stream = io.StringIO()
    with pytest.raises(ValueError, match="broken"), Progress(stream).step("reading"):
        raise ValueError("broken")
    assert stream.getvalue() == ""


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
