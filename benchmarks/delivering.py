"""From nothing to a published warehouse: drawing the sample, and the main job over it."""

from pathlib import Path

from benchmarks.commands import Account, run


def drawing(into: Path, cases: int | None = None) -> Account:
    """Write a sample delivery of the whole service, or of the load alone of about ``cases`` cases.

    Other sizes leave out what is beside load, so that they compare with what was measured before.
    """
    size = [] if cases is None else ["--cases", str(cases), "--load-only"]
    return run("ingest", "sample", "--into", str(into), *size)


def building(delivery: Path, home: Path) -> Account:
    """Build and publish a delivery into a fresh warehouse under ``home``, data tests included."""
    places = ["--warehouse", str(home / "warehouse"), "--key", str(home / "hashing.key")]
    return run("ingest", "build", "--extracts", str(delivery), *places)
