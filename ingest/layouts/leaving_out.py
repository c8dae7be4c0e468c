"""Rows of a file that do not come in, by a stated rule that counts them."""

from collections import Counter

import polars as pl

from ingest.layouts.mapping import LeaveOut


def without_left_out(
    frame: pl.DataFrame, rules: tuple[LeaveOut, ...], counts: Counter[str], empty: tuple[str, ...]
) -> pl.DataFrame:
    """The rows that no rule leaves out; ``counts`` is added to, ``empty`` are the words for "no value"."""
    for rule in rules:
        staying = frame.filter(~applies(rule, empty))
        counts[rule.rule] += frame.height - staying.height
        frame = staying
    return frame


def applies(rule: LeaveOut, empty: tuple[str, ...]) -> pl.Expr:
    """Whether the test of a rule is true of a row; a test of an empty value is false."""
    cell = pl.col(rule.column)
    value = pl.when(~cell.is_in(list(empty))).then(cell) if empty else cell
    result = {
        "empty": lambda: value.is_null() == rule.operand,
        "filled": lambda: value.is_not_null() == rule.operand,
        "in": lambda: value.is_in(list(rule.operand)),
        "not_in": lambda: ~value.is_in(list(rule.operand)),
        "matches": lambda: value.str.contains(rule.operand),
    }[rule.test]()
    return result.fill_null(False)
