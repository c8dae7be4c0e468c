"""The dbt project as a whole: its unit tests, and what every mart promises."""

import itertools
import re
from pathlib import Path

import duckdb
import pytest
import yaml
from dbt.contracts.graph.manifest import Manifest

from ingest.errors import PolicyRefusedError
from ingest.intake.load import load_raw
from ingest.models.process import project
from ingest.models.run import environment, models_process, places
from ingest.order import Build, Order, new_build
from ingest.policy import copy_policy
from ingest.progress import Progress
from ingest.publication.editions import load_editions
from warehouse.places import DBT_PROJECT, SEEDS

MODELS = sorted((DBT_PROJECT / "models").rglob("*.sql"))
MARTS = [model for model in MODELS if model.parent.name in ("marts", "contract")]
STORED = [model for model in MODELS if model.parent.name in ("marts", "sums")]


@pytest.fixture
def loaded(sample_delivery: Path, tmp_path: Path) -> Build:
    """A build that has the raw rows of the small sample and a copy of the policy, and no models yet."""
    this = new_build(tmp_path / "building")
    this.folder.mkdir()
    load_raw(Order(sample_delivery, key=tmp_path / "hashing.key"), this, Progress(is_silent=True))
    load_editions(this.work_file, tmp_path, None)
    copy_policy(SEEDS, SEEDS, this.seeds)
    return this


def test_unit_tests_of_the_models_pass(loaded: Build) -> None:
    with models_process(loaded, unit_tests=True) as models:
        models.run(Progress(is_silent=True))
    assert _columns_without_description(loaded) == []


def _columns_without_description(build: Build) -> list[str]:
    """Columns of intermediate models that their properties do not name; numbered ones count as one."""
    named = {
        model.stem: {column["name"] for column in _described(model)["columns"]} for model in INTERMEDIATE
    }
    found = []
    for file in (build.work_file, build.finished_file):
        with duckdb.connect(str(file), read_only=True) as connection:
            found += connection.execute(
                "select table_name, regexp_replace(column_name, '_[0-9]+(_day_sum)?$', '_n\\1') "
                "from duckdb_columns() where table_name like 'int_%'"
            ).fetchall()
    return sorted({f"{model}.{column}" for model, column in found if column not in named[model]})


def test_a_failing_test_of_the_policy_is_named(loaded: Build) -> None:
    weights = loaded.seeds / "case_factors.csv"
    weights.write_text(weights.read_text(encoding="utf-8").replace("1.25", "-1.25"), encoding="utf-8")
    with (
        models_process(loaded) as models,
        pytest.raises(PolicyRefusedError, match="factors_and_weights_are_not_negative"),
    ):
        models.run(Progress(is_silent=True))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.stem)
def test_every_model_has_its_own_description(model: Path) -> None:
    described = yaml.safe_load(model.with_suffix(".yml").read_text(encoding="utf-8"))["models"]
    assert [entry["name"] for entry in described] == [model.stem]
    assert described[0]["description"].strip()


@pytest.mark.parametrize("mart", MARTS, ids=lambda mart: mart.stem)
def test_every_mart_types_and_describes_its_columns(mart: Path) -> None:
    for column in _described(mart)["columns"]:
        assert column["data_type"] and column["description"].strip(), column["name"]


# what the build says of itself is filled after the tests have run
@pytest.mark.parametrize(
    "model", [model for model in STORED if model.stem != "fct_test_results"], ids=lambda model: model.stem
)
def test_every_stored_row_has_its_own_key(model: Path) -> None:
    assert any("unique_grain" in test for test in _described(model)["data_tests"])


INTERMEDIATE = [model for model in MODELS if "intermediate" in model.parts]


@pytest.mark.parametrize("model", INTERMEDIATE, ids=lambda model: model.stem)
def test_the_header_of_an_intermediate_model_is_its_description(model: Path) -> None:
    lines = [
        line for line in model.read_text(encoding="utf-8").splitlines() if not line.startswith("{{ config")
    ]
    header = itertools.takewhile(lambda line: line.startswith("-- "), lines)
    said = " ".join(line[3:] for line in header if "depends_on:" not in line)
    assert " ".join(_described(model)["description"].split()) == said
    assert all(column["description"].strip() for column in _described(model)["columns"])


def test_no_model_before_the_marts_reads_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nodes = _project(tmp_path, monkeypatch).nodes
    rooms = {name: node.fqn[1] for name, node in nodes.items() if node.resource_type == "model"}
    assert {"staging", "intermediate", "marts", "contract"} == set(rooms.values())
    assert len(rooms) == len(MODELS)
    back = [
        f"{nodes[name].name} reads {nodes[read].name}"
        for name, room in rooms.items()
        if room in ("staging", "intermediate")
        for read in nodes[name].depends_on.nodes
        if rooms.get(read) in ("marts", "contract")
    ]
    assert back == []


def _project(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Manifest:
    """What dbt itself says each model reads, also through macros: as every build reads the project."""
    this = new_build(folder)
    copy_policy(SEEDS, SEEDS, this.seeds)
    for name, text in environment(this).items():
        monkeypatch.setenv(name, text)
    manifest, _ = project(
        ["--quiet", "--log-level", "none", "--log-level-file", "none", *places(this)], this.seeds
    )
    return manifest


def _described(model: Path) -> dict:
    return yaml.safe_load(model.with_suffix(".yml").read_text(encoding="utf-8"))["models"][0]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.stem)
def test_models_keep_to_sql_that_other_engines_run_too(model: Path) -> None:
    sql = re.sub(r"--[^\n]*|\{#.*?#\}", "", model.read_text(encoding="utf-8"), flags=re.DOTALL).lower()
    for word in (
        "generate_series",
        "unnest",
        "strftime",
        "isodow",
        "exclude",
        "quantile_cont",
        "arg_max",
        "asof",
    ):
        assert not re.search(rf"\b{word}\b", sql), word
