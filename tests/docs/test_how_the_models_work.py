"""The rows of docs/how-the-models-work.md are those that the models hold for the worked example."""

import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.building import kept_build
from tests.docs.documents import ROOT, tables_of, text_of

DOCUMENT = text_of(ROOT / "docs" / "how-the-models-work.md")
CASE = "case_key in (select case_key from int_cases_keyed where case_id = '1')"
CELL = f"cell_key in (select cell_key from int_case_segments where {CASE})"  # noqa: S608 (fixed text)
ANKE = "officer_key in (select officer_key from int_officers where officer_id = 'A')"
PROBATION = "work_type_key in (select work_type_key from int_work_types where work_type = 'probation')"
OF_JUNE = "day_on between date '2025-06-01' and date '2025-06-30'"
JUNE = "grain = 'month' and officer_id = 'A' and period_start_on = date '2025-06-01'"
# Which rows of each model the page shows.
SHOWN = {
    "int_cases_clocked": CASE,
    "int_case_steps": CASE,
    "int_case_states": CASE,
    "int_cell_weights": f"{CELL} and weight_scheme = 'fl_type_phase' and not is_now",
    "int_case_work_changes": f"{ANKE} and {PROBATION} and {OF_JUNE}",
    "int_officer_sums": JUNE,
    "fct_officer_months": "officer_id = 'A' and weight_scheme = 'fl_type_phase' "
    "and month_start_on = date '2025-06-01'",
}


def shown_tables() -> dict[str, list[dict[str, str]]]:
    """The tables of the page by the model named right above each."""
    found = re.findall(r"`(\w+)`:\n\n((?:\|.*\n)+)", DOCUMENT)
    return {name: table for name, rows in found for table in tables_of(rows)}


@pytest.fixture(scope="module")
def models(worked_example: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The work file of a build of the example, with the published one beside it."""
    this = kept_build(worked_example / "kept")
    with duckdb.connect(str(this.work_file), read_only=True) as connection:
        connection.execute(f"attach '{this.finished_file}' as published (read_only)")
        connection.execute("set search_path = 'work.intermediate,published.sums,published.marts'")
        yield connection


def test_every_model_that_is_shown_has_its_rows_named() -> None:
    assert shown_tables().keys() == SHOWN.keys()


@pytest.mark.parametrize("model", SHOWN)
def test_the_page_shows_what_the_model_holds(models: duckdb.DuckDBPyConnection, model: str) -> None:
    shown = shown_tables()[model]
    columns = list(shown[0])
    # Names are those of the page, conditions fixed text above.
    rows = models.execute(
        f"select {', '.join(columns)} from {model} where {SHOWN[model]} order by all"  # noqa: S608
    ).fetchall()
    assert [[_written(value) for value in row] for row in rows] == [list(row.values()) for row in shown]


def _written(value: object) -> str:
    """A value as the page writes it: numbers to six places, without zeros at the end."""
    if isinstance(value, bool) or not hasattr(value, "__float__"):
        return str(value)
    return f"{float(value):.6f}".rstrip("0").rstrip(".")
