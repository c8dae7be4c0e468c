"""One delivery from its folder to parsed rows: files read, searched, mapped, hashed, parsed, counted."""

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import polars as pl

from ingest.checks.keys import each_row_once
from ingest.contract import ENTITIES, Entity
from ingest.extracts.decimal_commas import with_decimal_points
from ingest.extracts.delivery import (
    Delivery,
    files_in,
    no_entity,
    refuse_misspelt_names,
)
from ingest.extracts.files import extract_file, file_hash
from ingest.extracts.kinds import read_as
from ingest.extracts.names import is_of_the_system, open_workbook, standard_entity
from ingest.extracts.natives import with_native_cells
from ingest.extracts.origins import LINE, ROW_NUMBER, UID
from ingest.extracts.parsing import parsed
from ingest.extracts.persons import refuse_person_data, refuse_person_keys
from ingest.extracts.pseudonyms import pseudonymous
from ingest.extracts.table_wanted import TableWanted
from ingest.intake.headings import (
    check_columns,
    harmless_columns,
    known_columns,
    refuse_missing_files,
    refuse_two_files,
    table_wanted,
)
from ingest.layouts.cells import number_columns
from ingest.layouts.expanding import expanded
from ingest.layouts.mapping import Mapping, Table
from ingest.layouts.open_questions import open_questions, refuse_instants
from ingest.layouts.reshaping import REPEATED_ROW, reshaped
from ingest.layouts.words import looks_like_words, without_words
from ingest.progress import Progress
from ingest.raw.ledger import LedgerLine, rows_by_line

_ONE_WORD = re.compile(r"\w{1,40}", re.ASCII)
_COLUMNS_NAMED = 20


@dataclass
class DeliveryReader:
    """Reads deliveries one after another; numbers their ledger lines and rows over all of them."""

    mapping: Mapping
    key: bytes
    progress: Progress
    last_line: int = 0
    next_uid: int = 0
    _parts: dict[str, list[pl.DataFrame]] = field(default_factory=dict)

    def read(self, delivery: Delivery) -> tuple[list[LedgerLine], dict[str, pl.DataFrame]]:
        """Ledger lines of one delivery and its parsed rows by entity; BadInputError refuses it whole."""
        refuse_misspelt_names(delivery.folder, self.mapping.files)
        names = files_in(delivery.folder)
        refuse_two_files(names, self.mapping)
        refuse_missing_files(delivery, names, self.mapping)
        self._parts = {}
        lines: list[LedgerLine] = []
        with self.progress.step(f"reading {delivery.name}, {len(names)} files", total=len(names)) as step:
            for name in names:
                lines += self._read_file(delivery, name)
                step.advance()
        if not self._parts:
            raise no_entity(delivery.name)
        rows_by_entity = {}
        for name in list(self._parts):
            frames = self._parts.pop(name)
            rows = pl.concat(frames) if len(frames) > 1 else frames[0]
            rows_by_entity[name] = _each_row_once(rows, ENTITIES[name], lines)
        return lines, rows_by_entity

    def _read_file(self, delivery: Delivery, name: str) -> Iterator[LedgerLine]:
        started = time.perf_counter()
        tables = self.mapping.tables_of(name)
        entity = None if tables else standard_entity(name)
        if not tables and entity is None:
            self.progress.note(f"{delivery.name}/{name}: ignored, {_why_ignored(name)}")
            yield self._new_line(delivery, name)
            return
        path = delivery.folder / name
        first = tables[0] if tables else None
        wanted = table_wanted(tables, ENTITIES.get(entity))
        extract = extract_file(
            path, first.formats.separator if first else None, first.sheet if first else None, wanted
        )
        texts = extract.frame
        tables = [expanded(table, texts.columns, name) for table in tables]
        refuse_person_data(texts, name, harmless_columns(tables))
        texts = with_native_cells(texts, extract.numbers, number_columns(tables))
        hashed = file_hash(path)
        for target in dict.fromkeys(table.entity for table in tables) or [entity]:
            line = self._new_line(delivery, name, hashed, target)
            own_tables = [table for table in tables if table.entity == target]
            if ENTITIES[target].of_groups_only:
                refuse_person_keys(texts.columns, target, name)
            with read_as(path, f"rows of {target}"):
                self._take_in(texts, line, own_tables)
            line.aside = [*extract.aside, *_not_used(extract.frame, wanted)]
            if line.aside:
                self.progress.note(f"{delivery.name}/{name}: not loaded: {'; '.join(line.aside)}")
            line.seconds = round(time.perf_counter() - started, 3)
            yield line

    def _take_in(self, texts: pl.DataFrame, line: LedgerLine, tables: list[Table]) -> None:
        """Shape, hash and parse a file's rows as one entity and keep them for the merge."""
        entity = ENTITIES[line.entity]
        if tables:
            self._say(question for table in tables for question in open_questions(texts, table, line.file))
            texts = _mapped(texts, line, tables)
        else:
            check_columns(texts, entity, line.file)
            line.rows_delivered = texts.height
            texts = texts.select(name for name in texts.columns if name in known_columns(entity))
            texts = without_words(texts, entity, self.mapping.formats)
            if line.file.lower().endswith(".parquet"):
                refuse_instants(texts, entity, line.file)
            texts = with_decimal_points(texts, entity)
        line.columns_lacking = frozenset(column.name for column in entity.columns) - set(texts.columns)
        rows = parsed(pseudonymous(texts, list(entity.columns), self.key), entity)
        self._say(looks_like_words(rows, entity, line.file))
        if any(table.is_distinct for table in tables):
            rows = self._without_repeated(rows, entity, line)
        uids = pl.int_range(self.next_uid, self.next_uid + rows.height, dtype=pl.UInt32, eager=True)
        self.next_uid += rows.height
        origin = (pl.lit(line.number, pl.UInt32).alias(LINE), uids.alias(UID))
        self._parts.setdefault(entity.name, []).append(rows.with_columns(*origin))

    def _say(self, sentences: Iterable[str]) -> None:
        for sentence in dict.fromkeys(sentences):
            self.progress.note(sentence)

    def _without_repeated(self, rows: pl.DataFrame, entity: Entity, line: LedgerLine) -> pl.DataFrame:
        """Rows that an earlier file of the delivery did not bring already."""
        columns = [column.name for column in entity.columns]
        for earlier in self._parts.get(entity.name, []):
            new = rows.join(earlier, on=columns, how="anti", nulls_equal=True, maintain_order="left")
            line.left_out[REPEATED_ROW] += rows.height - new.height
            rows = new
        return rows

    def _new_line(self, delivery: Delivery, file: str, hashed: str = "", entity: str = "") -> LedgerLine:
        self.last_line += 1
        return LedgerLine(self.last_line, delivery, file, hashed, entity)


def _each_row_once(rows: pl.DataFrame, entity: Entity, lines: list[LedgerLine]) -> pl.DataFrame:
    """The rows without those that repeat an earlier one, which their lines count as left out."""
    kept, repeated = each_row_once(rows, entity, {line.number: line.file for line in lines})
    counts = rows_by_line(repeated)
    for line in lines:
        if counts[line.number]:
            line.left_out[REPEATED_ROW] += counts[line.number]
    return kept


def _not_used(texts: pl.DataFrame, wanted: TableWanted) -> list[str]:
    """Columns that are not loaded, by name; those that may be called after a person are only counted."""
    unused = [name for name in texts.columns if name != ROW_NUMBER and not wanted.uses(name)]
    named = [name for name in unused if _ONE_WORD.fullmatch(name)][:_COLUMNS_NAMED]
    more = len(unused) - len(named)
    return [f"column {name}" for name in named] + ([f"columns with other headings: {more}"] if more else [])


def _why_ignored(name: str) -> str:
    if workbook := open_workbook(name):
        return (
            f"a lock file: {workbook} is open in a spreadsheet program; close it and deliver what was saved"
        )
    return "a file of the system" if is_of_the_system(name) else "not an entity of the contract"


def _mapped(texts: pl.DataFrame, line: LedgerLine, tables: list[Table]) -> pl.DataFrame:
    """The rows that the mapping makes of a file, all still text; ``line`` counts them."""
    pieces = []
    for table in tables:
        piece, delivered, left_out = reshaped(texts, table, line.file)
        pieces.append(piece)
        line.rows_delivered += delivered
        line.left_out += left_out
    return pl.concat(pieces, how="diagonal")
