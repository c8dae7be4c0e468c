"""A delivery on disk: one file per entity in all three kinds of file, and ``delivery.toml``."""

from datetime import datetime
from pathlib import Path

import polars as pl
import xlsxwriter

from ingest.errors import BadInputError
from ingest.sample.parameters import AS_OF

PARQUET = (
    *("cases", "case_assignments", "case_assessments", "case_flags", "tasks"),
    *("contacts", "conditions", "case_events", "referrals", "case_needs"),
)
EXCEL = ("posts",)


def write_delivery(frames: dict[str, pl.DataFrame], into: Path) -> None:
    """Write every frame under its entity's name; the folder is made when it is missing."""
    if into.exists() and not into.is_dir():
        raise BadInputError(
            rule="a file, not a folder", way_out="Name a folder for the sample.", file=into.name
        )
    into.mkdir(parents=True, exist_ok=True)
    for entity, frame in frames.items():
        if entity in PARQUET:
            frame.write_parquet(into / f"{entity}.parquet")
        elif entity in EXCEL:
            _write_excel(frame, into / f"{entity}.xlsx")
        else:
            frame.write_csv(into / f"{entity}.csv")
    (into / "delivery.toml").write_text(
        f'as_of = {AS_OF}\nsource_system = "sample"\nkind = "full"\nis_synthetic = true\n', encoding="utf-8"
    )


def _write_excel(frame: pl.DataFrame, file: Path) -> None:
    """One sheet; the time of making is fixed, so that the same seed gives the same bytes."""
    with xlsxwriter.Workbook(file) as workbook:
        workbook.set_properties({"created": datetime.fromisoformat(AS_OF)})
        frame.write_excel(workbook, worksheet="Sheet1")
