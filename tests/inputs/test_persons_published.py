"""The search for raw ids of persons after every build finds them, whatever column they hide in."""

from pathlib import Path

import duckdb
import pytest

from ingest.build import build
from ingest.order import Order
from ingest.progress import Progress
from tests.ingest.small_delivery import SMALL, write_files
from tests.persons_published import ids_in, raw_ids_published


def test_ids_are_taken_from_lines_whatever_the_quotes(tmp_path: Path) -> None:
    rows = 'case_id;person_id;x\nC1;PERSON-1;"zie\nC2;PERSON-2;x\nC3;"PERSON-3";zie"\n'
    write_files(tmp_path, {"cases.csv": rows, "offices.csv": "office_id\nANT\n"})
    assert ids_in(tmp_path) == {"PERSON-1", "PERSON-2", "PERSON-3"}


def test_an_id_is_found_within_a_text_of_any_table(tmp_path: Path) -> None:
    file = tmp_path / "finished.duckdb"
    with duckdb.connect(file) as connection:
        connection.execute("create schema marts; create table marts.a as select 'x' as \"my column\", 1 as n")
        connection.execute("create table marts.b as select 'zie\nC2,PERSON-2,ANT' as end_reason")
    assert raw_ids_published(file, {"PERSON-2"}) == ["marts.b.end_reason"]
    assert raw_ids_published(file, {"PERSON-22", "PERSON"}) == []


@pytest.mark.deep
def test_a_build_that_would_publish_one_stops_the_test(tmp_path: Path) -> None:
    leaking = SMALL["cases.csv"].replace("ended_on,", "ended_on,end_reason,").replace(",P2", ",see P2,P2")
    leaking = leaking.replace(",P1", ",,P1")
    extracts = write_files(tmp_path / "leaking", SMALL | {"cases.csv": leaking})
    order = Order(extracts, warehouse=tmp_path / "warehouse", key=tmp_path / "key")
    with pytest.raises(AssertionError, match="end_reason"):
        build(order, Progress(is_silent=True))
