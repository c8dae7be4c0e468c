"""The dbt project as it was read the last time: reading it anew costs more than building small deliveries.

What dbt read is kept under a name that changes with every file of the project, every version and every
variable that the project reads. Where anything is amiss (nothing kept, unreadable, not to be written), the
project is read anew: this only saves time.
"""

import hashlib
import os
import sys
from importlib.metadata import version
from pathlib import Path

from dbt.contracts.graph.manifest import Manifest
from dbt.parser.manifest import extended_mashumaro_encoder, extended_mashumuro_decoder

from warehouse.places import BUILD_VARIABLE, DBT_PROJECT, MEMORY_VARIABLE, READ_PROJECTS, SEEDS_VARIABLE

_KEPT = 4
# They differ from build to build, and nothing that is read depends on them: `_with_seeds` names the seeds.
_PLACES = (BUILD_VARIABLE, SEEDS_VARIABLE, MEMORY_VARIABLE)
_WRITTEN_BY_DBT = ("target", "logs")


def read_before(seeds: Path) -> Manifest | None:
    """The project as kept, with its policy tables in ``seeds``; None where it must be read."""
    try:
        kept = Manifest.from_msgpack(_kept_file(seeds).read_bytes(), decoder=extended_mashumuro_decoder)
        return _with_seeds(kept, seeds)
    except Exception:
        return None


def remember(manifest: Manifest, seeds: Path) -> None:
    """Keep the project as it was just read, for the next build."""
    # All files once more, for reading a changed project in part: a changed one is read as a whole here.
    manifest.files = {}
    try:
        file = _kept_file(seeds)
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(f".{os.getpid()}")
        fresh.write_bytes(manifest.to_msgpack(extended_mashumaro_encoder))
        fresh.replace(file)
        by_age = sorted(file.parent.glob("*.msgpack"), key=lambda kept: kept.stat().st_mtime)
        for old in by_age[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def _kept_file(seeds: Path) -> Path:
    return READ_PROJECTS / f"{_fingerprint(seeds)}.msgpack"


def _fingerprint(seeds: Path) -> str:
    """Of all that decides what dbt reads: versions, environment, policy tables, the project's files."""
    found = hashlib.sha256()
    versions = [version(name) for name in ("dbt-core", "dbt-adapters", "dbt-common", "dbt-duckdb", "duckdb")]
    environment = sorted(
        f"{name}={text}"
        for name, text in os.environ.items()
        if name.startswith(("MAATWERK_", "DBT_")) and name not in _PLACES
    )
    tables = sorted(table.name for table in seeds.glob("*.csv"))
    found.update(repr((sys.version, versions, environment, tables, str(DBT_PROJECT))).encode())
    for file in sorted(DBT_PROJECT.rglob("*")):
        if file.is_file() and file.relative_to(DBT_PROJECT).parts[0] not in _WRITTEN_BY_DBT:
            content = hashlib.sha256(file.read_bytes()).hexdigest()
            found.update(f"{file.relative_to(DBT_PROJECT)} {content}\n".encode())
    return found.hexdigest()


def _with_seeds(manifest: Manifest, seeds: Path) -> Manifest:
    for node in manifest.nodes.values():
        if node.resource_type == "seed":
            table = seeds / Path(node.original_file_path).name
            node.original_file_path = str(table)
            node.checksum.checksum = hashlib.sha256(table.read_bytes()).hexdigest()
    return manifest
