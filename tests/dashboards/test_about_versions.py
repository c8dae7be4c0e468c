"""About the data says how far each source knows, and what changed since the version before."""

import pytest

from dashboards import WAREHOUSE_VARIABLE
from dashboards.app_pages.about import PAGE
from dashboards.panel import Panel, State
from dashboards.panels.about import versions
from dashboards.text import speaking
from tests.dashboards.conftest import changed_copy
from tests.dashboards.viewing import published_reader, view_of

TWO_SOURCES = [
    "insert into marts.dim_sources by name select * replace ('north' as source_system, 40 as days_behind,"
    " true as is_behind, as_of - 40 as as_of, 'cases.csv' as as_of_file, 'opened_on' as as_of_column,"
    " 1234 as as_of_row) from marts.dim_sources",
]
CHANGED = [
    "insert into marts.fct_version_changes (figure, part, unit, direction, bound_unit, version_before,"
    " is_beyond, is_accepted, amount_before, amount_now, change_pct, counted) values"
    " ('rows', 'cases', 'rows', 'fall', 'percent', 'warehouse-before.duckdb', true, true,"
    " 1434, 717, -50, 1434),"
    " ('as_of', 'sample', 'days', '', '', 'warehouse-before.duckdb', false, false, 20603, 20634, null, 1),"
    " ('quarantine_pct', 'own_entity', 'percent', '', '', 'warehouse-before.duckdb', false, false, null, 1.5,"
    " null, 9),"
    " ('open_cases', 'all', 'cases', '', '', 'warehouse-before.duckdb', false, false, 10, 10, 0, 10)",
]


@pytest.fixture
def panels(sample_warehouse, tmp_path, monkeypatch):
    def made(statements: list[str], language: str = "en") -> tuple[Panel | None, Panel]:
        folder = changed_copy(sample_warehouse, tmp_path / "changed", statements)
        monkeypatch.setenv(WAREHOUSE_VARIABLE, str(folder))
        view = view_of(PAGE, published_reader(language))
        with speaking(language):
            return versions.sources(view), versions.changes(view)

    return made


def test_a_single_source_and_a_first_version_have_nothing_to_compare(panels):
    sources, changes = panels([])
    assert sources is None
    assert changes.state == State.NOTHING and "no version before" in changes.said


def test_a_source_that_is_behind_is_named_with_the_row_that_its_last_day_rests_on(panels):
    sources, _ = panels(TWO_SOURCES)
    assert sources.title.startswith("1 source is behind")
    rows = {row["source_system"]: row for row in sources.table.rows.to_dicts()}
    assert (rows["north"]["days_behind"], rows["north"]["rests_on"]) == (
        40,
        "cases.csv, row 1,234, column opened_on",
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["1,434", "717", "1.5%", "30 June 2026", "yes, accepted", "none", "own entity"]),
        ("nl", ["1.434", "717", "1,5\u202f%", "30 juni 2026", "ja, aanvaard", "geen", "own entity"]),
    ],
)
def test_what_changed_is_said_in_the_readers_words(panels, language, said):
    _, changes = panels(CHANGED, language)
    rows = changes.table.rows
    assert rows.height == 3, "what is as it was is not listed"
    words = {str(cell) for row in rows.rows() for cell in row}
    assert set(said) <= words
    assert rows["figure"][0] in ("rows", "rijen"), "what was accepted comes first"
