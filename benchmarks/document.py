"""The measured part of docs/performance.md: between two marks, written anew by every run."""

import os
import platform
from datetime import date
from pathlib import Path

import duckdb

from benchmarks.commands import ROOT, Account
from benchmarks.pages import PageTimes

DOCUMENT = ROOT / "docs" / "performance.md"
_BEGIN, _END = "<!-- measured: begin -->", "<!-- measured: end -->"


def machine() -> str:
    """One sentence about where the figures come from; single times are noise, ratios are not."""
    load = os.getloadavg()[0]
    return (
        f"Measured on {date.today():%Y-%m-%d}: {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"DuckDB {duckdb.__version__}; load average {load:.1f} at the end of the run."
    )


def job_table(rows: list[tuple[str, Account, str]]) -> str:
    """Whole processes: name, account and the bound that the project sets itself."""
    lines = [
        "| job | seconds | processor seconds | peak memory MB | bound |",
        "| --- | ---: | ---: | ---: | --- |",
    ]
    lines += [
        f"| {name} | {a.wall_seconds:.1f} | {a.cpu_seconds:.1f} | {a.peak_mb:,.0f} | {bound} |"
        for name, a, bound in rows
    ]
    return "\n".join(lines)


def page_table(pages: list[PageTimes]) -> str:
    """Script reruns per page against the bounds of 250 ms and six questions, and the page opened cold."""
    lines = [
        "| page | p50 ms | p95 ms | most questions in a rerun | cold ms | cold questions |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {p.page} | {p.p50_ms:.0f} | {p.p95_ms:.0f} | {p.most_questions} "
        f"| {p.cold_ms:.0f} | {p.cold_questions} |"
        for p in pages
    ]
    return "\n".join(lines)


def write(measured: str, document: Path = DOCUMENT) -> None:
    """Replace what stands between the marks."""
    text = document.read_text(encoding="utf-8")
    before, rest = text.split(_BEGIN, 1)
    _, after = rest.split(_END, 1)
    document.write_text(f"{before}{_BEGIN}\n{measured}\n{_END}{after}", encoding="utf-8")
