"""The measured parts of docs/performance.md, each between two marks that say which run writes it anew."""

import os
import platform
import textwrap
from datetime import date
from pathlib import Path

import duckdb

from benchmarks.commands import ROOT

DOCUMENT = ROOT / "docs" / "performance.md"


def machine() -> str:
    """One sentence about where the figures come from; single times are noise, ratios are not."""
    load = os.getloadavg()[0]
    return (
        f"Measured on {date.today():%Y-%m-%d}: {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"DuckDB {duckdb.__version__}; load average {load:.1f} at the end of the run."
    )


def table(headings: tuple[str, ...], rows: list[tuple[str, ...]], words: int = 1) -> str:
    """A table of which the first ``words`` columns and every last one that is no figure are words."""
    rule = " | ".join("---" if place < words else "---:" for place in range(len(headings)))
    lines = [" | ".join(headings), rule, *(" | ".join(row) for row in rows)]
    return "\n".join(f"| {line} |" for line in lines)


def paragraph(said: str) -> str:
    """Sentences on lines that can be read without scrolling."""
    return textwrap.fill(said, 120, break_on_hyphens=False)


def write(part: str, measured: str, document: Path = DOCUMENT, head: str | None = None) -> None:
    """Replace what stands between the marks of one part, under ``head`` (none: where it was measured).

    ValueError when the document has no such marks.
    """
    begin, end = f"<!-- {part}: begin -->", f"<!-- {part}: end -->"
    text = document.read_text(encoding="utf-8")
    before, rest = text.split(begin, 1)
    _, after = rest.split(end, 1)
    document.write_text(f"{before}{begin}\n{head or machine()}\n\n{measured}\n{end}{after}", encoding="utf-8")
