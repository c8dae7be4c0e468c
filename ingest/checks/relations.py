"""Rules between rows: what a row refers to must be loaded; what refers to a quarantined one goes with it."""

from dataclasses import dataclass, field

import polars as pl

from ingest.checks.overlaps import earlier_rows_of_a_key, overlapping_rows
from ingest.checks.verdicts import BREACHES, breaches, first_breaches
from ingest.contract import ENTITIES, Column, Entity
from ingest.extracts.origins import UID

_UNKNOWN = {
    "offices": "unknown_office",
    "cases": "unknown_case",
    "officers": "unknown_officer",
    "audits": "unknown_audit",
}
# Officers are no entity: they are known by their contracts.
_KNOWN_BY = {"officers": ("staff_contracts", "officer_id")}


@dataclass
class Judge:
    """Goes through the entities in the order of the contract, parents before children."""

    frames: dict[str, pl.DataFrame]
    in_row: dict[str, list[pl.DataFrame]]
    delivered: frozenset[str]
    quarantined: dict[str, pl.DataFrame] = field(default_factory=dict)

    def judge(self) -> dict[str, pl.DataFrame]:
        """One breach per row that goes to quarantine, by entity."""
        for name, entity in ENTITIES.items():
            frame = self.frames[name]
            if frame.is_empty():
                self.quarantined[name] = pl.DataFrame(schema=BREACHES)
                continue
            found = list(self.in_row[name])
            for column in entity.columns:
                if column.refers_to in _UNKNOWN and column.refers_to != name:
                    found += self._unknown(frame, column)
            self.quarantined[name] = first_breaches(found, entity)
            self._follow_own_references(frame, entity)
            loaded = self._loaded(name)
            found = [
                self.quarantined[name],
                overlapping_rows(loaded, entity),
                earlier_rows_of_a_key(loaded, entity),
            ]
            self.quarantined[name] = first_breaches(found, entity)
        return self.quarantined

    def _follow_own_references(self, frame: pl.DataFrame, entity: Entity) -> None:
        """A row may hang on a row of its own entity, and that on another: until nothing more goes."""
        own = [column for column in entity.columns if column.refers_to == entity.name]
        before = -1
        while own and before < self.quarantined[entity.name].height:
            before = self.quarantined[entity.name].height
            found = [breach for column in own for breach in self._unknown(frame, column)]
            known = self.quarantined[entity.name]
            self.quarantined[entity.name] = first_breaches([known, *found], entity)

    def _unknown(self, frame: pl.DataFrame, column: Column) -> list[pl.DataFrame]:
        """Breaches of rows whose reference is not loaded; none where its entity was never delivered."""
        parent, key = _KNOWN_BY.get(column.refers_to, (column.refers_to, f"{column.refers_to[:-1]}_id"))
        if parent not in self.delivered and column.refers_to != "cases":
            return []
        named = frame.lazy().select(UID, reference=column.name).drop_nulls()
        # An officer whose contract is set aside is known by it all the same, and carries cases.
        knowing = self.frames[parent] if column.refers_to in _KNOWN_BY else self._loaded(parent)
        loaded = knowing.lazy().select(reference=key)
        missing = named.join(loaded, on="reference", how="anti")
        gone = self._gone(parent).lazy().select(reference=key).drop_nulls()
        hanging = missing.join(gone, on="reference", how="semi")
        unknown = missing.join(gone, on="reference", how="anti")
        return [
            breaches(rows.with_columns(rule=pl.lit(rule), column_name=pl.lit(column.name)).collect())
            for rows, rule in ((unknown, _UNKNOWN[column.refers_to]), (hanging, "hangs_on_quarantined"))
        ]

    def _loaded(self, name: str) -> pl.DataFrame:
        return self.frames[name].join(self.quarantined[name], on=UID, how="anti", maintain_order="left")

    def _gone(self, name: str) -> pl.DataFrame:
        return self.frames[name].join(self.quarantined[name], on=UID, how="semi")
