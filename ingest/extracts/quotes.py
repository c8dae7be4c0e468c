"""Quotes in a text of separated values, read strictly: no value may swallow the rows below it."""

import csv
from collections.abc import Iterable, Iterator

from ingest.errors import BadInputError

_CLOSE = "Close the quote, or double the quotes inside values."


def refuse_loose_quotes(
    lines: Iterable[str], separator: str, width: int, first_row: int, file: str
) -> list[int]:
    """Numbers of the blank rows among ``lines``; BadInputError when a quote is not closed where it must be.

    A row is numbered as a spreadsheet shows it, from ``first_row``; ``width`` is the number of columns. A
    value may run over lines, but not over lines that could be rows: then a quote is missing somewhere.
    """
    taken: list[str] = []
    rows = csv.reader(_kept(lines, taken), delimiter=separator, strict=True)
    blank, row = [], first_row
    while True:
        taken.clear()
        try:
            values = next(rows)
        except StopIteration:
            return blank
        except csv.Error as error:
            raise _refusal(error, row, file) from error
        if any(line.count(separator) >= max(width - 1, 1) for line in taken[1:]):
            rule = f"a quote that runs over {len(taken)} lines and swallows rows"
            raise BadInputError(rule, _CLOSE, file=file, row=row)
        if is_blank(values):
            blank.append(row)
        elif len(values) != width:
            raise wrong_width(len(values), width, row, file)
        row += 1


def is_blank(values: list[str]) -> bool:
    """Whether a line held nothing: a line of separators holds empty values, which is something else."""
    return not values or (len(values) == 1 and not values[0].strip())


def wrong_width(values: int, width: int, row: int, file: str) -> BadInputError:
    """The refusal of a row with another number of values than the header; the row is never quoted."""
    rule = f"{values} values where the header has {width} columns"
    way_out = "Use one separator throughout, quote values that contain it, deliver whole files."
    return BadInputError(rule, way_out, file=file, row=row)


def _refusal(error: csv.Error, row: int, file: str) -> BadInputError:
    if "expected after" in str(error):
        way_out = "Double the quotes inside values, or remove the stray one."
        return BadInputError("a closing quote with text behind it", way_out, file=file, row=row)
    return BadInputError("a quote that is never closed", _CLOSE, file=file, row=row)


def _kept(lines: Iterable[str], taken: list[str]) -> Iterator[str]:
    for line in lines:
        taken.append(line)
        yield line
