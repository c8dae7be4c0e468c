"""A table as CSV, XLSX or Parquet: with filters, as-of date and definitions, and "synthetic" where so."""

import io
from collections.abc import Callable
from dataclasses import dataclass

import polars as pl
import xlsxwriter

from dashboards import queries
from dashboards.panel import Panel
from dashboards.text import t
from dashboards.view import View

_LEADS_A_FORMULA = r"^([=+\-@\t\r])"


@dataclass(frozen=True)
class Making:
    """The files of one panel's table, each made when it is asked for.

    That is on another thread, which knows no language and no reader: all words are looked up before.
    """

    stem: str
    sheet: Callable[[], "Sheet"]
    sheet_names: tuple[str, str]

    @staticmethod
    def of(panel: Panel, view: View, caption: str) -> "Making":
        """What a download of this panel takes; `caption` is the one on the screen."""
        about, columns, synthetic = (
            about_rows(panel, view, caption),
            list(panel.table.columns),
            view.synthetic,
        )
        rows = panel.table.every_row or (lambda: panel.table.rows)

        def sheet() -> Sheet:
            every = rows()
            kept = every.select(name for name in columns if name in every.columns)
            return Sheet(kept.with_columns(data_kind=pl.lit(synthetic)) if synthetic else kept, about)

        return Making(file_stem(panel.name, view), sheet, (t("common.sheet_data"), t("common.sheet_about")))

    def files(self) -> dict[str, tuple[str, Callable[[], bytes]]]:
        """Words on the button -> ending, and what makes the file."""
        return {
            "CSV": ("csv", lambda: csv(self.sheet())),
            "XLSX": ("xlsx", lambda: xlsx(self.sheet(), *self.sheet_names)),
            "Parquet": ("parquet", lambda: parquet(self.sheet())),
        }


def about_rows(panel: Panel, view: View, caption: str) -> tuple[tuple[str, str], ...]:
    """What the rows are: caption, filters, last day, version, and the definitions of their columns."""
    status = view.status
    about = [
        (t("common.sheet_table"), caption),
        (t("common.sheet_kind"), t("common.synthetic_data" if status.is_synthetic else "common.sheet_real")),
        (t("common.sheet_filters"), panel.table.filters or view.choice.said or "-"),
        (t("common.sheet_as_of"), status.as_of.isoformat()),
        (t("common.sheet_version"), f"{status.version} / {status.build_id}"),
    ]
    if panel.table.missing:
        about.append((t("common.sheet_empty"), panel.table.missing))
    shown = {"", *panel.table.columns}
    definitions = [
        (f"{row['mart']}.{row['column_name']}".rstrip("."), row["comment"])
        for row in (queries.described(view.reader, *panel.marts) if panel.marts else ())
        if row["column_name"] in shown
    ]
    return tuple(about + definitions)


def file_stem(name: str, view: View) -> str:
    """The file's name without ending: what, up to when, and "synthetic" when so."""
    return "_".join(part for part in (name, view.status.as_of.isoformat(), view.synthetic) if part)


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
    """The rows with their types; what they are is in the file's own metadata."""
    target = io.BytesIO()
    sheet.frame.write_parquet(target, metadata=dict(sheet.about))
    return target.getvalue()
