"""The sample service: one synthetic delivery of an invented Flanders, deterministic by seed."""

from pathlib import Path

from ingest.errors import BadInputError
from ingest.sample.drawing import drawn_service
from ingest.sample.provenance import provenance_lines, write_assumptions
from ingest.sample.writing import write_delivery

__all__ = ["drawn_service", "provenance_lines", "write_assumptions", "write_sample"]

FEWEST_CASES = 100


def write_sample(into: Path, cases: int | None = None, seed: int = 1, *, load_only: bool = False) -> None:
    """Write one synthetic full delivery directly in ``into``.

    ``cases`` scales the whole service: mandates, officers and, above the calibrated size, offices; without
    it the size is the calibrated one. With ``load_only`` what is beside load is not written. Raises
    BadInputError for a size below `FEWEST_CASES` or a place that is no folder.
    """
    if cases is not None and cases < FEWEST_CASES:
        raise BadInputError(
            rule="the sample is too small to hold every entity",
            way_out=f"Ask for {FEWEST_CASES} cases or more.",
            value=str(cases),
        )
    write_delivery(drawn_service(cases, seed, load_only=load_only), into)
