"""Forecasts on real figures, run backwards: what docs/forecast.md shows."""

import warnings
from collections.abc import Callable
from pathlib import Path

from benchmarks.commands import ROOT
from benchmarks.forecasts import california, flanders, permits

DOCUMENT = ROOT / "docs" / "forecast.md"
HEAD = "Written by the command above."
SHARED = ROOT.parent / "shared"
# Part of the document -> what tells it, and the folder of ``shared`` that it reads.
PARTS: dict[str, tuple[Callable[[Path], str], str]] = {
    "california": (california.told, "real"),
    "permits": (permits.told, "real"),
    "flanders": (flanders.told, "facts"),
}


def told(part: str) -> str:
    """One part, anew; FileNotFoundError where its figures are not beside the checkout."""
    tells, name = PARTS[part]
    folder = SHARED / name
    if not folder.is_dir():
        raise FileNotFoundError(f"no shared/{name} beside this checkout; the part {part} reads it")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return tells(folder)
