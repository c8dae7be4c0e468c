"""What tests of the main job share: the command, its last sentence, and a fingerprint of a warehouse."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from ingest.__main__ import main
from warehouse.current import published_file


@dataclass(frozen=True)
class Outcome:
    """How a command ended: its status, the last line it wrote as an error, and all it wrote."""

    status: int
    message: str
    said: str


def build_command(capsys: pytest.CaptureFixture[str], **options: Path | None) -> Outcome:
    """Run ``ingest build`` with these options (``None`` leaves one out)."""
    given = [text for name, path in options.items() if path is not None for text in (f"--{name}", str(path))]
    capsys.readouterr()
    status = main(["build", *given])
    said = capsys.readouterr()
    return Outcome(status, (said.err.strip().splitlines() or [""])[-1], said.out + said.err)


def fingerprint(warehouse: Path) -> dict[str, str]:
    """SHA-256 of every file a reader can see, and where ``current`` leads."""
    seen = {
        str(path.relative_to(warehouse)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(warehouse.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
    return seen | {"current leads to": str(published_file(warehouse))}


def asking(warehouse: Path) -> Callable[..., list[tuple]]:
    """Questions to the marts of the published file."""

    def rows(question: str, *values: object) -> list[tuple]:
        with duckdb.connect(published_file(warehouse), read_only=True) as connection:
            return connection.execute(question, list(values)).fetchall()

    return rows


def table_rows(document: str, heading: str) -> list[list[str]]:
    """The cells of the first table under a heading of a Markdown document, its own heading row aside."""
    assert f"## {heading}\n" in document, f"no heading {heading!r}"
    section = document.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    assert len(lines) > 2, f"no table under {heading!r}"
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]
