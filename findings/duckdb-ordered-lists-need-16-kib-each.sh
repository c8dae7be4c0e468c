#!/usr/bin/env bash
# DuckDB 1.5.5: array_agg(x order by y) reserves about 16 KiB per group and column, however few rows a group has.
# 234,000 rows of two small integers (under 4 MB) in 3,000 groups, made into five ordered lists, do not fit into
# 300 MB when the rows come in disorder; they fit when the rows come sorted, and in disorder as one list of structs
# that list_sort then puts in order. One would guess that memory follows the rows.
# Met with: lists of months per office, grade and threshold in a build with little memory.
set -euo pipefail
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" -q --disable-pip-version-check install duckdb==1.5.5
"$home/venv/bin/python" - <<'PY'
import duckdb

ORDERED = ", ".join(f"array_agg(a + {n} order by d)" for n in range(5))
STRUCTS = "list_sort(array_agg({'d': d, " + ", ".join(f"'a{n}': a + {n}" for n in range(5)) + "}))"


def outcome(memory: str, order: str, lists: str) -> str:
    connection = duckdb.connect()
    connection.execute(f"set memory_limit = '{memory}'; set threads = 2; set temp_directory = ''")
    connection.execute(
        "create table months as select g, d, (d * 7) % 11 as a"
        f" from range(3000) as gs(g), range(78) as ds(d) order by {order}"
    )
    try:
        groups = len(connection.execute(f"select g, {lists} from months group by g").fetchall())
    except duckdb.OutOfMemoryException as error:
        return str(error).split(":")[0]
    return f"{groups} groups"


found = {
    "ordered lists, rows in disorder": outcome("300MB", "hash(g * 100 + d)", ORDERED),
    "ordered lists, rows sorted by group and day": outcome("300MB", "g, d", ORDERED),
    "a list of structs, rows in disorder": outcome("300MB", "hash(g * 100 + d)", STRUCTS),
}
for what, came in found.items():
    print(f"{what}: {came}")
assert list(found.values()) == ["Out of Memory Error", "3000 groups", "3000 groups"]
PY
