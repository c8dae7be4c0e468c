"""What a file really is, by its first bytes: a name says what it was meant to be."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.errors import BadInputError, MaatwerkError

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS_XLSX = "Open it in a spreadsheet program and save it as an Excel workbook (.xlsx)."
_PASSWORD = ("a workbook with a password", "Save it without a password and deliver it again.")
_OLD_EXCEL = ("an Excel workbook of before 2007 (.xls)", _SAVE_AS_XLSX)
_BINARY_EXCEL = ("a binary Excel workbook (.xlsb)", _SAVE_AS_XLSX)
_OPEN_DOCUMENT = ("an OpenDocument spreadsheet (.ods)", _SAVE_AS_XLSX)
_EXCEL = ("an Excel workbook (.xlsx)", "Rename it so that it ends in .xlsx.")
_ZIP = ("a zip archive", "Unpack it and deliver the file that is in it.")
_UTF16 = ("text in UTF-16", "Save the file as UTF-8.")
# Of formats that are no archive: the bytes a file begins with, what it is then, and the way out.
_BEGINNINGS = (
    (b"PAR1", "a Parquet file", "Rename it so that it ends in .parquet."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it and deliver the file that is in it."),
    (b"%PDF", "a PDF document", "Deliver the table itself, as .csv, .parquet or .xlsx."),
    (b"$FL2", "an SPSS file (.sav)", "Export it as CSV in UTF-8."),
    (b"$FL3", "an SPSS file (.zsav)", "Export it as CSV in UTF-8."),
    (b"SQLite format 3", "a SQLite database", "Export the table as CSV in UTF-8."),
    (b"\xff\xfe", *_UTF16),
    (b"\xfe\xff", *_UTF16),
)
_MARKUP = (b"<html", b"<!doctype html", b"<table", b"<?xml")
_OWN = {".parquet": "a Parquet file", ".xlsx": _EXCEL[0], ".xlsm": _EXCEL[0]}


def refuse_other_kind(path: Path) -> None:
    """BadInputError when a file holds another kind than its name says; text is left to its reader."""
    found = _kind(path)
    own = _OWN.get(path.suffix.lower())
    if found is not None and found[0] != own:
        kind, way_out = found
        name = path.suffix.lower()
        raise BadInputError(f"{kind}, although its name ends in {name}", way_out, file=path.name)


@contextmanager
def read_as(path: Path, kind: str, sheet: str | None = None) -> Iterator[None]:
    """Whatever the body's reader ends in, panics of libraries too, is a BadInputError with the file."""
    try:
        yield
    except (MaatwerkError, KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    # Readers written in Rust end in panics that are no ordinary exception.
    except BaseException as error:
        part = f", sheet {sheet!r}" if sheet else ""
        way_out = "Deliver the whole file again, or export the table as CSV in UTF-8."
        raise BadInputError(f"not readable as {kind}{part}", way_out, file=path.name) from error


def _kind(path: Path) -> tuple[str, str] | None:
    with path.open("rb") as file:
        start = file.read(2048)
    for beginning, kind, way_out in _BEGINNINGS:
        if start.startswith(beginning):
            return kind, way_out
    if start.startswith(_OLE2):
        return _PASSWORD if _holds_encrypted_package(path) else _OLD_EXCEL
    if start.startswith(b"PK\x03\x04"):
        return _archive(path)
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        return "a web page or an XML document", _SAVE_AS_XLSX
    return None


def _archive(path: Path) -> tuple[str, str] | None:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and b"opendocument" in archive.read("mimetype")[:100]:
                return _OPEN_DOCUMENT
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
        return None
    if "xl/workbook.bin" in names:
        return _BINARY_EXCEL
    is_workbook = any(name.startswith("xl/") or name == "[Content_Types].xml" for name in names)
    return _EXCEL if is_workbook else _ZIP


def _holds_encrypted_package(path: Path) -> bool:
    # Names in this kind of container are UTF-16; the directory may lie anywhere in the file.
    return "EncryptedPackage".encode("utf-16-le") in path.read_bytes()
