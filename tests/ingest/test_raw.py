"""The raw schema: every table, always, in the types of the contract."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.contract import DUCKDB_TYPES, ENTITIES


@pytest.mark.parametrize("entity", ENTITIES.values(), ids=lambda entity: entity.name)
def test_every_entity_has_its_table_with_all_columns_in_order(entity, small: Path, loaded) -> None:
    described = loaded(small).rows(f"describe raw.{entity.name}")
    expected = [(column.name, DUCKDB_TYPES[column.kind].upper()) for column in entity.columns]
    expected += [("delivery", "VARCHAR"), ("file", "VARCHAR"), ("row_number", "BIGINT")]
    assert [row[:2] for row in described] == expected


def test_the_tables_around_the_entities_have_their_columns(small: Path, loaded) -> None:
    tables = "select table_name, list(column_name order by ordinal_position) from information_schema.columns"
    columns = dict(loaded(small).rows(f"{tables} where table_schema = 'raw' group by all"))
    others = {name: columns[name] for name in columns if name not in ENTITIES}
    assert others == {
        "delivered_entities": ["entity", "is_delivered", "rows"],
        "builds": [
            "build_id",
            "built_at",
            "as_of",
            "is_as_of_stated",
            "version",
            "is_synthetic",
            "deliveries",
            "source_systems",
        ],
        "loads": [
            "delivery",
            "source_system",
            "kind",
            "as_of",
            "file",
            "file_hash",
            "entity",
            "status",
            "rows_delivered",
            "rows_loaded",
            "rows_quarantined",
            "rows_left_out",
            "rows_superseded",
            "not_loaded",
            "seconds",
            "loaded_at",
        ],
        "sources": [
            "source_system",
            "as_of",
            "is_as_of_stated",
            "deliveries",
            "last_delivery",
            "as_of_file",
            "as_of_row",
            "as_of_column",
        ],
        "editions": ["edition", "edition_order"],
        "version_before": ["build_id", "file", "as_of", "is_accepted"],
        "figures_before": ["figure", "part", "unit", "amount", "counted"],
        "left_out": ["delivery", "file", "entity", "rule", "rows"],
        "quarantine": [
            "delivery",
            "source_system",
            "file",
            "row_number",
            "entity",
            "rule",
            "column_name",
            "original_value",
            "hint",
            "record",
        ],
        "declared_categories": ["category", "category_value", "service_line"],
        "declared_labels": ["category", "category_value", "language", "label"],
        "figures_as_known": [
            "edition",
            "build_id",
            "known_on",
            "measure",
            "office_id",
            "month_start_on",
            "figure",
        ],
    }


def test_the_build_says_what_it_is(small: Path, loaded) -> None:
    build = (
        "select build_id, built_at, as_of, is_as_of_stated, is_synthetic, deliveries, source_systems"
        " from raw.builds"
    )
    built_at = dt.datetime(2026, 11, 20, 12)
    assert loaded(small).one(build) == ("build-1", built_at, dt.date(2026, 6, 30), True, True, 1, "small")


def test_a_share_that_is_not_given_is_the_whole_case(small: Path, loaded) -> None:
    shares = loaded(small).rows("select share from raw.case_assignments order by row_number")
    assert shares == [(Decimal(1),), (Decimal(1),), (Decimal("0.5"),)]


def test_a_load_carries_the_hash_of_its_file(small: Path, loaded) -> None:
    hashes = loaded(small).rows("select file_hash from raw.loads where file = 'cases.csv'")
    assert [len(value) for (value,) in hashes] == [64]


def test_quarantine_keeps_the_row_as_delivered(small: Path, loaded) -> None:
    (small / "offices.csv").write_text("office_id,office_name,latitude\nANT,A,51.20\nGEN,,north\n")
    record = loaded(small).one("select record from raw.quarantine where entity = 'offices'")[0]
    assert '"office_id":"GEN","office_name":null' in record
    assert '"latitude":"north"' in record


def test_a_second_load_into_the_same_file_replaces_the_first(small: Path, loaded, tmp_path: Path) -> None:
    loaded(small)
    (small / "posts.csv").write_text("post_id,office_id,grade,fte,status\nV1,ANT,officer,1,vacant\n")
    assert loaded(small).one("select count(*) from raw.posts") == (1,)
