"""Mappings that cannot be followed: what the person who writes one gets wrong, or what it leaves open."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from tests.ingest.small_delivery import write_files

FILE = "zaken.csv"
ROWS = "nr;in;uit;wie\n1;02/11/2025;;O1\n2;03/11/2025 09:00;20/11/2025;O2\n"
FORMATS = {"separator": '";"', "dates": '["%d/%m/%Y", "%d/%m/%Y %H:%M"]'}
TABLE = f"""
[[tables]]
entity = "cases"
file = "{FILE}"
"""
COLUMNS = """
[tables.columns]
case_id = "nr"
office_id = {constant = "ANT"}
supervision_type = {constant = "probation"}
received_on = "in"
ended_on = "uit"
"""
LOG = """
[tables.log]
of = ["nr"]
at = "in"
"""
GOOD = TABLE + COLUMNS


@dataclass(frozen=True)
class BadMapping:
    """One kind: the mapping without its formats, what differs in these, and what is done to the delivery."""

    kind: str
    tables: str = GOOD
    formats: tuple[tuple[str, str], ...] = ()
    spoil: Callable[[Path], None] = lambda folder: None

    @property
    def text(self) -> str:
        """The mapping as TOML."""
        formats = {key: value for key, value in (FORMATS | dict(self.formats)).items() if value}
        return "\n".join(["[formats]", *(f"{key} = {value}" for key, value in formats.items()), self.tables])


def delivery_for_mappings(folder: Path) -> Path:
    """A delivery in a layout of its own, which the good mapping reads whole."""
    settings = 'as_of = 2026-06-30\nsource_system = "zaken"\nis_synthetic = true\n'
    offices = "office_id,office_name\nANT,Antwerpen\n"
    return write_files(folder, {FILE: ROWS, "offices.csv": offices, "delivery.toml": settings})


def _with(**columns: str) -> str:
    """The good mapping in which some columns are filled otherwise, or not at all."""
    lines = [line for line in COLUMNS.splitlines() if line.split(" = ")[0] not in columns]
    return TABLE + "\n".join([*lines, *(f"{name} = {said}" for name, said in columns.items() if said), ""])


def _rows(text: str) -> Callable[[Path], None]:
    return lambda folder: (folder / FILE).write_text(text, encoding="utf-8")


def _instants(folder: Path) -> None:
    frame = pl.read_csv(folder / FILE, separator=";", schema_overrides={"nr": pl.String}).with_columns(
        pl.Series("in", ["2025-11-01T23:30:00", "2025-11-03T09:00:00"]).str.to_datetime(time_zone="UTC")
    )
    (folder / FILE).unlink()
    frame.write_parquet(folder / "zaken.parquet")


BAD_MAPPINGS = [
    BadMapping("date format that does not exist", formats=(("dates", '["%d/%m/%Q"]'),)),
    BadMapping("instants without a zone", formats=(("dates", '["%Y-%m-%dT%H:%M:%S%z"]'),)),
    BadMapping("zone that does not exist", formats=(("zone", '"Europe/Brussel"'),)),
    BadMapping(
        "instants in a Parquet file", GOOD.replace(FILE, "zaken.parquet"), (("dates", ""),), spoil=_instants
    ),
    BadMapping("years of two digits", formats=(("dates", '["%d/%m/%y"]'),)),
    BadMapping("two formats that give two days", formats=(("dates", '["%d/%m/%Y", "%m/%d/%Y"]'),)),
    BadMapping("one sign for thousands and decimals", formats=(("decimal", '","'), ("thousands", '","'))),
    BadMapping("file that was not delivered", GOOD.replace(FILE, "dossiers.csv")),
    BadMapping("column that was not delivered", _with(received_on='"ontvangen"')),
    BadMapping("required column that nothing fills", _with(received_on="")),
    BadMapping("two sources for one column", _with(received_on='{column = "in", constant = "2025-01-01"}')),
    BadMapping("column that the contract does not have", _with(closed_on='"uit"')),
    BadMapping("first or last row without a log", _with(received_on='{column = "in", take = "first"}')),
    BadMapping("log that does not say whose rows", TABLE + LOG.replace('["nr"]', "[]") + COLUMNS),
    BadMapping(
        "row of a log without a moment",
        TABLE + LOG + COLUMNS,
        spoil=_rows(ROWS + "1;onbekend;;O1\n"),
    ),
    BadMapping(
        "next row of a log without spells",
        TABLE + LOG + _with(ended_on='{column = "in", take = "next"}').removeprefix(TABLE),
    ),
    BadMapping(
        "rule that is no regular expression",
        GOOD + '[[tables.leave_out]]\nrule = "tests"\ncolumn = "wie"\nmatches = "(test"\n',
    ),
    BadMapping(
        "person data under another heading",
        _with(person_id='"naam"'),
        spoil=_rows(ROWS.replace("wie", "naam")),
    ),
]
