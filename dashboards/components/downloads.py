"""A table as CSV, XLSX or Parquet: with filters, as-of date and definitions, and "synthetic" where so."""

import io
from dataclasses import dataclass

import polars as pl
import xlsxwriter

_LEADS_A_FORMULA = r"^([=+\-@\t\r])"


@dataclass(frozen=True)
class Sheet:
    """What is downloaded: the rows, and the (name, words) pairs that say what they are."""

    frame: pl.DataFrame
    about: tuple[tuple[str, str], ...]


def csv(sheet: Sheet) -> bytes:
    """UTF-8 with header; text that a spreadsheet would run as a formula is led by an apostrophe."""
    text = [name for name, kind in sheet.frame.schema.items() if kind == pl.String]
    tamed = sheet.frame.with_columns(pl.col(text).str.replace(_LEADS_A_FORMULA, "'$1"))
    return tamed.write_csv().encode("utf-8")


def xlsx(sheet: Sheet, data_name: str, about_name: str) -> bytes:
    """Two sheets: the rows, and what they are."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet.frame.write_excel(book, worksheet=data_name, autofit=True, freeze_panes=(1, 0))
        about = book.add_worksheet(about_name)
        about.set_column(0, 0, 28)
        about.set_column(1, 1, 100, book.add_format({"text_wrap": True, "valign": "top"}))
        for row, (name, words) in enumerate(sheet.about):
            about.write_string(row, 0, name)
            about.write_string(row, 1, words)
    return target.getvalue()


def parquet(sheet: Sheet) -> bytes:
    """The rows with their types; what they are stands in the file's own metadata."""
    target = io.BytesIO()
    sheet.frame.write_parquet(target, metadata=dict(sheet.about))
    return target.getvalue()
