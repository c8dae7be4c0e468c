"""Every number behind the brief as a workbook: a sheet per table of the page, what it is, and definitions."""

import io

import polars as pl
import xlsxwriter

from dashboards.brief.contents import every_panel, title
from dashboards.downloads import about_rows, column_rows
from dashboards.panel import Panel
from dashboards.text import t
from dashboards.view import View

_WIDE, _LONGEST_NAME = 32, 31


def workbook(view: View) -> bytes:
    """The panels of the page that have a table, as .xlsx."""
    panels = [panel for panel in every_panel(view) if panel.table is not None]
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        _about(book.add_worksheet(t("common.sheet_about")), panels, view, bold)
        for panel in panels:
            rows = _rows(panel, view)
            rows.write_excel(book, worksheet=_sheet(panel), autofit=True, freeze_panes=(1, 0))
        _definitions(book.add_worksheet(t("funding.brief_definitions")), panels, view, bold, wrapped)
    return target.getvalue()


def _sheet(panel: Panel) -> str:
    return panel.name[:_LONGEST_NAME]


def _rows(panel: Panel, view: View) -> pl.DataFrame:
    kept = panel.table.rows.select(name for name in panel.table.columns if name in panel.table.rows.columns)
    return kept.with_columns(data_kind=pl.lit(view.synthetic)) if _is_marked(panel, view) else kept


def _is_marked(panel: Panel, view: View) -> bool:
    """Whether every row says that it is synthetic: what studies say is not, whatever the data are."""
    return bool(view.synthetic) and panel.is_of_data


def _about(sheet, panels: list[Panel], view: View, bold) -> None:
    """What the brief is called, and of every table what it is: caption, filters, last day, version."""
    sheet.set_column(0, 1, _WIDE)
    lines = [(title(view), "")]
    for panel in panels:
        caption = panel.table.caption or panel.title
        lines += [("", ""), (_sheet(panel), ""), *about_rows(panel, view, caption)]
    for row, (name, words) in enumerate(lines):
        sheet.write_string(row, 0, name, None if words else bold)
        sheet.write_string(row, 1, words)


def _definitions(sheet, panels: list[Panel], view: View, bold, wrapped) -> None:
    """A row per table and column: its heading, name, meaning, and where it comes from in the warehouse."""
    sheet.set_column(0, 2, _WIDE, wrapped)
    sheet.set_column(3, 3, 100, wrapped)
    sheet.set_column(4, 4, 50, wrapped)
    rows = [("", *cells) for cells in column_rows(panels[0], view)[:1]] if panels else []
    rows += [(_sheet(panel), *cells) for panel in panels for cells in column_rows(panel, view)[1:]]
    is_marked = {_sheet(panel): _is_marked(panel, view) for panel in panels}
    rows = [row for row in rows if row[2] != "data_kind" or is_marked[row[0]]]
    for place, cells in enumerate(rows):
        for column, said in enumerate(cells):
            sheet.write_string(place, column, said, wrapped if place else bold)
