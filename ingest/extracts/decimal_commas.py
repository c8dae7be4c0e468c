"""Numbers with a decimal comma in files of the contract's own layout: read where no other meaning fits."""

import polars as pl

from ingest.contract import NUMBERS, Entity

_COMMA = r"^[+-]?\d+,\d+$"
# A comma before exactly three digits may also separate thousands, unless a zero comes before it.
_ONLY_DECIMAL = r"^[+-]?(0+,\d+|\d+,(\d{1,2}|\d{4,}))$"


def with_decimal_points(texts: pl.DataFrame, entity: Entity) -> pl.DataFrame:
    """The text frame with decimal points in the columns whose commas can be nothing else.

    A column keeps its commas, and its rows go to quarantine, where one of its values has a point, or where
    every comma may part thousands. A share is at most one: its commas part nothing.
    """
    for column in entity.columns:
        if column.kind in NUMBERS and column.name in texts.columns:
            pattern = _COMMA if column.kind == "share" else _ONLY_DECIMAL
            if _are_decimal(texts[column.name], pattern):
                value = pl.col(column.name)
                point = pl.when(value.str.contains(_COMMA)).then(value.str.replace(",", ".", literal=True))
                texts = texts.with_columns(point.otherwise(value).alias(column.name))
    return texts


def _are_decimal(values: pl.Series, pattern: str) -> bool:
    has = values.to_frame("text").lazy()
    text = pl.col("text")
    comma = text.str.contains(",", literal=True).any()
    if not has.select(comma).collect().item():
        return False
    point, decimal = text.str.contains(".", literal=True).any(), text.str.contains(pattern).any()
    has_point, has_decimal = has.select(point.alias("point"), decimal.alias("decimal")).collect().row(0)
    return has_decimal and not has_point
