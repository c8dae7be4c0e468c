"""The public cases of the English tool in docs/method.md are those that are built, with their numbers."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.docs.documents import ROOT, tables_of, text_of
from tests.docs.test_method_example import worth
from tests.reference.published_tool import AGREED, ON_PURPOSE, PublicCase

METHOD = ROOT / "docs" / "method.md"
HEADING = "## Where this differs from the English tool, on purpose"
# By the first heading of their table.
CASES = {"public case": AGREED, "differs on purpose": ON_PURPOSE}


def table(first_heading: str) -> list[dict[str, str]]:
    """The one table of the section whose first column has this heading."""
    section = text_of(METHOD).split(HEADING, 1)[1].split("\n## ", 1)[0]
    [found] = [rows for rows in tables_of(section) if next(iter(rows[0])) == first_heading]
    return found


def worth_or_nothing(arithmetic: str) -> Fraction | None:
    """What the arithmetic comes to; nothing where it divides by 0."""
    try:
        return worth(arithmetic)
    except ZeroDivisionError:
        return None


def shown(figure: Fraction | None) -> str:
    """A number as the table shows it: six decimals, without the zeros at the end."""
    return "empty" if figure is None else f"{float(figure):.6f}".rstrip("0").rstrip(".")


@pytest.mark.parametrize("heading", CASES)
def test_the_table_has_the_cases_that_are_built_in_their_order(heading):
    assert [row[heading] for row in table(heading)] == [case.told for case in CASES[heading]]


@pytest.mark.parametrize(
    ("heading", "case"),
    [(heading, case) for heading, cases in CASES.items() for case in cases],
    ids=lambda value: getattr(value, "told", None),
)
def test_the_numbers_of_a_row_are_those_of_the_case(heading, case: PublicCase):
    [row] = [row for row in table(heading) if row[heading] == case.told]
    assert row["figure"] == f"`{case.figure}`"
    assert Decimal(row["there"]) == case.there
    assert worth_or_nothing(row["arithmetic"]) == case.here
    assert row["here"] == shown(case.here)
