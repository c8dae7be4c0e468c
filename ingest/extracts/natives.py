"""Which cells of a file hold a number of their own, and which a text that looks like one."""

from itertools import chain
from pathlib import Path

import fastexcel
import polars as pl

from ingest.errors import BadInputError

# Beside a column, whether each of its cells is a number of the file itself (boolean).
NATIVE_SUFFIX = "__native"


def with_native_cells(texts: pl.DataFrame, path: Path, names: list[str]) -> pl.DataFrame:
    """The text frame of a file and, for each column in ``names``, which cells are numbers of the file.

    A ``.csv`` file knows texts only, ``.parquet`` knows it per column, a workbook per cell.
    """
    kind = path.suffix.lower()
    names = [name for name in names if name in texts.columns]
    if kind == ".parquet":
        schema = pl.read_parquet_schema(path)
        flags = [pl.lit(schema[name].is_numeric()) for name in names]
    elif kind == ".csv" or not names:
        flags = [pl.lit(False)] * len(names)
    else:
        numbers = _numbers_of_workbook(texts.select(names), path)
        flags = [numbers[name + NATIVE_SUFFIX] for name in names]
    return texts.with_columns(
        flag.alias(name + NATIVE_SUFFIX) for name, flag in zip(names, flags, strict=True)
    )


def _numbers_of_workbook(texts: pl.DataFrame, path: Path) -> pl.DataFrame:
    """The flags of the sheet, or the sheets together, whose cells are those of the text frame."""
    book = fastexcel.read_excel(path)
    sheets = [_sheet(book, name, texts.columns) for name in book.sheet_names]
    sheets = [sheet for sheet in sheets if sheet is not None]
    for sheet in chain(sheets, [pl.concat(sheets)] if sheets else []):
        if sheet.height == texts.height and sheet.select(texts.columns).equals(texts):
            return sheet
    way_out = "Save the sheet as CSV with a decimal point, or deliver its numbers as numbers."
    raise BadInputError("numbers that cannot be told from texts", way_out, file=path.name)


def _sheet(book: fastexcel.ExcelReader, name: str, columns: list[str]) -> pl.DataFrame | None:
    """Texts and flags of the named columns below the header; None where the sheet lacks one."""
    texts = book.load_sheet(name, header_row=None, dtypes="string").to_polars()
    # Read as yes or no, numbers are one of them and texts are neither.
    numbers = book.load_sheet(name, header_row=None, dtypes="boolean").to_polars()
    for row, header in enumerate(texts.iter_rows()):
        header = [(title or "").strip() for title in header]
        if set(columns) <= set(header):
            places = {column: header.index(column) for column in columns}
            return _body(texts.slice(row + 1), numbers.slice(row + 1), places)
    return None


def _body(texts: pl.DataFrame, numbers: pl.DataFrame, places: dict[str, int]) -> pl.DataFrame:
    trimmed = texts.select(pl.all().str.strip_suffix(" 00:00:00").str.strip_chars())
    filled = trimmed.select(pl.any_horizontal(pl.all().fill_null("") != "")).to_series()
    cells = {column: trimmed.to_series(place).replace("", None) for column, place in places.items()}
    flags = {
        f"{column}{NATIVE_SUFFIX}": numbers.to_series(place).is_not_null() for column, place in places.items()
    }
    return pl.DataFrame({**cells, **flags}).filter(filled)
