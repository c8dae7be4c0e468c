"""Models of what was not delivered beside load are left out; whichever entities came, the rest is whole."""

import json
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from dbt.contracts.graph.manifest import Manifest

from ingest.contract import ENTITIES
from ingest.models.left_out import leave_out
from ingest.models.remembered import read_before
from ingest.results import RESULTS
from warehouse.places import BUILD_VARIABLE, DBT_PROJECT, SEEDS, SEEDS_VARIABLE

BESIDE = {entity.name for entity in RESULTS}
OF_LOAD = ENTITIES.keys() - BESIDE


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Manifest:
    """The project as builds read it: kept by the first of them, or read by the process that would build."""
    if kept := read_before(SEEDS):
        return kept
    folder = str(tmp_path_factory.mktemp("read"))
    places = {"--project-dir": str(DBT_PROJECT), "--profiles-dir": str(DBT_PROJECT)}
    places |= {"--target-path": folder, "--log-path": folder}
    words = [word for place in places.items() for word in place]
    subprocess.run(
        [sys.executable, "-m", "ingest.models.process", json.dumps([words, []])],
        env=os.environ | {BUILD_VARIABLE: folder, SEEDS_VARIABLE: str(SEEDS)},
        stdin=subprocess.DEVNULL,
        check=True,
    )
    return read_before(SEEDS)


def left(project: Manifest, *delivered: str) -> SimpleNamespace:
    """What is left of the project where these entities were delivered; the project stays as it is."""
    found = SimpleNamespace(
        nodes=dict(project.nodes),
        flat_graph={"nodes": dict(project.flat_graph["nodes"])},
        unit_tests=dict(project.unit_tests),
    )
    leave_out(found, delivered)
    return found


def of_entity(node) -> str | None:
    return node.config.meta.get("of_entity")


def marts(found: SimpleNamespace | Manifest) -> dict[str, str]:
    """Marts of an entity: name -> entity."""
    nodes = found.nodes.values()
    return {one.name: of_entity(one) for one in nodes if one.resource_type == "model" and of_entity(one)}


def entities_read(project: Manifest, name: str) -> set[str]:
    """The entities beside load whose rows a model is made of, through whatever steps."""
    if name in project.sources:
        return {project.sources[name].name} & BESIDE
    return {entity for one in project.nodes[name].depends_on_nodes for entity in entities_read(project, one)}


def test_a_mart_says_of_which_entity_it_is_where_it_reads_one_and_only_there(project: Manifest) -> None:
    models = {name: one for name, one in project.nodes.items() if one.resource_type == "model"}
    assert set(marts(project).values()) == BESIDE, "each entity is in a mart"
    for name, model in models.items():
        read = entities_read(project, name)
        if model.is_ephemeral:
            assert of_entity(model) is None, f"{model.name} goes with what reads it"
        else:
            assert of_entity(model) in (read or {None}), model.name


def test_a_delivery_of_load_alone_builds_nothing_beside_it(project: Manifest) -> None:
    found = left(project, *OF_LOAD)
    assert marts(found) == {}
    models = [name for name, one in found.nodes.items() if one.resource_type == "model"]
    assert {name for name in models if entities_read(project, name)} == set()
    assert len(models) > 100


def test_what_was_delivered_has_its_marts_and_no_others(project: Manifest) -> None:
    every = marts(project)
    for entity in BESIDE:
        alone = marts(left(project, *OF_LOAD, entity))
        assert alone == {mart: own for mart, own in every.items() if own == entity}, entity
        without = marts(left(project, *OF_LOAD, *(BESIDE - {entity})))
        assert without == {mart: own for mart, own in every.items() if own != entity}, entity


def test_where_everything_was_delivered_nothing_is_left_out(project: Manifest) -> None:
    found = left(project, *ENTITIES)
    assert found.nodes == project.nodes
    assert found.unit_tests == project.unit_tests


@pytest.mark.parametrize(
    "delivered",
    [(), ("audit_actions",), ("case_needs", "surveys"), tuple(sorted(BESIDE))],
    ids=lambda found: f"{len(found)} entities",
)
def test_what_is_left_reads_nothing_that_went(project: Manifest, delivered: tuple[str, ...]) -> None:
    found = left(project, *OF_LOAD, *delivered)
    there = found.nodes.keys() | project.sources.keys()
    for one in (*found.nodes.values(), *found.unit_tests.values()):
        assert set(one.depends_on_nodes) <= there, one.name
    assert found.flat_graph["nodes"].keys() == found.nodes.keys()
    tested = {
        read for one in found.nodes.values() if one.resource_type == "test" for read in one.depends_on_nodes
    }
    kept = {f"model.maatwerk.{mart}" for mart in marts(found)}
    assert kept <= tested, "tests stay with their marts"


def test_load_is_built_and_tested_the_same_with_and_without(project: Manifest) -> None:
    with_all, without = left(project, *ENTITIES), left(project, *OF_LOAD)
    went = with_all.nodes.keys() - without.nodes.keys()
    for name in went:
        node = project.nodes[name]
        if node.resource_type == "test":
            assert went.intersection(node.depends_on_nodes), name
        else:
            assert entities_read(project, name) or node.is_ephemeral, name
