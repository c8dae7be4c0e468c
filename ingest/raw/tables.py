"""What the raw schema holds after a load: entities, quarantine, ledger, build, declared categories."""

from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version

import polars as pl

from ingest.checks.judging import Judgement, kept_rows
from ingest.contract import ENTITIES, Entity
from ingest.extracts.origins import LINE, UID
from ingest.layouts.mapping import Mapping
from ingest.order import Build
from ingest.raw.ledger import LedgerLine, left_out_table, loads_table, rows_by_line
from ingest.raw.merging import MergedState
from ingest.raw.origins import FIGURES_BEFORE, VERSION_BEFORE, editions_table, sources_table
from ingest.raw.quarantine import QUARANTINE_SCHEMA, quarantined_rows
from ingest.raw.writing import RawTable, entity_table, plain_table

_CATEGORY_COLUMNS = ("category", "category_value", "service_line")
_LABEL_COLUMNS = ("category", "category_value", "language", "label")
_DELIVERED = {"entity": pl.String, "is_delivered": pl.Boolean, "rows": pl.Int64}
_FIGURES = {
    "edition": pl.Int64,
    "build_id": pl.String,
    "known_on": pl.Date,
    "measure": pl.String,
    "office_id": pl.String,
    "month_start_on": pl.Date,
    "figure": pl.Float64,
}


def raw_tables(
    state: MergedState,
    judgement: Judgement,
    hints: pl.DataFrame,
    lines: list[LedgerLine],
    mapping: Mapping,
    build: Build,
) -> Iterator[RawTable]:
    """All tables of the raw schema, one after another; times in them are UTC without zone.

    Consumes the state: the rows of an entity are released once its table is taken.
    """
    by_number = {line.number: line for line in lines}
    yield plain_table("quarantine", _quarantine(state, judgement, hints, by_number))
    yield plain_table("loads", _loads(state, judgement, lines, build))
    yield plain_table("left_out", left_out_table(lines))
    yield plain_table("declared_categories", _declared_categories(mapping))
    yield plain_table("declared_labels", _declared_labels(mapping))
    yield plain_table("builds", _build(judgement, lines, build))
    yield plain_table("sources", sources_table(judgement.sources, lines))
    yield plain_table("editions", editions_table(state.frames["published_figures"]))
    # Publishing fills it with the editions before this one.
    yield plain_table("figures_as_known", pl.DataFrame(schema=_FIGURES))
    # And these with the version that is replaced.
    yield plain_table("version_before", pl.DataFrame(schema=VERSION_BEFORE))
    yield plain_table("figures_before", pl.DataFrame(schema=FIGURES_BEFORE))
    delivered = state.delivered_entities
    named_offices = None if "offices" in delivered else _offices_named(state, judgement)
    counts = []
    for name, entity in ENTITIES.items():
        rows = _with_origin(kept_rows(state.frames.pop(name), judgement.breached[name]), entity, by_number)
        if name == "offices" and named_offices is not None:
            rows = pl.concat([rows, named_offices], how="diagonal")
        counts.append((name, name in delivered, rows.height))
        yield entity_table(entity, rows)
    yield plain_table("delivered_entities", pl.DataFrame(counts, schema=_DELIVERED, orient="row"))


def _with_origin(frame: pl.DataFrame, entity: Entity, lines: dict[int, LedgerLine]) -> pl.DataFrame:
    names = {
        "delivery": {number: line.delivery.name for number, line in lines.items()},
        "file": {number: line.file for number, line in lines.items()},
    }
    origin = [
        pl.col(LINE).replace_strict(words, return_dtype=pl.String).alias(name)
        for name, words in names.items()
    ]
    columns = [column.name for column in entity.columns]
    return frame.select(*columns, *origin, "row_number")


def _offices_named(state: MergedState, judgement: Judgement) -> pl.DataFrame:
    """Where no list of offices was delivered: one per id that loaded rows name, called by its id."""
    named = [
        kept_rows(state.frames[name], judgement.breached[name]).select(office_id=column.name)
        for name, entity in ENTITIES.items()
        for column in entity.columns
        if column.refers_to == "offices"
    ]
    ids = pl.concat(named).drop_nulls().unique().sort("office_id")
    return ids.with_columns(office_name="office_id", delivery=pl.lit(""), file=pl.lit(""))


def _quarantine(
    state: MergedState, judgement: Judgement, hints: pl.DataFrame, lines: dict[int, LedgerLine]
) -> pl.DataFrame:
    found = [
        quarantined_rows(state.frames[name], entity, judgement.breached[name], hints, lines)
        for name, entity in ENTITIES.items()
        if judgement.breached[name].height
    ]
    return pl.concat([pl.DataFrame(schema=QUARANTINE_SCHEMA), *found])


def _loads(state: MergedState, judgement: Judgement, lines: list[LedgerLine], build: Build) -> pl.DataFrame:
    quarantined: Counter[int] = Counter()
    for name, breached in judgement.breached.items():
        quarantined.update(rows_by_line(state.frames[name].join(breached, on=UID, how="semi")))
    return loads_table(lines, quarantined, state.superseded, build.at_utc)


def _declared_categories(mapping: Mapping) -> pl.DataFrame:
    rows = [tuple(getattr(category, name) for name in _CATEGORY_COLUMNS) for category in mapping.categories]
    return pl.DataFrame(rows, schema=dict.fromkeys(_CATEGORY_COLUMNS, pl.String), orient="row")


def _declared_labels(mapping: Mapping) -> pl.DataFrame:
    rows = [(one.category, one.category_value, *said) for one in mapping.categories for said in one.labels]
    return pl.DataFrame(rows, schema=dict.fromkeys(_LABEL_COLUMNS, pl.String), orient="row")


def _build(judgement: Judgement, lines: list[LedgerLine], build: Build) -> pl.DataFrame:
    deliveries = {line.delivery for line in lines}
    row = {
        "build_id": build.id,
        "built_at": build.at_utc,
        "as_of": judgement.as_of,
        "is_as_of_stated": judgement.is_as_of_stated,
        "version": version("maatwerk"),
        "is_synthetic": any(delivery.is_synthetic for delivery in deliveries),
        "deliveries": len(deliveries),
        "source_systems": ", ".join(sorted({delivery.source_system for delivery in deliveries})),
    }
    return pl.DataFrame([row], schema_overrides={"built_at": pl.Datetime("us")})
