"""docs/privacy.md says what a published file holds of persons: no more, and no less."""

import duckdb
import pytest

from ingest.publication.publish import published_file

PERSONAL = ("person_id", "household_id", "sex", "age_band", "municipality", "override_reason")
A_HASH = "(^|[^0-9a-f])[0-9a-f]{32}([^0-9a-f]|$)"


@pytest.fixture
def marts(sample_warehouse):
    with duckdb.connect(str(published_file(sample_warehouse)), read_only=True) as connection:
        yield connection


def text_columns(marts: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    return marts.execute(
        "select table_name, column_name from duckdb_columns()"
        " where schema_name = 'marts' and data_type = 'VARCHAR'"
    ).fetchall()


def test_no_mart_has_a_column_of_personal_attributes(marts):
    columns = {column for _, column in text_columns(marts)}
    assert "case_id" in columns
    assert not columns & set(PERSONAL)


def test_no_text_of_the_published_file_holds_a_hash_of_a_person(marts):
    for table, column in text_columns(marts):
        relation = duckdb.ColumnExpression(column)
        found = marts.table(f"marts.{table}").filter(
            duckdb.FunctionExpression("regexp_matches", relation, duckdb.ConstantExpression(A_HASH))
        )
        assert not found.limit(1).fetchall(), (table, column)


def test_a_quarantined_row_shows_nothing_that_describes_a_person(marts):
    records = marts.execute("select record from marts.fct_quarantine where entity = 'cases'").fetchall()
    assert records, "the sample plants such rows"
    assert not {name for (record,) in records for name in PERSONAL if f'"{name}"' in record}
