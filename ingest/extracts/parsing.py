"""From text to the types of the contract; what cannot be read becomes null and keeps its text beside it."""

from decimal import Decimal

import polars as pl

from ingest.contract import Column, Entity, Kind

# The text as delivered is kept beside each parsed column that is not text itself.
TEXT_SUFFIX = "__text"
IS_DELETED = "is_deleted"

FIRST_YEAR = 1900
ENDLESS = "9999-12-31"
_NUMBER = r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$"
_WHOLE = r"^[+-]?\d+(\.0*)?$"
_PLACES = {"share": (12, 9), "decimal": (24, 6)}
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}

POLARS_TYPES: dict[Kind, pl.DataType] = {
    "text": pl.String(),
    "date": pl.Date(),
    "share": pl.Decimal(*_PLACES["share"]),
    "decimal": pl.Decimal(*_PLACES["decimal"]),
    "real": pl.Float64(),
    "whole": pl.Int64(),
    "boolean": pl.Boolean(),
}


def parsed(frame: pl.DataFrame, entity: Entity) -> pl.DataFrame:
    """A text frame as the entity's columns in order, typed, each but text with its ``__text`` beside it.

    Columns the frame lacks are null; ``is_deleted`` (false when absent) and all other columns pass. Where
    the frame has the text as delivered already (of a mapping), that is kept.
    """
    contract_names = {name for column in entity.columns for name in (column.name, column.name + TEXT_SUFFIX)}
    contract_names.add(IS_DELETED + TEXT_SUFFIX)
    wanted = (*entity.columns, Column(IS_DELETED, "boolean", default="false"))
    expressions = [expression for column in wanted for expression in _both(column, frame.columns)]
    others = [name for name in frame.columns if name not in contract_names | {IS_DELETED}]
    return frame.select(*expressions, *others)


def as_dates(text: pl.Expr) -> pl.Expr:
    """ISO days; null for anything else, days that do not exist and years before 1900 (typing errors)."""
    # Files that know times write plain days with a midnight.
    midnight = text.str.contains(r"^.{10}[T ]00:00(:00(\.0+)?)?(Z|\+00:?00)?$")
    day = pl.when(text.str.len_bytes() == 10).then(text).when(midnight).then(text.str.slice(0, 10))
    date = day.str.to_date("%Y-%m-%d", strict=False)
    return pl.when(date.dt.year() >= FIRST_YEAR).then(date)


def _both(column: Column, delivered: list[str]) -> list[pl.Expr]:
    is_delivered = column.name in delivered
    text = pl.col(column.name) if is_delivered else pl.lit(None, pl.String)
    if column.kind == "text":
        return [text.alias(column.name)]
    value = _value(text, column.kind) if is_delivered else pl.lit(None, POLARS_TYPES[column.kind])
    if column.name + TEXT_SUFFIX in delivered:
        text = pl.col(column.name + TEXT_SUFFIX)
    elif column.kind == "date" and not column.is_required:
        # Databases write "no end" as the last day they know.
        text = pl.when(~text.str.starts_with(ENDLESS)).then(text)
        value = pl.when(text.is_not_null()).then(value)
    if column.default is not None:
        # Only an empty value takes the default: text that cannot be read stays an error.
        value = pl.when(text.is_null()).then(_default(column)).otherwise(value)
    # Few different texts for many rows: days, shares, yes and no.
    return [value.alias(column.name), text.cast(pl.Categorical).alias(column.name + TEXT_SUFFIX)]


def _default(column: Column) -> pl.Expr:
    if column.kind == "boolean":
        return pl.lit(_BOOLEANS[column.default])
    return pl.lit(Decimal(column.default), POLARS_TYPES[column.kind])


def _value(text: pl.Expr, kind: Kind) -> pl.Expr:
    if kind == "date":
        return as_dates(text)
    if kind == "boolean":
        lower = text.str.to_lowercase()
        return lower.replace_strict(_BOOLEANS, default=None, return_dtype=pl.Boolean)
    if kind == "whole":
        # Files that know no whole numbers beside empty cells write 17 as 17.0.
        whole = pl.when(text.str.contains(_WHOLE)).then(text.str.replace(r"\.0*$", ""))
        return whole.str.strip_prefix("+").cast(pl.Int64, strict=False)
    number = pl.when(text.str.contains(_NUMBER)).then(text)
    if kind == "real":
        real = number.cast(pl.Float64, strict=False)
        return pl.when(real.is_finite()).then(real)
    plain = pl.when(number.str.contains("[eE]")).then(number.cast(pl.Float64, strict=False).cast(pl.String))
    return plain.otherwise(number).cast(POLARS_TYPES[kind], strict=False)
