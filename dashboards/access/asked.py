"""What a question names, read from its own parse tree: a question may name marts, and nothing else.

No schema, file, setting or statement: what narrows a mart stands before its bare name.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

# Functions that give rows and read nothing of the file: of numbers, and what the marts are called.
_FUNCTIONS = frozenset(
    {"generate_series", "range", "unnest", "duckdb_tables", "duckdb_views", "duckdb_columns"}
)


class AroundError(Exception):
    """A question that names something other than a mart: a mistake in the code, never a reader's."""


class Connection(Protocol):
    """What is needed of a connection, which this room does not open."""

    def execute(self, query: str, parameters: object = None) -> Any:
        """Run one statement."""


@dataclass(frozen=True)
class Asked:
    """The names that a question puts rows behind itself, and those it expects to find."""

    made: frozenset[str] = field(default_factory=frozenset)
    named: frozenset[str] = field(default_factory=frozenset)


def read(connection: Connection, sql: str) -> Asked:
    """What a question names. Raises AroundError where that is not only marts by their bare names."""
    # DuckDB's own parser, so that nothing is read in two ways
    found = json.loads(connection.execute("select json_serialize_sql($1::varchar)", [sql]).fetchone()[0])
    if found["error"] or len(found["statements"]) != 1:
        raise AroundError(f"no question: {found.get('error_message', 'several statements')}")
    made, named = set(), set()
    for one in _parts(found["statements"]):
        match one.get("type"):
            case "BASE_TABLE":
                if one["schema_name"] or one["catalog_name"]:
                    raise AroundError(f"{one['schema_name']}.{one['table_name']} is asked past what is shown")
                named.add(one["table_name"].lower())
            case "TABLE_FUNCTION":
                name = one["function"]["function_name"]
                if name not in _FUNCTIONS or one["function"]["schema"]:
                    raise AroundError(f"{name} gives rows of what is no mart")
            case "SHOW_REF":
                raise AroundError("what a table is made of is no question")
        made |= {entry["key"].lower() for entry in (one.get("cte_map") or {}).get("map", ())}
    return Asked(frozenset(made), frozenset(named))


def _parts(tree: object) -> Iterator[dict]:
    """Every node of a parse tree."""
    left = [tree]
    while left:
        one = left.pop()
        if isinstance(one, dict):
            yield one
            left += one.values()
        elif isinstance(one, list):
            left += one
