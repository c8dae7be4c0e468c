"""What names of files say: an entity, an entity in another format or under another name, or nothing."""

import re
from dataclasses import dataclass
from pathlib import Path

from ingest.contract import ENTITIES
from ingest.errors import BadInputError
from ingest.extracts.typos import probably_meant

EXTENSIONS = (".csv", ".parquet", ".xlsx", ".xlsm")
SETTINGS_FILE = "delivery.toml"
_SAVE = "Open it in a spreadsheet program and save it as {0}.xlsx."
_UNPACK = "Unpack it and deliver the file that is in it as {0}.csv, {0}.parquet or {0}.xlsx."
_EXPORT = "Export it as CSV in UTF-8, named {0}.csv."
_SEPARATE = "Deliver it as {0}.csv, in UTF-8 with commas or semicolons between the columns."
# Endings of other tables and archives, and the way out of each; any other ending is a document's.
_OTHER_ENDINGS = {
    _SAVE: "xls xlsb xlt xltx xltm ods fods ots numbers html htm xml",
    _UNPACK: "gz gzip tgz zip 7z bz2 xz zst zstd rar tar pgp gpg",
    _EXPORT: "sav zsav por dta sas7bdat xpt rds rda rdata feather arrow ipc orc avro json jsonl ndjson"
    " db sqlite sqlite3 duckdb mdb accdb dbf pq parq",
    _SEPARATE: "txt tsv tab psv dat asc",
}
_WAYS_OUT = {f".{ending}": way for way, endings in _OTHER_ENDINGS.items() for ending in endings.split()}
_SETTINGS = re.compile(r"[^a-z]*delivery[^a-z]*\.(toml|txt)(\.txt)?", re.IGNORECASE)
# A letter from one entity, and meant for another.
_NEARER = {"contracts": "staff_contracts", "contract": "staff_contracts"}
_OFFICE_LOCK = "~$"
_LIBREOFFICE_LOCK = re.compile(r"\.~lock\.(.+)#")
_OF_THE_SYSTEM = ("thumbs.db", "desktop.ini", "__macosx/")


@dataclass(frozen=True)
class _Meant:
    """The entity that a name holds, whether the name is exactly its, and the endings cut off it."""

    entity: str
    is_exact: bool
    endings: tuple[str, ...]


def standard_entity(name: str) -> str | None:
    """The entity a file of this name holds in the standard layout, or None."""
    path = Path(name)
    is_extract = path.suffix.lower() in EXTENSIONS and path.stem in ENTITIES
    return path.stem if is_extract else None


def is_of_the_system(name: str) -> bool:
    """Whether a file is a program's own, such as the lock of an open workbook; nobody delivers those."""
    return name.startswith((".", _OFFICE_LOCK)) or name.lower() in _OF_THE_SYSTEM


def open_workbook(name: str) -> str | None:
    """The workbook that a lock file says is open in a spreadsheet program, None for any other file."""
    if name.startswith(_OFFICE_LOCK):
        return name.removeprefix(_OFFICE_LOCK)
    found = _LIBREOFFICE_LOCK.fullmatch(name)
    return found[1] if found else None


def refuse_misleading_name(name: str) -> None:
    """BadInputError when a file was probably meant to be an entity or ``delivery.toml`` and is neither."""
    if is_of_the_system(name) or standard_entity(name) or name == SETTINGS_FILE:
        return
    if _SETTINGS.fullmatch(name) or probably_meant(name, (SETTINGS_FILE,)):
        raise _misspelt(name, SETTINGS_FILE, "give it a name that differs more")
    meant = _meant(name)
    if meant is None:
        return
    other = next((ending for ending in meant.endings if ending in _WAYS_OUT), None)
    if other:
        way_out = _WAYS_OUT[other].format(meant.entity)
        raise BadInputError(f"{meant.entity} in a format that is not read ({other})", way_out, file=name)
    ending = meant.endings[0] if meant.endings else ".csv"
    differs = "differs more" if meant.is_exact else f"does not contain {meant.entity}"
    raise _misspelt(name, f"{meant.entity}{ending}", f"give it a name that {differs}")


def resembles(name: str, wanted: str) -> bool:
    """Whether a file was probably meant to have the name ``wanted``: a copy of it, or in another format."""
    return _letters(name) == _letters(wanted)


def _letters(name: str) -> str:
    stem, _ = _stem_and_endings(name)
    return re.sub("[^a-z]+", "_", stem.lower()).strip("_")


def _stem_and_endings(name: str) -> tuple[str, list[str]]:
    stem, endings = name.rstrip("/"), []
    while (ending := Path(stem).suffix.lower()) in _WAYS_OUT or ending in EXTENSIONS:
        stem, endings = stem[: -len(ending)], [*endings, ending]
    return stem, endings


def _misspelt(name: str, meant: str, otherwise: str) -> BadInputError:
    way_out = f"Rename it to {meant}, or {otherwise}."
    return BadInputError(f"a misspelt file name (is {meant} meant?)", way_out, file=name)


def _meant(name: str) -> _Meant | None:
    """The entity that the name of a table holds: as it is, misspelt, or among other words."""
    stem, endings = _stem_and_endings(name)
    if not endings:
        # Without the ending of a table only the very name counts: a folder, or a file that lost its ending.
        return _Meant(stem, True, ()) if stem.lower() in ENTITIES else None
    if stem.lower() in _NEARER:
        return _Meant(_NEARER[stem.lower()], True, tuple(endings))
    if misspelt := probably_meant(stem, ENTITIES):
        return _Meant(misspelt, True, tuple(endings))
    words = f"_{re.sub('[^a-z]+', '_', stem.lower()).strip('_')}_"
    held = [entity for entity in ENTITIES if f"_{entity}_" in words]
    if not held:
        return None
    entity = max(held, key=len)
    return _Meant(entity, stem == entity, tuple(endings))
