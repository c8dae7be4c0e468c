"""The merged state of all deliveries: fulls replace, deltas upsert and delete, every row keeps its origin."""

from collections import Counter
from dataclasses import dataclass, field

import polars as pl

from ingest.checks.keys import key_refusal, with_whole_key
from ingest.contract import ENTITIES
from ingest.extracts.delivery import Delivery
from ingest.extracts.origins import LINE, ROW_NUMBER, UID
from ingest.extracts.parsing import IS_DELETED, TEXT_SUFFIX, parsed
from ingest.raw.ledger import LedgerLine, rows_by_line

_REPLACED_BY = "_replaced_by"
_EARLIER = "__earlier"
_ORIGIN = {ROW_NUMBER: pl.Int64, LINE: pl.UInt32, UID: pl.UInt32}


def _no_rows() -> dict[str, pl.DataFrame]:
    return {name: parsed(pl.DataFrame(schema=_ORIGIN), entity) for name, entity in ENTITIES.items()}


@dataclass
class MergedState:
    """Parsed rows in force by entity, in the order of delivery, and what was replaced on the way."""

    frames: dict[str, pl.DataFrame] = field(default_factory=_no_rows)
    superseded: Counter[int] = field(default_factory=Counter)
    delivered: dict[str, set[str]] = field(default_factory=dict)
    lines: dict[int, LedgerLine] = field(default_factory=dict)
    replaced: dict[str, pl.DataFrame] = field(default_factory=dict)

    def apply(self, delivery: Delivery, lines: list[LedgerLine], parts: dict[str, pl.DataFrame]) -> None:
        """Merge one delivery: its ledger lines, and its parsed rows by entity."""
        source = delivery.source_system
        self.lines |= {line.number: line for line in lines}
        if delivery.kind == "full":
            self._forget(source)
        else:
            parts = {name: self._completed(name, part, source) for name, part in parts.items()}
        for name, part in parts.items():
            self._drop_keys(name, part, source)
        deleted = {name: _deleted(part, name) for name, part in parts.items()}
        parts = {name: _without(part, deleted[name]) for name, part in parts.items()}
        for name, rows in deleted.items():
            self._drop_what_hangs_on(name, rows, parts[name])
        for name, staying in parts.items():
            self.superseded.update(rows_by_line(deleted[name]))
            before = self.frames[name]
            self.frames[name] = pl.concat([before, staying]) if before.height else staying
        self.delivered.setdefault(source, set()).update(parts)

    @property
    def delivered_entities(self) -> frozenset[str]:
        """Entities that a delivery still in force brought, if only as a header."""
        return frozenset().union(*self.delivered.values())

    @property
    def source_of_line(self) -> dict[int, str]:
        """The source system that delivered each line of the ledger."""
        return {number: line.delivery.source_system for number, line in self.lines.items()}

    def refuse_clashes(self) -> None:
        """BadInputError when two source systems deliver one key."""
        if len(self.delivered) < 2:
            return
        for name, entity in ENTITIES.items():
            rows = with_whole_key(self.frames[name], entity).sort(UID)
            if rows.n_unique(entity.key) == rows.height:
                continue
            sources = {number: line.delivery.source_system for number, line in self.lines.items()}
            rows = rows.with_columns(source=pl.col(LINE).replace_strict(sources, return_dtype=pl.String))
            rows = rows.unique([*entity.key, "source"], keep="first", maintain_order=True)
            clash = rows.filter(~rows.select(pl.struct(entity.key).is_first_distinct()).to_series())
            if clash.height:
                file = self.lines[clash[LINE][0]].file
                raise key_refusal(clash.head(1), entity, file, "a key that two source systems deliver")

    def restore(self, breached: dict[str, pl.DataFrame]) -> bool:
        """Put back the rows whose corrections are in quarantine; whether there were any.

        ``breached`` holds the breaches by entity. A correction counts once it can be read; until then what it
        was to replace stays in force. One entity at a time, as rows that refer to what came back may be good.
        """
        for name in [one for one in ENTITIES if one in self.replaced]:
            replaced = self.replaced[name]
            back = replaced.join(breached[name].select(**{_REPLACED_BY: UID}), on=_REPLACED_BY, how="semi")
            if back.height:
                self.replaced[name] = replaced.join(back, on=UID, how="anti")
                rows = back.drop(_REPLACED_BY)
                self.superseded.subtract(rows_by_line(rows))
                self.frames[name] = pl.concat([self.frames[name], rows])
                return True
        return False

    def _completed(self, name: str, part: pl.DataFrame, source: str) -> pl.DataFrame:
        """Rows of a delta with what the rows they replace say in columns that their file does not have."""
        key = list(ENTITIES[name].key)
        lines = [self.lines[number] for number in part[LINE].unique().sort()]
        if not self.frames[name].height or not any(line.columns_lacking for line in lines):
            return part
        earlier = self.frames[name].filter(self._is_of(source)).unique(key, keep="last", maintain_order=True)
        matched = part.join(
            earlier, on=key, how="left", nulls_equal=True, suffix=_EARLIER, maintain_order="left"
        )
        for line in lines:
            lacking = [name for name in (*line.columns_lacking, *_texts(line)) if name in earlier.columns]
            of_line = pl.col(LINE) == line.number
            matched = matched.with_columns(
                pl.when(of_line).then(pl.coalesce(name + _EARLIER, name)).otherwise(pl.col(name)).alias(name)
                for name in lacking
                if name not in key
            )
        return matched.select(part.columns)

    def _forget(self, source: str) -> None:
        """A full delivery replaces everything its source delivered before."""
        for name, frame in self.frames.items():
            self._drop(name, frame.filter(self._is_of(source)))
        self.delivered[source] = set()

    def _drop_keys(self, name: str, part: pl.DataFrame, source: str) -> None:
        """Rows of the same source under the keys of ``part`` are replaced or deleted."""
        entity, frame = ENTITIES[name], self.frames[name]
        if frame.height:
            keys = with_whole_key(part, entity).select(*entity.key, pl.col(UID).alias(_REPLACED_BY))
            keys = keys.unique(entity.key, keep="last")
            own = frame.filter(self._is_of(source))
            replaced = own.join(keys, on=entity.key, how="inner", nulls_equal=True)
            self._drop(name, replaced.select(own.columns))
            if replaced.height:
                before = self.replaced.get(name, replaced.clear())
                self.replaced[name] = pl.concat([before, replaced])

    def _drop_what_hangs_on(self, name: str, rows: pl.DataFrame, staying: pl.DataFrame | None = None) -> None:
        """Rows delivered earlier that refer to ``rows`` go too, and rows that refer to those.

        An audit has a row per criterion: what hangs on it stays as long as one of them does, here or among
        the rows that are about to come in (``staying``).
        """
        if rows.is_empty() or name not in ("offices", "cases", "audits"):
            return
        key = f"{name[:-1]}_id"
        keys = rows.select(reference=key).drop_nulls()
        for left in (self.frames[name], staying):
            if left is not None:
                keys = keys.join(left.select(reference=key), on="reference", how="anti")
        for child in ENTITIES.values():
            for column in child.columns:
                if column.refers_to == name:
                    frame = self.frames[child.name]
                    hanging = frame.join(keys, left_on=column.name, right_on="reference", how="semi")
                    self._drop(child.name, hanging)
                    self._drop_what_hangs_on(child.name, hanging)

    def _drop(self, name: str, rows: pl.DataFrame) -> None:
        if rows.height:
            self.superseded.update(rows_by_line(rows))
            self.frames[name] = self.frames[name].join(rows, on=UID, how="anti", maintain_order="left")

    def _is_of(self, source: str) -> pl.Expr:
        numbers = [number for number, line in self.lines.items() if line.delivery.source_system == source]
        return pl.col(LINE).is_in(numbers)


def _without(part: pl.DataFrame, deleted: pl.DataFrame) -> pl.DataFrame:
    return part.join(deleted, on=UID, how="anti", maintain_order="left") if deleted.height else part


def _texts(line: LedgerLine) -> list[str]:
    return [name + TEXT_SUFFIX for name in line.columns_lacking]


def _deleted(part: pl.DataFrame, name: str) -> pl.DataFrame:
    # A deletion whose key cannot be read deletes nothing: it stays and goes to quarantine.
    return with_whole_key(part.filter(pl.col(IS_DELETED).fill_null(False)), ENTITIES[name])
