"""Models of entities that were not delivered are left out of a build: they would cost time and hold nothing.

A mart says in its properties of which entity it is (``config: meta: of_entity``). Where that was not
delivered the mart goes, with the steps on the way that nothing else reads, and the tests of both.
"""

from collections.abc import Collection

from dbt.contracts.graph.manifest import Manifest
from dbt.contracts.graph.nodes import ManifestNode
from dbt.node_types import NodeType


def leave_out(manifest: Manifest, delivered: Collection[str]) -> None:
    """Take out of a project that was read whatever is of an entity that is not ``delivered``."""
    models = {name: node for name, node in manifest.nodes.items() if node.resource_type == NodeType.Model}
    gone = {name for name, model in models.items() if _of_entity(model) not in (None, *delivered)}
    while steps := _steps_to(gone, models):
        gone |= steps
    gone |= {name for name, node in manifest.nodes.items() if _tests(node, gone)}
    for name in gone:
        del manifest.nodes[name]
        # what macros know as `graph`
        del manifest.flat_graph["nodes"][name]
    for name in [
        name for name, test in manifest.unit_tests.items() if gone.intersection(test.depends_on_nodes)
    ]:
        del manifest.unit_tests[name]


def _of_entity(model: ManifestNode) -> str | None:
    return model.config.meta.get("of_entity")


def _steps_to(gone: Collection[str], models: dict[str, ManifestNode]) -> set[str]:
    """The models that are made only inside those that read them, of which none is left."""
    still_read = {
        read for name, model in models.items() if name not in gone for read in model.depends_on_nodes
    }
    return {
        read
        for name in gone
        for read in models[name].depends_on_nodes
        if read in models and models[read].is_ephemeral and read not in gone and read not in still_read
    }


def _tests(node: ManifestNode, gone: set[str]) -> bool:
    return node.resource_type == NodeType.Test and not gone.isdisjoint(node.depends_on_nodes)
