"""Where the time of the models goes at the sample's size, and the floor: one look at every raw value."""

import time
from contextlib import closing
from pathlib import Path

import duckdb

from benchmarks.delivering import drawing
from benchmarks.document import paragraph, table
from benchmarks.loaded import loaded
from benchmarks.replaying import models, replayed, with_ancestors
from benchmarks.ways import opened

_SHOWN = 10


def measured(home: Path) -> str:
    """Seconds of the dearest models, of all of them, and of one look at every raw value."""
    drawing(home / "sample")
    found = loaded(home / "sample", home / "build")
    raw_mb = found.work_file.stat().st_size / 2**20
    found.build_models()
    with closing(opened(found)) as connection:
        known = models(found.folder / "target")
        # Views of today's weights cost nothing until they are asked.
        chain = with_ancestors(known, [name for name in known if not name.endswith("_now")])
        seconds = replayed(connection, chain)
        rows = {model.name: _rows(connection, model.relation) for model in chain}
        scan = _scan_seconds(connection)
    dearest = sorted(seconds, key=seconds.get, reverse=True)[:_SHOWN]
    whole = sum(seconds.values())
    parts = [(name, f"{rows[name]:,}", f"{seconds[name]:.2f}") for name in dearest]
    others = len(seconds) - len(dearest)
    rest = whole - sum(seconds[name] for name in dearest)
    said = (
        f"The floor: the raw rows take {raw_mb:,.0f} MB on disk, and one look at every value of them takes "
        f"{scan:.2f} s. All models take {whole / scan:.0f} times as long, for "
        f"{sum(rows.values()):,} rows of {len(rows)} models."
    )
    lines = [
        *parts,
        (f"{others} others", "", f"{rest:.2f}"),
        ("all", f"{sum(rows.values()):,}", f"{whole:.2f}"),
    ]
    return "\n\n".join([table(("model", "rows", "SQL s"), lines), paragraph(said)])


def _rows(connection: duckdb.DuckDBPyConnection, relation: str) -> int:
    return connection.execute(f"select count(*) from {relation}").fetchone()[0]  # noqa: S608 (our own names)


def _scan_seconds(connection: duckdb.DuckDBPyConnection) -> float:
    names = [
        name
        for (name,) in connection.execute(
            "select table_name from duckdb_tables() where schema_name = 'raw' order by table_name"
        ).fetchall()
    ]
    started = time.perf_counter()
    for name in names:
        connection.execute(f"select bit_xor(hash(r)) from raw.{name} as r").fetchall()  # noqa: S608
    return time.perf_counter() - started
