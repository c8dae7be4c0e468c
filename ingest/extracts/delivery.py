"""Deliveries: which folders are one, what their ``delivery.toml`` says, which files they hold."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from ingest.contract import ENTITIES
from ingest.errors import BadInputError
from ingest.extracts.names import SETTINGS_FILE, refuse_misleading_name, standard_entity
from ingest.extracts.toml_tables import TomlTable, toml_file

KINDS = ("full", "delta")
OVERLAPS = ("set_aside", "close_earlier")


@dataclass(frozen=True)
class Settings:
    """What a delivery says about itself; None where it says nothing."""

    as_of: dt.date | None = None
    source_system: str | None = None
    kind: str | None = None
    is_synthetic: bool | None = None
    overlapping_contracts: str | None = None


@dataclass(frozen=True)
class Delivery:
    """One folder of extracts with everything known about it."""

    name: str
    folder: Path
    as_of: dt.date | None
    source_system: str
    kind: str
    is_synthetic: bool
    overlapping_contracts: str = OVERLAPS[0]


def settings_from(table: TomlTable, today: dt.date) -> Settings:
    """The settings of a delivery; BadInputError on an unknown key, type or kind."""
    table.only(("as_of", "source_system", "kind", "is_synthetic", "overlapping_contracts"))
    settings = Settings(
        table.get("as_of", dt.date),
        table.get("source_system", str),
        table.get("kind", str),
        table.get("is_synthetic", bool),
        table.get("overlapping_contracts", str),
    )
    if settings.overlapping_contracts not in (None, *OVERLAPS):
        rule = f"unknown way {settings.overlapping_contracts!r}"
        raise table.refusal("overlapping_contracts", rule, f"Allowed: {', '.join(OVERLAPS)}.")
    if settings.kind not in (None, *KINDS):
        raise table.refusal("kind", f"unknown kind {settings.kind!r}", f"Allowed: {', '.join(KINDS)}.")
    if settings.source_system is not None and not settings.source_system.strip():
        raise table.refusal("source_system", "empty", "Name the source system or leave the key out.")
    if settings.as_of is not None and settings.as_of > today:
        raise table.refusal(
            "as_of", f"as_of {settings.as_of} is after today", "State the day of the extract."
        )
    return settings


def deliveries_in(
    extracts: Path, mapped_files: tuple[str, ...], defaults: Settings, today: dt.date
) -> list[Delivery]:
    """The deliveries below ``extracts``, in no order that counts: the folder itself or its subfolders."""
    if not extracts.is_dir():
        raise BadInputError("no folder of extracts", "Name an existing folder.", file=str(extracts))
    folders = [extracts]
    if not _holds_extracts(extracts, mapped_files):
        refuse_misspelt_names(extracts, mapped_files, is_delivery=False)
        folders = sorted(entry for entry in _entries(extracts) if entry.is_dir() and entry.name[0] != ".")
    if not folders:
        raise no_entity(extracts.name)
    return [_delivery(folder, defaults, today) for folder in folders]


def files_in(folder: Path) -> list[str]:
    """Names of everything in a delivery, ``delivery.toml`` aside, in order; folders end with a slash."""
    names = [entry.name + ("/" if _is_plain_folder(entry) else "") for entry in _entries(folder)]
    return sorted(name for name in names if name != SETTINGS_FILE)


def refuse_misspelt_names(folder: Path, mapped_files: tuple[str, ...], *, is_delivery: bool = True) -> None:
    """BadInputError when a file was probably meant to be an entity or ``delivery.toml``.

    In a folder of deliveries (``is_delivery`` false) the folders are deliveries, whatever their names.
    """
    for name in files_in(folder):
        if not is_mapped(name, mapped_files) and (is_delivery or not name.endswith("/")):
            refuse_misleading_name(name)


def is_mapped(name: str, mapped_files: tuple[str, ...]) -> bool:
    """Whether one of the mapping's file names or patterns (``*`` allowed) names this file."""
    return any(Path(name).match(pattern) for pattern in mapped_files)


def no_entity(folder: str) -> BadInputError:
    """The refusal of a folder in which nothing can be loaded."""
    names = ", ".join(ENTITIES)
    way_out = (
        f"Put at least one file there named after an entity ({names}) ending in .csv, .parquet or .xlsx."
    )
    return BadInputError("no entity in the delivery", way_out, file=folder)


def _delivery(folder: Path, defaults: Settings, today: dt.date) -> Delivery:
    path = folder / SETTINGS_FILE
    stated = settings_from(toml_file(path), today) if path.exists() else Settings()

    def first(*values: object) -> object:
        return next((value for value in values if value is not None), None)

    return Delivery(
        name=folder.resolve().name,
        folder=folder,
        as_of=first(stated.as_of, defaults.as_of),
        source_system=first(stated.source_system, defaults.source_system, "default"),
        kind=first(stated.kind, defaults.kind, "full"),
        is_synthetic=first(stated.is_synthetic, defaults.is_synthetic, False),
        overlapping_contracts=first(
            stated.overlapping_contracts, defaults.overlapping_contracts, OVERLAPS[0]
        ),
    )


def _holds_extracts(folder: Path, mapped_files: tuple[str, ...]) -> bool:
    names = files_in(folder)
    has_entity = any(standard_entity(name) or is_mapped(name, mapped_files) for name in names)
    return has_entity or (folder / SETTINGS_FILE).exists()


def _is_plain_folder(entry: Path) -> bool:
    # A folder called cases.csv keeps its name: it is refused later as a file that cannot be opened.
    return entry.is_dir() and standard_entity(entry.name) is None


def _entries(folder: Path) -> list[Path]:
    try:
        entries = list(folder.iterdir())
    except OSError as error:
        way_out = "Give the user who runs the build the right to read it."
        raise BadInputError("a folder that cannot be opened", way_out, file=folder.name) from error
    for entry in entries:
        _refuse_unspeakable(entry.name)
    return entries


def _refuse_unspeakable(name: str) -> None:
    """Names from another system may hold bytes that are no text: those can be neither shown nor stored."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError as error:
        shown = name.encode("ascii", "backslashreplace").decode()
        raise BadInputError("a file name that is not UTF-8", "Rename it.", file=shown) from error
