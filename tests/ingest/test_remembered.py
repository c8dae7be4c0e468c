"""The dbt project is read once; whatever could change what dbt reads makes it read anew."""

from pathlib import Path

import pytest

from ingest.models import remembered
from ingest.models.remembered import read_before


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one file, and an empty place to keep what was read of it."""
    folder = tmp_path / "project"
    (folder / "models").mkdir(parents=True)
    (folder / "models" / "one.sql").write_text("select 1", encoding="utf-8")
    monkeypatch.setattr(remembered, "DBT_PROJECT", folder)
    monkeypatch.setattr(remembered, "READ_PROJECTS", tmp_path / "kept")
    return folder


def fingerprint(tmp_path: Path) -> str:
    seeds = tmp_path / "policy"
    seeds.mkdir(exist_ok=True)
    (seeds / "weights.csv").write_text("weight\n1\n", encoding="utf-8")
    return remembered._fingerprint(seeds)


def test_the_same_project_is_the_same_whatever_dbt_wrote_into_it(project: Path, tmp_path: Path) -> None:
    before = fingerprint(tmp_path)
    (project / "target").mkdir()
    (project / "target" / "run.sql").write_text("select 2", encoding="utf-8")
    assert fingerprint(tmp_path) == before


def test_a_changed_a_new_and_a_renamed_file_make_another(project: Path, tmp_path: Path) -> None:
    model = project / "models" / "one.sql"
    found = {fingerprint(tmp_path)}
    model.write_text("select 2", encoding="utf-8")
    found.add(fingerprint(tmp_path))
    (project / "models" / "two.sql").write_text("select 2", encoding="utf-8")
    found.add(fingerprint(tmp_path))
    model.rename(project / "models" / "three.sql")
    found.add(fingerprint(tmp_path))
    assert len(found) == 4


def test_variables_that_the_project_reads_count_and_no_others_nor_places_of_a_build(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = "select {{ env_var('MAATWERK_OFFICES_SIDE_BY_SIDE', '40') }}, '{{ env_var(\"MAATWERK_BUILD\") }}'"
    (project / "models" / "one.sql").write_text(reads, encoding="utf-8")
    before = fingerprint(tmp_path)
    monkeypatch.setenv("MAATWERK_BUILD", "/elsewhere")
    monkeypatch.setenv("MAATWERK_MEMORY", "4GB")
    monkeypatch.setenv("MAATWERK_WAREHOUSE", "/read by nobody here")
    assert fingerprint(tmp_path) == before
    monkeypatch.setenv("MAATWERK_OFFICES_SIDE_BY_SIDE", "7")
    assert fingerprint(tmp_path) != before


def test_another_table_of_the_policy_counts_and_another_weight_does_not(
    project: Path, tmp_path: Path
) -> None:
    before = fingerprint(tmp_path)
    (tmp_path / "policy" / "weights.csv").write_text("weight\n2\n", encoding="utf-8")
    assert remembered._fingerprint(tmp_path / "policy") == before
    (tmp_path / "policy" / "factors.csv").write_text("factor\n2\n", encoding="utf-8")
    assert remembered._fingerprint(tmp_path / "policy") != before


def test_what_is_not_kept_or_cannot_be_understood_is_read_anew(project: Path, tmp_path: Path) -> None:
    fingerprint(tmp_path)
    assert read_before(tmp_path / "policy") is None
    kept = remembered._kept_file(tmp_path / "policy")
    kept.parent.mkdir()
    kept.write_bytes(b"cut off")
    assert read_before(tmp_path / "policy") is None
