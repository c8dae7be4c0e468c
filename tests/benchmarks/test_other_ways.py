"""The ways that the benchmark compares ours with give the same figures; else their speed says nothing."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from benchmarks.loaded import Loaded, loaded
from benchmarks.replaying import models, replayed, with_ancestors
from benchmarks.ways import SHARED_MARTS, both_built, largest_difference, officer_months_by_hand, opened
from tests.building import kept_build

# The benchmark runs before a release, and so do these: each builds all models a second time.
pytestmark = pytest.mark.deep


class AlreadyBuilt(Loaded):
    """Has the models of the main job."""

    def build_models(self) -> None:
        """Nothing is left to do."""


@pytest.fixture(scope="module")
def built(sample_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """The build of the small sample, and beside it the models with a row per case and day."""
    kept = kept_build(shutil.copytree(sample_build / "kept", tmp_path_factory.mktemp("ways") / "build"))
    return both_built(AlreadyBuilt(kept.id, kept.at, kept.folder))


@pytest.fixture
def connection(built: Loaded) -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(opened(built)) as opened_file:
        yield opened_file


@pytest.mark.parametrize("mart", SHARED_MARTS)
def test_a_row_per_case_and_day_gives_the_same_mart(connection, mart) -> None:
    assert connection.table(f"main_spine.{mart}").count("*").fetchall()[0][0] > 0
    assert largest_difference(connection, mart) < 1e-6


def test_one_query_by_hand_gives_the_same_officer_months(connection) -> None:
    assert officer_months_by_hand(connection) > 0
    assert connection.execute("select count(*) from officer_months").fetchone()[0] > 0
    assert largest_difference(connection, "officer_months", "main.officer_months") < 1e-6


def test_models_run_again_by_themselves_give_the_same_rows(connection, built) -> None:
    asked = "select * from published.marts.fct_officer_months order by all"
    before = connection.sql(asked).pl()
    chain = with_ancestors(models(built.folder / "target"), ["fct_officer_periods"])
    names = [model.name for model in chain]
    assert (
        names[-1] == "fct_officer_periods"
        and "int_case_states" in names
        and "fct_office_periods" not in names
    )
    assert set(replayed(connection, chain)) == set(names)
    assert connection.sql(asked).pl().equals(before)


def test_a_build_that_stops_before_the_models_has_raw_rows_and_policy(sample_delivery, tmp_path) -> None:
    found = loaded(sample_delivery, tmp_path / "build")
    with duckdb.connect(str(found.work_file), read_only=True) as connection:
        assert connection.execute("select count(*) from raw.cases").fetchone() > (0,)
    assert (found.seeds / "case_weights.csv").is_file()
    assert not found.finished_file.exists()
