"""A disk that fills up is said as such, at whichever step it does."""

from collections import namedtuple
from pathlib import Path

import duckdb
import pytest

from ingest.errors import MaatwerkError, PolicyRefusedError
from ingest.models import run
from ingest.publication import publish
from warehouse.current import published_file

Usage = namedtuple("Usage", "total used free")
FAILED = {
    "success": False,
    "failed": ["dbt: IO Error: not a valid DuckDB database file"],
    "is_disk_full": False,
}


def test_models_that_fail_on_a_full_disk_are_no_policy_that_failed(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(run.shutil, "disk_usage", lambda folder: Usage(10**9, 10**9, 0))
    with pytest.raises(MaatwerkError, match="the disk is full; the published version stays") as refusal:
        run._refuse_failures(FAILED, tmp_path)
    assert refusal.value.status == 3


def test_models_that_fail_with_room_on_the_disk_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PolicyRefusedError, match="not a valid DuckDB database file"):
        run._refuse_failures(FAILED, tmp_path)


def test_a_version_is_published_though_its_edition_finds_no_room(tmp_path: Path, monkeypatch) -> None:
    finished = tmp_path / "finished.duckdb"
    with duckdb.connect(finished) as connection:
        connection.execute("create schema marts; create table marts.dim_status as select 1 as version")

    def full(*_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publish, "archive_edition", full)
    target = publish.publish(finished, tmp_path, "warehouse-20260101T000000Z-1.duckdb")
    assert published_file(tmp_path) == target
