"""Reading which rows of a file come in, and which of them together make one: ``leave_out`` and ``log``."""

import polars as pl

from ingest.extracts.toml_tables import TomlTable
from ingest.layouts.mapping import LeaveOut, Log

_TESTS = ("empty", "filled", "in", "not_in", "matches")
TAKES = ("first", "last", "next")


def leave_out_in(entry: TomlTable) -> LeaveOut:
    """A rule by which rows are left out, with its name; BadInputError on a mistake."""
    entry.only(("rule", "column", *_TESTS))
    return _tested(entry, entry.need("rule", str))


def where_in(entry: TomlTable) -> LeaveOut:
    """A test of which rows of a log count; BadInputError on a mistake."""
    entry.only(("column", *_TESTS))
    return _tested(entry, "")


def log_in(entry: TomlTable) -> Log:
    """How the rows of a log belong together; BadInputError on a mistake."""
    entry.only(("of", "at", "spell", "leave_out"))
    of = entry.texts("of")
    if not of:
        raise entry.refusal("of", "missing key", 'Name the columns that say whose rows they are: ["case"].')
    rules = tuple(leave_out_in(rule) for rule in entry.tables("leave_out"))
    return Log(of, entry.need("at", str), entry.texts("spell"), rules)


def take_in(entry: TomlTable, log: Log | None) -> str:
    """Of which row of a log a column is filled; BadInputError where no such row is."""
    take = entry.get("take", str, "first")
    if take not in TAKES:
        raise entry.refusal("take", f"unknown row {take!r}", f"Allowed: {', '.join(TAKES)}.")
    for key in ("take", "where", "must_be_last"):
        if key in entry.entries and log is None:
            raise entry.refusal(key, "a choice among rows without a log", "Add [tables.log] to the table.")
    if take == "next" and not log.spell:
        raise entry.refusal(
            "take", "no next spell without spells", 'Name spell = ["column"] under [tables.log].'
        )
    return take


def _tested(entry: TomlTable, rule: str) -> LeaveOut:
    tests = [test for test in _TESTS if test in entry.entries]
    if len(tests) != 1:
        raise entry.refusal("rule", "not exactly one test", f"Name one of {', '.join(_TESTS)}.")
    test = tests[0]
    if test in ("empty", "filled"):
        operand = entry.need(test, bool)
    else:
        operand = _pattern(entry) if test == "matches" else entry.texts(test)
    return LeaveOut(rule, entry.need("column", str), test, operand)


def _pattern(entry: TomlTable) -> str:
    pattern = entry.need("matches", str)
    try:
        pl.Series(["?"]).str.contains(pattern)
    except pl.exceptions.PolarsError as error:
        way_out = "Correct it; lookahead and lookbehind are not supported."
        raise entry.refusal("matches", "not a regular expression", way_out) from error
    return pattern
