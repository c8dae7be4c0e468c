"""Rules a row keeps or breaks by itself, as one pandera schema per entity, made from the contract."""

from collections.abc import Mapping
from functools import partial

import pandera.polars as pa
import polars as pl
from pandera.errors import SchemaErrors

from ingest.checks.pairs import pair_rules
from ingest.checks.verdicts import BREACHES, breaches
from ingest.contract import Column, Entity
from ingest.extracts.origins import UID
from ingest.extracts.parsing import POLARS_TYPES, TEXT_SUFFIX

KnownCategories = Mapping[str, frozenset[str]]

_UNREADABLE = {
    "date": "not_a_date",
    "share": "not_a_number",
    "decimal": "not_a_number",
    "real": "not_a_number",
    "whole": "not_a_whole_number",
    "boolean": "not_a_boolean",
}

# A code is a word or a few, as an agency's list of choices has them; what is longer was typed by somebody.
_CODE = r"^[\w&/().+'-]+( [\w&/().+'-]+){0,3}$"
_CODE_LETTERS = 40


def rows_breaking_rules(frame: pl.DataFrame, entity: Entity, known: KnownCategories) -> pl.DataFrame:
    """The breaches (``BREACHES``) of in-row rules in a parsed frame that carries ``_uid``."""
    if frame.is_empty():
        return pl.DataFrame(schema=BREACHES)
    try:
        schema(entity, known).validate(frame, lazy=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases
        rules = cases.select(pl.col("index").cast(pl.UInt32), rule="check", column_name="column")
        uids = frame.select(UID).with_row_index("index")
        return breaches(rules.join(uids, on="index", how="inner"))
    return pl.DataFrame(schema=BREACHES)


def schema(entity: Entity, known: KnownCategories) -> pa.DataFrameSchema:
    """The schema of an entity; each check carries the name of its rule."""
    columns = {
        column.name: pa.Column(
            POLARS_TYPES[column.kind],
            checks=[
                *_column_checks(column, known),
                *(_check(rule, keeps) for rule, keeps in pair_rules(entity, column)),
            ],
            nullable=True,
        )
        for column in (*entity.columns, Column("is_deleted", "boolean"))
    }
    return pa.DataFrameSchema(columns)


def _column_checks(column: Column, known: KnownCategories) -> list[pa.Check]:
    value = pl.col(column.name)
    text = value if column.kind == "text" else pl.col(column.name + TEXT_SUFFIX)
    checks = []
    if column.kind != "text":
        is_read = value.is_not_null() | text.is_null()
        if column.kind == "share":
            # A number too large for a share is a share outside 0..1, not a word.
            is_read = is_read | _is_number(text)
            outside = value.is_between(0, 1) | (value.is_null() & ~_is_number(text))
            checks.append(_check("share_outside_0_1", outside))
        checks.append(_check(_UNREADABLE[column.kind], is_read))
    if column.is_required:
        checks.append(_check("missing_value", text.is_not_null()))
    if column.category:
        checks.append(_check("unknown_category", value.is_in(sorted(known.get(column.category, ())))))
    if column.is_code:
        checks.append(
            _check("free_text", value.str.contains(_CODE) & (value.str.len_chars() <= _CODE_LETTERS))
        )
    if column.bounds:
        least, most = column.bounds
        within = value >= least if most is None else value.is_between(least, most)
        checks.append(_check("outside_bounds", within))
    return checks


def _is_number(text: pl.Expr) -> pl.Expr:
    return text.cast(pl.String).cast(pl.Float64, strict=False).is_finite().fill_null(False)


def _check(rule: str, keeps: pl.Expr) -> pa.Check:
    """A check over the whole frame, named after its rule; what cannot be compared breaks nothing."""
    return pa.Check(partial(_kept, keeps=keeps), name=rule, ignore_na=False)


def _kept(checked: pa.PolarsData, keeps: pl.Expr) -> pl.LazyFrame:
    return checked.lazyframe.select(keeps.fill_null(True).alias(checked.key))
