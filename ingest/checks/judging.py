"""Every rule over the merged state, once, and the day up to which the warehouse knows."""

import datetime as dt
from dataclasses import dataclass

import polars as pl

from ingest.checks.facts import facts_after, latest_fact
from ingest.checks.relations import Judge
from ingest.checks.rules import KnownCategories, rows_breaking_rules
from ingest.checks.spreadsheet_errors import error_cells
from ingest.contract import ENTITIES
from ingest.extracts.delivery import Delivery
from ingest.extracts.origins import UID


@dataclass(frozen=True)
class Judgement:
    """One breach per row that goes to quarantine, by entity; and ``as_of``."""

    breached: dict[str, pl.DataFrame]
    as_of: dt.date
    is_as_of_stated: bool


def judged(
    frames: dict[str, pl.DataFrame],
    delivered: frozenset[str],
    known: KnownCategories,
    deliveries: list[Delivery],
    today: dt.date,
) -> Judgement:
    """The judgement over all rows in force (``frames`` by entity), with the ``as_of`` of the last delivery.

    ``delivered`` names the entities that some delivery brought, if only as a header.
    """
    in_row = {
        name: [rows_breaking_rules(frames[name], entity, known), error_cells(frames[name], entity)]
        for name, entity in ENTITIES.items()
    }
    stated = deliveries[-1].as_of
    as_of = stated
    if as_of is None:
        # What goes to quarantine for another reason does not say how far the warehouse knows.
        breached = Judge(frames, in_row, delivered).judge()
        loaded = {name: kept_rows(frame, breached[name]) for name, frame in frames.items()}
        as_of = _derived_as_of(loaded, deliveries, today)
    facts = {name: facts_after(frames[name], entity, as_of) for name, entity in ENTITIES.items()}
    found = {name: [*in_row[name], *facts[name]] for name in ENTITIES}
    return Judgement(Judge(frames, found, delivered).judge(), as_of, stated is not None)


def kept_rows(frame: pl.DataFrame, breached: pl.DataFrame) -> pl.DataFrame:
    """The rows of an entity that stay out of quarantine, in their order."""
    return frame.join(breached, on=UID, how="anti", maintain_order="left") if breached.height else frame


def _derived_as_of(loaded: dict[str, pl.DataFrame], deliveries: list[Delivery], today: dt.date) -> dt.date:
    """The latest fact, never before an ``as_of`` that an earlier delivery stated, never after today."""
    days = [delivery.as_of for delivery in deliveries if delivery.as_of]
    fact = latest_fact({ENTITIES[name]: rows for name, rows in loaded.items()})
    return min(max([*days, *([fact] if fact else [])], default=today), today)
