"""Numbers out of texts as a mapping says they are written; numbers of a file that knows numbers stay."""

import re

import polars as pl

from ingest.layouts.mapping import Formats


def reads_numbers(formats: Formats) -> bool:
    """Whether the mapping says that numbers are written otherwise than in the contract."""
    return formats.thousands is not None or formats.decimal not in (None, ".")


def number_of(cell: pl.Expr, formats: Formats) -> pl.Expr:
    """The number of a text with a decimal point and nothing else beside its digits; null for other texts.

    A thousands sign must be followed by three digits; a text with one elsewhere is no number.
    """
    if not reads_numbers(formats):
        return cell
    decimal, thousands = formats.decimal or ".", formats.thousands
    whole = r"\d+" if not thousands else rf"(?:\d+|\d{{1,3}}(?:{_any_of(thousands)}\d{{3}})+)"
    mark = re.escape(decimal)
    number = rf"^[+-]?(?:{whole}(?:{mark}\d*)?|{mark}\d+)(?:[eE][+-]?\d+)?$"
    bare = cell.str.replace_all(_any_of(thousands), "") if thousands else cell
    return pl.when(cell.str.contains(number)).then(bare.str.replace(decimal, ".", literal=True))


def _any_of(sign: str) -> str:
    """The sign as a pattern; for a space any space that offices' programs write."""
    return "[ \u00a0\u202f\u2009]" if sign.isspace() else re.escape(sign)
