"""A broken mapping is refused with its name and the key that is wrong."""

from pathlib import Path

import pytest

from ingest.errors import BadInputError

TABLE = '[[tables]]\nentity = "offices"\nfile = "d.csv"\n'
COLUMNS = '[tables.columns]\noffice_id = "code"\noffice_name = "naam"\n'
FIGURES = '[[tables]]\nentity = "published_figures"\nfile = "d.csv"\n'
LEAVE_OUT = "[[tables.leave_out]]\n"


@pytest.mark.parametrize(
    ("mapping", "fragment"),
    [
        ("tabels = []", "column 'tabels', unknown key. Allowed keys: title, delivery, formats"),
        ("[tables]\n", "column 'tables', wrong type. Write a list in [ ]"),
        ("tables = [1]\n", "column 'tables', wrong type. Write it as [[tables]]"),
        ("a = \n", "not TOML"),
        ('[delivery]\nkind = "half"\n', "column 'delivery.kind', unknown kind 'half'. Allowed: full, delta."),
        (
            "[delivery]\nis_synthetic = 1\n",
            "column 'delivery.is_synthetic', wrong type. Write true or false.",
        ),
        ("[delivery]\nas_of = 2031-01-01\n", "is after today"),
        ('[formats]\nseparator = ";;"\n', "column 'formats.separator', not a single character"),
        ('[formats]\ndates = ["%Q"]\n', "column 'formats.dates', not a date format: '%Q'"),
        ('[formats]\ndates = ["%m/%Y"]\n', "column 'formats.dates', not a date format: '%m/%Y'"),
        ('[formats]\ndates = "%d"\n', "column 'formats.dates', wrong type"),
        (
            '[[categories]]\ncategory = "colour"\nvalue = "x"\n',
            "unknown category 'colour'. Allowed: supervision_type",
        ),
        ('[[categories]]\ncategory = "flag"\n', "column 'categories[1].value', missing key"),
        (
            '[[tables]]\nentity = "office"\nfile = "d.csv"\n',
            "column 'tables[1].entity', unknown entity 'office'",
        ),
        (
            '[[tables]]\nentity = "offices"\nfile = "d.txt"\n',
            "column 'tables[1].file', not the name of an extract: 'd.txt'",
        ),
        (TABLE, "column 'tables[1].columns.office_id', missing key. offices needs it"),
        (TABLE + '[tables.columns]\nname = "x"\n', "column 'tables[1].columns.name', unknown key"),
        (
            TABLE + "[tables.columns]\noffice_id = {}\n",
            "office_id', not exactly one source. Name one of column",
        ),
        (
            TABLE + '[tables.columns]\noffice_id = {column = "a", constant = "b"}\n',
            "office_id', not exactly one source",
        ),
        (TABLE + "[tables.columns]\noffice_id = 1\n", "office_id', wrong type. Write a table of keys"),
        (
            TABLE + '[tables.columns]\noffice_id = {column = "a", values = {"x" = 1}}\n',
            "office_id.values', wrong type",
        ),
        (
            TABLE + COLUMNS + LEAVE_OUT + 'rule = "r"\ncolumn = "c"\n',
            "leave_out[1].rule', not exactly one test",
        ),
        (
            TABLE + COLUMNS + LEAVE_OUT + 'rule = "r"\ncolumn = "c"\nmatches = "("\n',
            "leave_out[1].matches', not a regular expression",
        ),
        (TABLE + COLUMNS + LEAVE_OUT + 'column = "c"\nempty = true\n', "leave_out[1].rule', missing key"),
        (TABLE + 'period = {column = "y", is = "calendar_year"}\n' + COLUMNS, "offices has no period"),
        (FIGURES + 'period = {column = "y", is = "century"}\n', "period.is', unknown period 'century'"),
        (FIGURES + 'period = {column = "y", is = "month"}\n', "period.month', missing key"),
        (FIGURES + 'period = {column = "y", is = "day", month = 2, day = 30}\n', "not a day of every year"),
    ],
)
def test_each_mistake_is_refused_with_file_and_key(mapping: str, fragment: str, small: Path, loaded) -> None:
    with pytest.raises(BadInputError) as refusal:
        loaded(small, mapping)
    assert "refused: file 'layout.toml'" in str(refusal.value)
    assert fragment in str(refusal.value)
