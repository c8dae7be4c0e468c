"""Reading ``.xlsx`` and ``.xlsm`` workbooks: one sheet, its table from the header down, as text."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import fastexcel
import polars as pl

from ingest.errors import BadInputError
from ingest.extracts.grids import Grid
from ingest.extracts.headers import with_header
from ingest.extracts.kinds import read_as
from ingest.extracts.preamble import LINES_SEARCHED, header_among
from ingest.extracts.signs import tidy
from ingest.extracts.table_wanted import TableWanted
from ingest.extracts.workbook_parts import Block, Sheet, merged_blocks, sheets_of, uncalculated

KIND = "an Excel workbook (.xlsx)"
# A spreadsheet keeps a number with so many digits and makes zeros of the rest.
_DIGITS_KEPT = 15
_ERRORS = {
    "Error(NA)": "#N/A",
    "Error(Div0)": "#DIV/0!",
    "Error(Name)": "#NAME?",
    "Error(Null)": "#NULL!",
    "Error(Num)": "#NUM!",
    "Error(Ref)": "#REF!",
    "Error(Value)": "#VALUE!",
}


@dataclass(frozen=True)
class _Cells:
    """All cells of a sheet from row 1 down as text, and the number of the first column that is used."""

    frame: pl.DataFrame
    first_column: int


def workbook_file(path: Path, sheet: str | None, wanted: TableWanted) -> Grid:
    """The table of the sheet that counts; BadInputError where it is in doubt or a value cannot be read.

    The sheet that the mapping names, else the visible one named after the file, else the first visible one.
    """
    with read_as(path, KIND):
        book = fastexcel.read_excel(path)
        sheets = sheets_of(path)
    chosen = _chosen(path, book, sheets, sheet, wanted)
    with read_as(path, KIND, chosen.name):
        cells = _cells(book, chosen.name)
        top = cells.frame.head(LINES_SEARCHED)
    filled = [
        i
        for i, row in enumerate(top.iter_rows())
        if i >= wanted.skip and any((value or "").strip() for value in row)
    ]
    if not filled:
        raise BadInputError("an empty file", "Deliver it with a header row.", file=path.name)
    place = header_among([top.row(i) for i in filled], wanted.needed)
    header_row = filled[place] + 1
    header = list(top.row(filled[place]))
    _refuse_unreadable_cells(path, chosen, _used(header, cells.first_column, wanted), header_row)
    body = cells.frame.slice(header_row).select(pl.all().str.strip_suffix(" 00:00:00"))
    frame = with_header(body, header, path.name, cells.first_column, header_row + 1)
    rows = pl.int_range(header_row + 1, header_row + 1 + body.height, dtype=pl.Int64, eager=True)
    _refuse_long_numbers(path, book, chosen.name, frame, rows, header, wanted)
    aside = _said([other for other in sheets if other != chosen])
    numbers = _numbers(path, book, chosen.name, frame, header, wanted)
    return Grid(frame, rows, place, aside, numbers=numbers)


def _chosen(
    path: Path, book: fastexcel.ExcelReader, sheets: list[Sheet], name: str | None, wanted: TableWanted
) -> Sheet:
    tables = [sheet for sheet in sheets if sheet.is_table]
    visible = [sheet for sheet in tables if sheet.is_visible]
    listed = f"Sheets there: {', '.join(sheet.name for sheet in visible)}."
    if name is not None:
        for same in (name.__eq__, lambda other: _plain(other) == _plain(name)):
            if found := [sheet for sheet in tables if same(sheet.name)]:
                return found[0]
        raise BadInputError(f"no sheet {name!r}", listed, file=path.name)
    if not visible:
        raise BadInputError("a workbook without a visible sheet", "Show the sheet to read.", file=path.name)
    if named := [sheet for sheet in visible if _plain(sheet.name) == _plain(path.stem)]:
        return named[0]
    if len(visible) == 1:
        return visible[0]
    alike = [sheet for sheet in visible if _has_header(path, book, sheet, wanted)]
    if len(alike) > 1:
        rule = f"sheets with the same header ({', '.join(sheet.name for sheet in alike)})"
        way_out = f"Put all rows on one sheet, or give the sheet to read the name {path.stem}."
        raise BadInputError(rule, way_out, file=path.name)
    return next((sheet for sheet in visible if not _is_blank(path, book, sheet)), visible[0])


def _has_header(path: Path, book: fastexcel.ExcelReader, sheet: Sheet, wanted: TableWanted) -> bool:
    with read_as(path, KIND, sheet.name):
        rows = list(_cells(book, sheet.name, LINES_SEARCHED).frame.iter_rows())
    needed = set(wanted.needed)
    return bool(needed) and any(needed <= {tidy(name) for name in row} for row in rows)


def _is_blank(path: Path, book: fastexcel.ExcelReader, sheet: Sheet) -> bool:
    with read_as(path, KIND, sheet.name):
        return _cells(book, sheet.name, 1).frame.width == 0


def _cells(book: fastexcel.ExcelReader, sheet: str, rows: int | None = None) -> _Cells:
    # Without a header row the reader keeps repeated and missing names, and without rows to skip blank ones.
    loaded = book.load_sheet(sheet, header_row=None, skip_rows=0, n_rows=rows, dtypes="string")
    if loaded.width == 0:
        return _Cells(pl.DataFrame(), 0)
    batch, errors = loaded.to_arrow_with_errors()
    frame = pl.from_arrow(batch)
    for error in errors.errors if errors else ():
        row, column = error.position
        kind = error.detail.rpartition("got '")[2].rstrip("'")
        frame[row, column] = _ERRORS.get(kind, "#ERROR!")
    return _Cells(frame, loaded.selected_columns[0].absolute_index)


def _used(header: list[str | None], first_column: int, wanted: TableWanted) -> dict[int, str]:
    """The columns that are loaded, by their number in the sheet."""
    names = enumerate((tidy(name) for name in header), start=first_column)
    return {number: name for number, name in names if name and wanted.uses(name)}


def _refuse_unreadable_cells(path: Path, sheet: Sheet, used: dict[int, str], header_row: int) -> None:
    """BadInputError for a merged range or a formula without a value in a column that is loaded."""
    columns = frozenset(used)
    with read_as(path, KIND, sheet.name):
        merged = next((one for one in merged_blocks(path, sheet) if one.touches(header_row, columns)), None)
        formulas = (one for one in uncalculated(path, sheet) if one.touches(header_row, columns))
        formula = next(formulas, None)
    if merged:
        rule = f"sheet {sheet.name!r}, merged cells {merged}"
        way_out = "Unmerge them and fill in every row: of a merged range only the first cell has a value."
        raise BadInputError(rule, way_out, file=path.name)
    if formula:
        raise _uncalculated(path, sheet, formula, used)


def _uncalculated(path: Path, sheet: Sheet, cell: Block, used: dict[int, str]) -> BadInputError:
    rule = f"sheet {sheet.name!r}, cell {cell}, a formula that was never calculated"
    way_out = "Open the workbook in a spreadsheet program and save it, or deliver values instead of formulas."
    column = used[cell.first_column]
    return BadInputError(rule, way_out, file=path.name, row=cell.first_row, column=column)


def _refuse_long_numbers(
    path: Path,
    book: fastexcel.ExcelReader,
    sheet: str,
    frame: pl.DataFrame,
    rows: pl.Series,
    header: list[str | None],
    wanted: TableWanted,
) -> None:
    """BadInputError for a number among ids that has more digits than a spreadsheet keeps."""
    names = [name for name in frame.columns if wanted.is_id(name)]
    is_long = pl.col(names).str.contains(rf"^\d{{{_DIGITS_KEPT + 1},}}$")
    if not names or not frame.select(pl.any_horizontal(is_long.any())).item():
        return
    is_number = _yes_or_no(path, book, sheet, frame.height)
    titles = [tidy(name) for name in header]
    for name in names:
        numbers = is_number.to_series(titles.index(name)).is_not_null()
        found = rows.filter(frame.select(is_long.name.keep())[name].fill_null(False) & numbers)
        if found.len():
            raise too_many_digits(path.name, found[0], name)


def _numbers(
    path: Path,
    book: fastexcel.ExcelReader,
    sheet: str,
    frame: pl.DataFrame,
    header: list[str | None],
    wanted: TableWanted,
) -> pl.DataFrame:
    """Which cells of columns that may be written in another way are numbers of the workbook itself."""
    titles = [tidy(name) for name in header]
    names = [name for name in frame.columns if wanted.may_be_written_otherwise(name) and name in titles]
    if not names:
        return pl.DataFrame()
    is_number = _yes_or_no(path, book, sheet, frame.height)
    return pl.DataFrame({name: is_number.to_series(titles.index(name)).is_not_null() for name in names})


def _yes_or_no(path: Path, book: fastexcel.ExcelReader, sheet: str, rows: int) -> pl.DataFrame:
    """The last rows of a sheet read as yes or no: numbers are one of them and texts are neither."""
    with read_as(path, KIND, sheet):
        loaded = book.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="boolean").to_polars()
    return loaded.slice(loaded.height - rows)


def too_many_digits(file: str, row: int, column: str) -> BadInputError:
    """The refusal of an id that was a number with more digits than are kept of it."""
    rule = f"a number with more digits than a spreadsheet keeps ({_DIGITS_KEPT})"
    way_out = "Deliver the column as text: its last digits are lost here."
    return BadInputError(rule, way_out, file=file, row=row, column=column)


def _said(others: list[Sheet]) -> tuple[str, ...]:
    """What other tabs there are: counted, because a tab may be called after a person."""
    kinds = Counter(
        "charts" if not sheet.is_table else "other sheets" if sheet.is_visible else "hidden sheets"
        for sheet in others
    )
    return tuple(f"{kind}: {count}" for kind, count in kinds.items())


def _plain(name: str) -> str:
    return name.strip().casefold()
