"""docs/privacy.md says what a published file holds of persons: no more, and no less."""

import duckdb
import pytest

from warehouse.current import published_file

#: Marts that count by such an attribute, and hold no case or officer.
COUNTS_BY = {
    "marts.fct_case_mix_months": {"sex"},
    "marts.fct_case_mix_months_now": {"sex"},
    "sums.int_case_mix_sums": {"sex"},
}
PERSONAL = ("person_id", "household_id", "sex", "age_band", "municipality", "override_reason")
A_HASH = "(^|[^0-9a-f])[0-9a-f]{32}([^0-9a-f]|$)"


@pytest.fixture
def marts(sample_warehouse):
    with duckdb.connect(str(published_file(sample_warehouse)), read_only=True) as connection:
        yield connection


def text_columns(marts: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    return marts.execute(
        "select schema_name || '.' || table_name, column_name from duckdb_columns()"
        " where schema_name in ('marts', 'sums') and data_type = 'VARCHAR'"
    ).fetchall()


def columns_of_marts(marts: duckdb.DuckDBPyConnection) -> dict[str, set[str]]:
    columns = {}
    for table, column in text_columns(marts):
        columns.setdefault(table, set()).add(column)
    return columns


def test_personal_attributes_are_counted_by_and_never_beside_a_case(marts):
    columns = columns_of_marts(marts)
    assert not columns["marts.fct_area_mix_months"] & {"case_id", "officer_id"}, "its aspects hold sex"
    assert "case_id" in set().union(*columns.values())
    assert {table: of & set(PERSONAL) for table, of in columns.items() if of & set(PERSONAL)} == COUNTS_BY
    assert not {table for table in COUNTS_BY if columns[table] & {"case_id", "officer_id", "record"}}


def test_no_text_of_the_published_file_holds_a_hash_of_a_person(marts):
    for table, column in text_columns(marts):
        text = duckdb.ColumnExpression(column)
        found = marts.sql(f"from {table}").filter(
            duckdb.FunctionExpression("regexp_matches", text, duckdb.ConstantExpression(A_HASH))
        )
        assert not found.limit(1).fetchall(), (table, column)


def test_a_quarantined_row_shows_nothing_that_describes_a_person(marts):
    records = marts.execute("select record from marts.fct_quarantine where entity = 'cases'").fetchall()
    assert records, "the sample plants such rows"
    assert not {name for (record,) in records for name in PERSONAL if f'"{name}"' in record}
