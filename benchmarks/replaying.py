"""The SQL that a dbt project ran, run again by DuckDB alone: what the database needs without dbt."""

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb

# A view names what it reads without the file, which has another name for every reader.
_RELATION = re.compile(r'(?:"(\w+)"\.)?"(\w+)"\."(\w+)"')
_CREATED = re.compile(r'create\s+(?:or replace\s+)?(table|view)\s+("\w+"\."\w+"\."\w+")', re.IGNORECASE)


@dataclass(frozen=True)
class Model:
    """One table or view of a project: the statement that makes it, and the models it reads."""

    name: str
    kind: str
    relation: str
    sql: str
    reads: frozenset[str]


def models(target: Path) -> dict[str, Model]:
    """The models of a project by name, as the last run under the folder ``target`` made them."""
    files = [file for file in (target / "run").rglob("*.sql") if not file.parent.name.endswith(".yml")]
    created = {file.stem: (file, _CREATED.search(_sql(file))) for file in files}
    names = {name for name, (_, found) in created.items() if found}
    return {name: _model(name, *created[name], names) for name in names}


def _model(name: str, file: Path, found: re.Match, names: set[str]) -> Model:
    sql = _sql(file)
    reads = {relation[2] for relation in _RELATION.findall(sql)} & (names - {name})
    return Model(name, found[1].lower(), found[2], sql, frozenset(reads))


def _sql(file: Path) -> str:
    """What a run did, without the name that some projects make a relation under at first."""
    return file.read_text(encoding="utf-8").replace("__dbt_tmp", "")


def with_ancestors(known: dict[str, Model], wanted: Iterable[str]) -> list[Model]:
    """The models wanted and all they rest on, each after those it reads."""
    graph: dict[str, frozenset[str]] = {}
    waiting = list(wanted)
    while waiting:
        name = waiting.pop()
        if name not in graph:
            graph[name] = known[name].reads
            waiting += known[name].reads
    return [known[name] for name in TopologicalSorter(graph).static_order()]


def replayed(connection: duckdb.DuckDBPyConnection, chain: list[Model]) -> dict[str, float]:
    """Seconds per model of a chain, made anew one after another.

    They must be there already: what is downstream of the chain keeps its old rows and may not be read after.
    """
    for model in reversed(chain):
        connection.execute(f"drop {model.kind} if exists {model.relation} cascade")
    seconds = {}
    for model in chain:
        started = time.perf_counter()
        connection.execute(model.sql)
        seconds[model.name] = time.perf_counter() - started
    return seconds
