"""A published warehouse is whole or not there: publication, rollback, editions, refusals, kills."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from ingest.__main__ import main
from ingest.publication.publish import versions
from tests.warm import cold
from warehouse.current import published_file


def _copied(warehouse: Path, into: Path) -> Path:
    shutil.copytree(warehouse, into, symlinks=True)
    return into


def _state(warehouse: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(warehouse.iterdir())
        if path.is_file() and not path.name.startswith(".")
    }


def _build(delivery: Path, warehouse: Path, *more: str) -> int:
    key = str(warehouse.parent / "hashing.key")
    return main(["build", "--extracts", str(delivery), "--warehouse", str(warehouse), "--key", key, *more])


@dataclass(frozen=True)
class Killed:
    """A warehouse whose second build was killed while it wrote, and then ran again."""

    warehouse: Path
    before: dict[str, str]
    once_killed: dict[str, str]
    status_of_next: int


@pytest.fixture(scope="module")
def killed_once(
    sample_delivery: Path, sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory
) -> Killed:
    """Two publications of the same delivery, and between them a build that was killed."""
    warehouse = _copied(sample_warehouse, tmp_path_factory.mktemp("twice") / "warehouse")
    before = _state(warehouse)
    command = [sys.executable, "-m", "ingest", "build", "--extracts", str(sample_delivery)]
    key = str(warehouse.parent / "hashing.key")
    building = subprocess.Popen(
        [*command, "--warehouse", str(warehouse), "--key", key], start_new_session=True
    )
    _wait_for(warehouse / ".building" / "work.duckdb")
    os.killpg(building.pid, signal.SIGKILL)
    building.wait()
    once_killed = _state(warehouse)
    time.sleep(1.1)  # a version is named after its second
    with cold():
        return Killed(warehouse, before, once_killed, _build(sample_delivery, warehouse))


@pytest.fixture(scope="module")
def twice_built(killed_once: Killed) -> Path:
    """A warehouse with two publications of the same delivery."""
    assert killed_once.status_of_next == 0
    return killed_once.warehouse


def test_every_mart_is_readable_and_described(sample_warehouse: Path) -> None:
    with duckdb.connect(published_file(sample_warehouse), read_only=True) as connection:
        undescribed = connection.execute(
            "select table_name, column_name from duckdb_columns()"
            " where schema_name = 'marts' and comment is null"
        ).fetchall()
        schemas = connection.execute(
            "select distinct schema_name from duckdb_tables() order by schema_name"
        ).fetchall()
    assert undescribed == []
    assert schemas == [("marts",), ("sums",)], "only marts and their sums reach readers"


def test_each_publication_adds_one_edition_and_rewrites_none(twice_built: Path) -> None:
    with duckdb.connect(published_file(twice_built), read_only=True) as connection:
        editions = connection.execute(
            "select edition, count(*), sum(figure) from marts.fct_figures_as_known"
            " group by edition order by edition"
        ).fetchall()
    assert [edition for edition, _, _ in editions] == [1, 2]
    assert editions[0][1:] == pytest.approx(editions[1][1:]), "the same delivery says the same twice"
    assert len(list((twice_built / "as_known").glob("*.parquet"))) == 2


def test_the_forecasts_that_are_kept_are_in_the_next_build_too(twice_built: Path) -> None:
    marts = ("fct_forecast_months", "fct_forecast_errors", "fct_forecast_against_actual")
    first, second = versions(twice_built)
    with duckdb.connect(str(second), read_only=True) as connection:
        connection.execute(f"attach '{first}' as first (read_only)")
        for mart in marts:
            differs = f"(from first.marts.{mart} except all from marts.{mart})"
            counts = f"select (select count(*) from {differs}), count(*) > 0 from marts.{mart}"  # noqa: S608
            assert connection.execute(counts).fetchone() == (0, True), "the same data"


def test_rollback_leads_back_and_says_when_it_cannot(twice_built: Path, tmp_path: Path, capsys) -> None:
    warehouse = _copied(twice_built, tmp_path / "warehouse")
    first, second = versions(warehouse)
    assert published_file(warehouse) == second
    assert main(["publish", "--rollback", "--warehouse", str(warehouse)]) == 0
    assert published_file(warehouse) == first
    assert main(["publish", "--rollback", "--warehouse", str(warehouse)]) == 3
    assert "no earlier version" in capsys.readouterr().err
    assert published_file(warehouse) == first


def test_policy_that_contradicts_itself_is_refused_and_the_old_version_stays(
    sample_delivery: Path, sample_warehouse: Path, tmp_path: Path, capsys
) -> None:
    warehouse = _copied(sample_warehouse, tmp_path / "warehouse")
    before = _state(warehouse)
    seeds = tmp_path / "seeds"
    shutil.copytree(Path(__file__).parent.parent / "seeds", seeds)
    weights = seeds / "case_weights.csv"
    rows = weights.read_text(encoding="utf-8").splitlines()
    weights.write_text("\n".join([*rows, rows[1]]) + "\n", encoding="utf-8")
    assert _build(sample_delivery, warehouse, "--seeds", str(seeds)) == 1
    assert "refused by tests of policy" in capsys.readouterr().err
    assert _state(warehouse) == before


def test_killed_build_leaves_no_trace_that_a_reader_sees(killed_once: Killed) -> None:
    assert killed_once.once_killed == killed_once.before
    assert killed_once.status_of_next == 0, "the next build sweeps what the killed one left"
    assert not (killed_once.warehouse / ".building").exists()


def test_second_build_at_the_same_time_is_told_to_wait(
    sample_delivery: Path, sample_warehouse: Path, tmp_path: Path, capsys
) -> None:
    from ingest.publication.publish import build_folder

    warehouse = _copied(sample_warehouse, tmp_path / "warehouse")
    with build_folder(warehouse):
        assert _build(sample_delivery, warehouse) == 3
    assert "another build" in capsys.readouterr().err


def test_only_five_versions_are_kept(sample_warehouse: Path, tmp_path: Path) -> None:
    from ingest.publication.publish import publish

    warehouse = _copied(sample_warehouse, tmp_path / "warehouse")
    for second in range(7):
        finished = tmp_path / "finished.duckdb"
        shutil.copy(published_file(sample_warehouse), finished)
        publish(finished, warehouse, f"warehouse-20990101T00000{second}Z-test.duckdb")
    assert [path.name[10:26] for path in versions(warehouse)] == [f"20990101T00000{n}Z" for n in range(2, 7)]


def _wait_for(path: Path, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < until, f"{path.name} did not appear"
        time.sleep(0.05)
