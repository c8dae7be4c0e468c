"""One delivery from its folder to parsed rows: files read, searched, mapped, hashed, parsed, counted."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import polars as pl

from ingest.checks.keys import refuse_duplicate_keys
from ingest.checks.verdicts import UID
from ingest.contract import ENTITIES, Entity
from ingest.errors import BadInputError
from ingest.extracts.delivery import (
    Delivery,
    files_in,
    is_mapped,
    no_entity,
    refuse_misspelt_names,
    standard_entity,
)
from ingest.extracts.files import ROW_NUMBER, file_hash, text_file
from ingest.extracts.parsing import IS_DELETED, parsed
from ingest.extracts.persons import NOT_SEARCHED, refuse_person_data
from ingest.extracts.pseudonyms import pseudonymous
from ingest.extracts.typos import probably_meant
from ingest.layouts.mapping import Mapping, Table
from ingest.layouts.reshaping import REPEATED_ROW, reshaped
from ingest.progress import Progress
from ingest.raw.ledger import LOAD, Load


@dataclass
class Reader:
    """Reads deliveries one after another; numbers their ledger lines and rows over all of them."""

    mapping: Mapping
    key: bytes
    progress: Progress
    next_load: int = 0
    next_uid: int = 0
    _parts: dict[str, list[pl.DataFrame]] = field(default_factory=dict)

    def read(self, delivery: Delivery) -> tuple[list[Load], dict[str, pl.DataFrame]]:
        """Ledger lines of one delivery and its parsed rows by entity; BadInputError refuses it whole."""
        refuse_misspelt_names(delivery.folder, self.mapping.files)
        names = files_in(delivery.folder)
        self._refuse_two_files(names)
        self._refuse_missing_files(delivery, names)
        self._parts = {}
        loads = [load for name in names for load in self._read_file(delivery, name)]
        if not self._parts:
            raise no_entity(delivery.name)
        parts = {}
        for name in list(self._parts):
            frames = self._parts.pop(name)
            parts[name] = pl.concat(frames) if len(frames) > 1 else frames[0]
            refuse_duplicate_keys(parts[name], ENTITIES[name], {load.number: load.file for load in loads})
        return loads, parts

    def _read_file(self, delivery: Delivery, name: str) -> Iterator[Load]:
        started = time.perf_counter()
        tables = self.mapping.tables_of(name)
        entity = None if tables else standard_entity(name)
        if not tables and entity is None:
            self.progress.note(f"{delivery.name}/{name}: ignored, no entity of the contract")
            yield self._load(delivery, name)
            return
        path = delivery.folder / name
        first = tables[0] if tables else None
        with self.progress.step(f"reading {delivery.name}/{name}"):
            frame = text_file(path, first.separator if first else None, first.sheet if first else None)
            refuse_person_data(frame, name, _harmless_columns(tables))
            hashed = file_hash(path)
            for target in dict.fromkeys(table.entity for table in tables) or [entity]:
                load = self._load(delivery, name, hashed, target)
                own_tables = [table for table in tables if table.entity == target]
                self._take_in(frame, load, own_tables)
                load.seconds = round(time.perf_counter() - started, 3)
                yield load

    def _take_in(self, frame: pl.DataFrame, load: Load, tables: list[Table]) -> None:
        """Shape, hash and parse a file's rows as one entity and keep them for the merge."""
        entity = ENTITIES[load.entity]
        if tables:
            pieces = []
            for table in tables:
                piece, delivered, left_out = reshaped(frame, table, load.file)
                pieces.append(piece)
                load.rows_delivered += delivered
                load.left_out += left_out
            frame = pl.concat(pieces, how="diagonal")
        else:
            self._check_columns(frame, entity, load.file)
            load.rows_delivered = frame.height
            frame = frame.select(name for name in frame.columns if name in _wanted(entity))
        rows = parsed(pseudonymous(frame, list(entity.columns), self.key), entity)
        if any(table.is_distinct for table in tables):
            rows = self._without_repeated(rows, entity, load)
        uids = pl.int_range(self.next_uid, self.next_uid + rows.height, dtype=pl.UInt32, eager=True)
        self.next_uid += rows.height
        origin = (pl.lit(load.number, pl.UInt32).alias(LOAD), uids.alias(UID))
        self._parts.setdefault(entity.name, []).append(rows.with_columns(*origin))

    def _without_repeated(self, rows: pl.DataFrame, entity: Entity, load: Load) -> pl.DataFrame:
        """Rows that an earlier file of the delivery did not bring already."""
        columns = [column.name for column in entity.columns]
        for earlier in self._parts.get(entity.name, []):
            new = rows.join(earlier, on=columns, how="anti", nulls_equal=True, maintain_order="left")
            load.left_out[REPEATED_ROW] += rows.height - new.height
            rows = new
        return rows

    def _check_columns(self, frame: pl.DataFrame, entity: Entity, file: str) -> None:
        self._refuse_no_header(frame, entity, file)
        for name in entity.required:
            if name not in frame.columns:
                there = ", ".join(column for column in frame.columns if column != ROW_NUMBER)
                way_out = f"{entity.name} needs {', '.join(entity.required)}; columns there: {there}."
                raise BadInputError("a missing column", way_out, file=file, column=name)
        extra = [name for name in frame.columns if name not in _wanted(entity)]
        if extra:
            meant = {name: probably_meant(name, _wanted(entity)) for name in extra}
            listed = ", ".join(f"{name} (is {meant[name]} meant?)" if meant[name] else name for name in extra)
            self.progress.note(f"{file}: columns outside the contract, not loaded: {listed}")

    def _refuse_no_header(self, frame: pl.DataFrame, entity: Entity, file: str) -> None:
        """A first row without one known name holds values, which may be about a person: never quoted."""
        if _wanted(entity) & set(frame.columns) != {ROW_NUMBER}:
            return
        sheet = " Of a workbook the sheet named after the entity is read, else the first."
        way_out = (
            f"{entity.name} needs {', '.join(entity.required)} in the first row, with commas or semicolons"
            f" between.{sheet if file.lower().endswith('.xlsx') else ''}"
        )
        raise BadInputError("a first row that names no column of the contract", way_out, file=file)

    def _refuse_two_files(self, names: list[str]) -> None:
        holds: dict[str, str] = {}
        for name in names:
            entity = None if is_mapped(name, self.mapping.files) else standard_entity(name)
            if entity is None:
                continue
            other = "the mapping" if entity in self.mapping.entities else holds.get(entity)
            if other:
                way_out = "Deliver one of them."
                raise BadInputError(f"two files for {entity} (the other: {other})", way_out, file=name)
            holds[entity] = name

    def _refuse_missing_files(self, delivery: Delivery, names: list[str]) -> None:
        for table in self.mapping.tables:
            is_there = any(is_mapped(name, (table.file,)) for name in names)
            if not is_there and not table.is_optional and delivery.kind == "full":
                way_out = f"Put it into {delivery.name}, or say optional = true in {self.mapping.name}."
                raise BadInputError("a missing file that the mapping names", way_out, file=table.file)

    def _load(self, delivery: Delivery, file: str, hashed: str = "", entity: str = "") -> Load:
        self.next_load += 1
        return Load(self.next_load, delivery, file, hashed, entity)


def _wanted(entity: Entity) -> set[str]:
    return {*(column.name for column in entity.columns), IS_DELETED, ROW_NUMBER}


def _harmless_columns(tables: list[Table]) -> set[str]:
    """Columns of a file that are not searched: what fills an id or an office name, and nothing else."""
    if not tables:
        return set(NOT_SEARCHED)
    fillings = [pair for table in tables for shape in table.shapes for pair in shape.columns.items()]
    harmless = {name for target, filling in fillings if target in NOT_SEARCHED for name in filling.columns}
    searched = {
        name for target, filling in fillings if target not in NOT_SEARCHED for name in filling.columns
    }
    return harmless - searched
