"""What a workbook says beside its values: which sheets are seen, and cells whose value is not there to read.

Readers give a formula that was never calculated, and every cell of a merged range but the first, as empty.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
# The words of a tag may carry a prefix, as some programs write them.
_FORMULA = re.compile(rb"<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)(?:\s*<(?:\w+:)?v>([^<]+)</)?")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)>")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=[\"']([A-Z]+)(\d+):([A-Z]+)(\d+)[\"']")
_PLACE = re.compile(rb"\br=[\"']([A-Z]+)(\d+)[\"']")
_TYPE = re.compile(rb"\bt=[\"'](\w+)[\"']")


@dataclass(frozen=True)
class Sheet:
    """One tab: its name, whether people see it, and its part of the archive; charts hold no table."""

    name: str
    is_visible: bool
    is_table: bool
    part: str


@dataclass(frozen=True)
class Block:
    """A block of cells by row (1 is the first) and column (0 is A), ends included."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int

    def __str__(self) -> str:
        """As spreadsheets write it: ``B2:B7``, and ``B2`` for one cell."""
        first = f"{letters(self.first_column)}{self.first_row}"
        last = f"{letters(self.last_column)}{self.last_row}"
        return first if first == last else f"{first}:{last}"

    def touches(self, first_row: int, columns: frozenset[int]) -> bool:
        """Whether a cell of it lies in one of the columns at or below a row."""
        return self.last_row >= first_row and any(
            self.first_column <= column <= self.last_column for column in columns
        )


def sheets_of(path: Path) -> list[Sheet]:
    """The tabs of a workbook in their order; any error of the archive or its XML passes."""
    with zipfile.ZipFile(path) as archive:
        home = _home(archive)
        folder, name = posixpath.split(home)
        relations = ElementTree.fromstring(archive.read(f"{folder}/_rels/{name}.rels"))
        parts = {entry.get("Id"): (entry.get("Type", ""), entry.get("Target", "")) for entry in relations}
        found = []
        for entry in ElementTree.fromstring(archive.read(home)).iter():
            if entry.tag.rpartition("}")[2] == "sheet":
                kind, target = parts[entry.get(_RELATION) or entry.get(_STRICT_RELATION)]
                part = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                is_visible = entry.get("state", "visible") == "visible"
                found.append(Sheet(entry.get("name"), is_visible, kind.endswith("/worksheet"), part))
        return found


def merged_blocks(path: Path, sheet: Sheet) -> list[Block]:
    """The merged ranges of a sheet."""
    content = _content(path, sheet.part)
    # They follow the rows, of which there may be many.
    start = content.find(b"mergeCells")
    return [
        Block(int(top), int(bottom), number(left), number(right))
        for left, top, right, bottom in _MERGED.findall(content, start if start >= 0 else len(content))
    ]


def uncalculated(path: Path, sheet: Sheet) -> Iterator[Block]:
    """Cells of a sheet whose formula has no value.

    Some programs write a zero in the place of each value and ask for everything to be calculated when the
    workbook is opened: such a zero is no value.
    """
    content = _content(path, sheet.part)
    if b"<f" not in content and b":f" not in content:
        return
    is_pending = _is_to_be_calculated(path)
    for formula in _FORMULA.finditer(content):
        opened = content.rfind(b"<", 0, formula.start())
        cell = _CELL.match(content, opened)
        place = _PLACE.search(cell[1]) if cell else None
        if place and _is_missing(_TYPE.search(cell[1]), formula[1], is_pending):
            row, column = int(place[2]), number(place[1])
            yield Block(row, row, column, column)


def _is_missing(kind: re.Match[bytes] | None, value: bytes | None, is_pending: bool) -> bool:
    if value is None:
        # A text that was calculated to be empty is a value.
        return kind is None or kind[1] != b"str"
    return is_pending and value == b"0" and (kind is None or kind[1] == b"n")


def letters(column: int) -> str:
    """The letters of a column of which 0 is A."""
    text = ""
    while column >= 0:
        column, rest = divmod(column, 26)
        text = chr(ord("A") + rest) + text
        column -= 1
    return text


def number(text: bytes) -> int:
    """The number of a column by its letters, 0 is A."""
    column = 0
    for letter in text:
        column = column * 26 + letter - ord("A") + 1
    return column - 1


def _home(archive: zipfile.ZipFile) -> str:
    relations = ElementTree.fromstring(archive.read("_rels/.rels"))
    targets = [one.get("Target", "") for one in relations if one.get("Type", "").endswith("/officeDocument")]
    return targets[0].lstrip("/") if targets else "xl/workbook.xml"


def _is_to_be_calculated(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        return bool(re.search(rb"\bfullCalcOnLoad=[\"'](1|true)[\"']", archive.read(_home(archive))))


def _content(path: Path, part: str) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(part)
