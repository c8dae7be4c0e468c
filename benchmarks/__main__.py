"""Measure and write it down: `python -m benchmarks [PART ...]`, all parts by default."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import daily, growth, profile, queue, splits, ways
from benchmarks.document import write

PARTS: dict[str, Callable[[Path], str]] = {
    "daily": daily.measured,
    "ways": ways.measured,
    "profile": profile.measured,
    "growth": growth.measured,
    "splits": splits.measured,
    "queue": queue.measured,
}


def main() -> None:
    """Measure each part in a folder that is removed afterwards; all of them take about an hour."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=main.__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one or more of {', '.join(PARTS)}")
    wanted = parser.parse_args().parts or list(PARTS)
    if unknown := set(wanted) - PARTS.keys():
        parser.error(f"no part {', '.join(sorted(unknown))}: choose from {', '.join(PARTS)}")
    for part in wanted:
        home = Path(tempfile.mkdtemp(prefix="maatwerk-bench-"))
        try:
            write(part, PARTS[part](home))
        finally:
            shutil.rmtree(home)


if __name__ == "__main__":
    sys.exit(main())
