"""Every rule over the merged state, once, and the day up to which the warehouse knows."""

import datetime as dt
from dataclasses import dataclass

import polars as pl

from ingest.checks.facts import facts_after
from ingest.checks.relations import Judge
from ingest.checks.rules import KnownCategories, rows_breaking_rules
from ingest.checks.source_days import SourceDay, derived_day, stated_days
from ingest.checks.spreadsheet_errors import error_cells
from ingest.contract import ENTITIES
from ingest.extracts.delivery import Delivery
from ingest.extracts.origins import UID


@dataclass(frozen=True)
class Judgement:
    """One breach per row that goes to quarantine, by entity; and up to which day each source knows."""

    breached: dict[str, pl.DataFrame]
    sources: dict[str, SourceDay]

    @property
    def as_of(self) -> dt.date:
        """The day up to which the warehouse knows: the latest of its sources."""
        return max(day.as_of for day in self.sources.values())

    @property
    def is_as_of_stated(self) -> bool:
        """Whether a source that knows that far said so."""
        return any(day.is_stated for day in self.sources.values() if day.as_of == self.as_of)


def judged(
    frames: dict[str, pl.DataFrame],
    delivered: frozenset[str],
    known: KnownCategories,
    deliveries: list[Delivery],
    source_of_line: dict[int, str],
    today: dt.date,
) -> Judgement:
    """The judgement over all rows in force (``frames`` by entity); facts are held to the day of their source.

    ``delivered`` names the entities that some delivery brought, if only as a header, ``source_of_line`` the
    source system of each line of the ledger.
    """
    in_row = {
        name: [rows_breaking_rules(frames[name], entity, known), error_cells(frames[name], entity)]
        for name, entity in ENTITIES.items()
    }
    sources = stated_days(deliveries)
    silent = {source for source, day in sources.items() if not day.is_stated}
    if silent:
        # What goes to quarantine for another reason does not say how far the warehouse knows.
        breached = Judge(frames, in_row, delivered).judge()
        loaded = {name: kept_rows(frame, breached[name]) for name, frame in frames.items()}
        for source in silent:
            lines = [line for line, of in source_of_line.items() if of == source]
            sources[source] = derived_day(sources[source], loaded, lines, today)
    days = {line: sources[source].as_of for line, source in source_of_line.items()}
    facts = {name: facts_after(frames[name], entity, days) for name, entity in ENTITIES.items()}
    found = {name: [*in_row[name], *facts[name]] for name in ENTITIES}
    return Judgement(Judge(frames, found, delivered).judge(), sources)


def kept_rows(frame: pl.DataFrame, breached: pl.DataFrame) -> pl.DataFrame:
    """The rows of an entity that stay out of quarantine, in their order."""
    return frame.join(breached, on=UID, how="anti", maintain_order="left") if breached.height else frame
