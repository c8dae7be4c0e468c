"""A table as CSV, XLSX or Parquet: with filters, as-of date and definitions, and "synthetic" where so."""

import io
from collections.abc import Callable
from dataclasses import dataclass

import polars as pl
import xlsxwriter

from dashboards import known_until, queries
from dashboards.panel import Panel
from dashboards.panels.terms import terms_of
from dashboards.text import definition, formats, t
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
        about, columns = about_rows(panel, view, caption), list(panel.table.columns)
        synthetic = _synthetic(panel, view)
        terms = column_rows(panel, view)
        rows = panel.table.every_row or (lambda: panel.table.rows)

        def sheet() -> Sheet:
            every = rows()
            kept = every.select(name for name in columns if name in every.columns)
            return Sheet(kept.with_columns(data_kind=pl.lit(synthetic)) if synthetic else kept, about, terms)

        stem = file_stem(panel.name, view) if panel.table.is_of_version else panel.name
        return Making(stem, sheet, (t("common.sheet_data"), t("common.sheet_about")))

    def files(self) -> dict[str, tuple[str, Callable[[], bytes]]]:
        """Words on the button -> ending, and what makes the file.

        Where numbers have a decimal comma, a spreadsheet expects semicolons: CSV comes in both ways.
        """
        with_comma = {t("common.csv_with_comma"): ("comma.csv", lambda: csv_with_comma(self.sheet()))}
        return {
            "CSV": ("csv", lambda: csv(self.sheet())),
            **(with_comma if formats().separators.startswith(",") else {}),
            "XLSX": ("xlsx", lambda: xlsx(self.sheet(), *self.sheet_names)),
            "Parquet": ("parquet", lambda: parquet(self.sheet())),
        }


def about_rows(panel: Panel, view: View, caption: str) -> tuple[tuple[str, str], ...]:
    """What the rows are: caption, filters, last day, version, and the definitions of their columns.

    Of rows that are not of the published version the caption alone.
    """
    if not panel.table.is_of_version:
        return ((t("common.sheet_table"), caption),)
    status = view.status
    about = [
        (t("common.sheet_table"), caption),
        (t("common.sheet_kind"), t("common.synthetic_data" if status.is_synthetic else "common.sheet_real")),
        (t("common.sheet_filters"), panel.table.filters or view.choice.said or "-"),
        (t("common.sheet_as_of"), status.as_of.isoformat()),
        (t("common.sheet_version"), f"{status.version} / {status.build_id}"),
    ]
    if stopped := known_until.said(view):
        about.append((t("common.sheet_known_until"), stopped))
    if panel.table.missing:
        about.append((t("common.sheet_empty"), panel.table.missing))
    for column, missing in panel.table.missing_in.items():
        heading = panel.table.columns.get(column, column)
        about.append((f"{t('common.sheet_empty')}: {heading}", missing))
    marts = queries.described(view.reader, *panel.marts) if panel.marts else ()
    grains = [
        (row["mart"], definition(row["mart"], "", row["comment"])[0])
        for row in marts
        if not row["column_name"]
    ]
    return tuple(about + grains)


def column_rows(panel: Panel, view: View) -> tuple[tuple[str, ...], ...]:
    """A row per column: heading on the screen, name in the file, what it means, and the mart's column.

    The first row says so itself. What the screen explains besides the table has no heading; what marks a file
    as synthetic has neither heading nor mart.
    """
    head = tuple(t(f"common.sheet_{name}") for name in ("heading", "column", "meaning", "mart_column"))
    rows = [(term.heading, term.name, term.said, term.source) for term in terms_of(panel, view)]
    mark = [("", "data_kind", t("columns.data_kind"), "")] if _synthetic(panel, view) else []
    return (head, *rows, *mark)


def _synthetic(panel: Panel, view: View) -> str:
    return view.synthetic if panel.table.is_of_version else ""


def file_stem(name: str, view: View) -> str:
    """The file's name without ending: what, up to when, of which build, and "synthetic" when so."""
    status = view.status
    parts = (name, status.as_of.isoformat(), status.build_id, view.synthetic)
    return "_".join(part for part in parts if part)


@dataclass(frozen=True)
class Sheet:
    """What is downloaded: the rows, (name, words) pairs that say what they are, and their `column_rows`."""

    frame: pl.DataFrame
    about: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, ...], ...] = ()


def csv(sheet: Sheet) -> bytes:
    """UTF-8 with header; text that a spreadsheet would run as a formula is led by an apostrophe."""
    return _tamed(sheet.frame).write_csv().encode("utf-8")


def csv_with_comma(sheet: Sheet) -> bytes:
    """The same with semicolons and decimal commas, as a spreadsheet in most of Europe opens it in columns."""
    text = _tamed(sheet.frame).write_csv(separator=";", decimal_comma=True)
    return text.encode("utf-8-sig")  # without the mark such a spreadsheet takes it for another encoding


def _tamed(frame: pl.DataFrame) -> pl.DataFrame:
    text = [name for name, kind in frame.schema.items() if kind == pl.String]
    return frame.with_columns(pl.col(text).str.replace(_LEADS_A_FORMULA, "'$1"))


def xlsx(sheet: Sheet, data_name: str, about_name: str) -> bytes:
    """Two sheets: the rows, and what they are."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet.frame.write_excel(book, worksheet=data_name, autofit=True, freeze_panes=(1, 0))
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        about = book.add_worksheet(about_name)
        about.set_column(0, 1, 32, wrapped)
        about.set_column(2, 2, 100, wrapped)
        about.set_column(3, 3, 44, wrapped)
        plain, bold = book.add_format({"valign": "top"}), book.add_format({"bold": True})
        for row, (name, words) in enumerate(sheet.about):
            about.write_string(row, 0, name)
            about.write_string(row, 1, words, plain)  # not wrapped: it runs on over the columns beside it
        # A line apart, a table about the columns.
        for row, cells in enumerate(sheet.columns, start=len(sheet.about) + 1):
            for column, said in enumerate(cells):
                about.write_string(row, column, said, bold if cells is sheet.columns[0] else wrapped)
    return target.getvalue()


def parquet(sheet: Sheet) -> bytes:
    """The rows with their types; what they and their columns are is in the file's own metadata."""
    target = io.BytesIO()
    columns = {name: f"{heading}: {said}".lstrip(": ") for heading, name, said, _ in sheet.columns[1:]}
    sheet.frame.write_parquet(target, metadata=dict(sheet.about) | columns)
    return target.getvalue()
