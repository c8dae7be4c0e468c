"""Measure everything and write it down: `python -m benchmarks`."""

import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.delivering import building, drawing
from benchmarks.document import job_table, machine, page_table, write
from benchmarks.pages import rerun_times

_A_MILLION = 1_000_000


def main() -> None:
    """Measure in a folder that is removed afterwards; takes some minutes."""
    home = Path(tempfile.mkdtemp(prefix="maatwerk-bench-"))
    try:
        write(_measured(home))
    finally:
        shutil.rmtree(home)


def _measured(home: Path) -> str:
    whole = drawing(home / "sample")
    built = building(home / "sample", home)
    million = drawing(home / "million", _A_MILLION)
    shutil.rmtree(home / "million")
    jobs = [
        ("draw the sample service", whole, ""),
        ("draw 1 million cases", million, "20 s"),
        ("delivery to published warehouse, data tests included", built, "45 s, 2,000 MB"),
    ]
    steps = ", ".join(
        f"{name} {built.seconds_of(prefix):.1f} s"
        for name, prefix in (
            ("reading", "reading"),
            ("rules", "checking rules"),
            ("writing raw rows", "writing"),
            ("models and tests", "models"),
        )
    )
    return "\n\n".join(
        [machine(), job_table(jobs), f"Of the build: {steps}.", page_table(rerun_times(home / "warehouse"))]
    )


if __name__ == "__main__":
    sys.exit(main())
