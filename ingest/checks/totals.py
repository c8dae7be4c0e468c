"""Rows of totals among the figures of offices: without a list of offices they pass for one."""

import polars as pl

from ingest.contract import ENTITIES
from ingest.extracts.origins import LINE, ROW_NUMBER

_TOTALS = """
total totals totaal totalen totaux ensemble all all_offices alle alle_kantoren tous toutes sum som somme
subtotal subtotaal sous-total grand_total eindtotaal algemeen_totaal total_général national nationaal
""".split()  # noqa: SIM905 - the languages are easier to read so


def totals_among_offices(frames: dict[str, pl.DataFrame]) -> list[tuple[int, str]]:
    """For each line of the ledger and each word for a total that is an office id: the line and a sentence."""
    said = []
    for name, entity in ENTITIES.items():
        for column in entity.columns:
            if column.refers_to == "offices":
                word = pl.col(column.name).str.to_lowercase().str.replace_all(" ", "_", literal=True)
                found = frames[name].filter(word.is_in(_TOTALS))
                first = found.group_by(LINE, column.name).agg(
                    pl.col(ROW_NUMBER).min(), pl.len().alias("rows")
                )
                said += [
                    (line, _sentence(column.name, office, row, rows))
                    for line, office, row, rows in first.sort(LINE, ROW_NUMBER).rows()
                ]
    return said


def _sentence(column: str, office: str, row: int, rows: int) -> str:
    return (
        f"{column} {office!r} (row {row}, {rows} in all) reads as a total and counts as an office. Deliver"
        " offices.csv, or leave such rows out by a mapping ([[tables.leave_out]])."
    )
