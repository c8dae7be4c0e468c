"""Measure and write it down: `python -m benchmarks [PART ...]`, all parts by default."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import browser, daily, forecast, forecasts, growth, profile, queue, splits, use_log, ways
from benchmarks.document import write

PARTS: dict[str, Callable[[Path], str]] = {
    "daily": daily.measured,
    "browser": browser.measured,
    "ways": ways.measured,
    "profile": profile.measured,
    "growth": growth.measured,
    "splits": splits.measured,
    "queue": queue.measured,
    "forecast": forecast.measured,
    "use": use_log.measured,
}


def main() -> None:
    """Measure each part in a folder that is removed afterwards; all of them take about an hour."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=main.__doc__)
    known = ", ".join([*PARTS, *forecasts.PARTS])
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one or more of {known}")
    wanted = parser.parse_args().parts or [*PARTS, *forecasts.PARTS]
    if unknown := set(wanted) - PARTS.keys() - forecasts.PARTS.keys():
        parser.error(f"no part {', '.join(sorted(unknown))}: choose from {known}")
    for part in wanted:
        if part in forecasts.PARTS:
            write(part, forecasts.told(part), forecasts.DOCUMENT, forecasts.HEAD)
            continue
        home = Path(tempfile.mkdtemp(prefix="maatwerk-bench-"))
        try:
            write(part, PARTS[part](home))
        finally:
            shutil.rmtree(home)


if __name__ == "__main__":
    sys.exit(main())
