"""The one place that opens the database: it follows `current`, reads only, and never serves what is old."""

from pathlib import Path

import duckdb
import pytest
import streamlit as st

from dashboards import WAREHOUSE_VARIABLE, warehouse


def published(folder: Path, name: str, answer: int) -> str:
    with duckdb.connect(str(folder / name)) as connection:
        connection.execute("create schema marts")
        connection.execute("create table marts.answers as select $1::bigint as answer", [answer])
    return name


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(tmp_path))
    st.cache_data.clear()
    st.cache_resource.clear()
    return tmp_path


def answer() -> int:
    return warehouse.frame("select answer from answers").item()


def test_current_may_be_a_text_file_with_the_name(folder):
    (folder / "current").write_text(published(folder, "a.duckdb", 1) + "\n")
    assert answer() == 1


def test_current_may_be_a_link(folder):
    (folder / "current").symlink_to(published(folder, "a.duckdb", 1))
    assert answer() == 1


def test_the_next_publication_is_seen_at_once(folder):
    (folder / "current").write_text(published(folder, "a.duckdb", 1))
    assert answer() == 1
    (folder / "next").write_text(published(folder, "b.duckdb", 2))
    (folder / "next").replace(folder / "current")
    assert answer() == 2


def test_without_a_publication_there_is_nothing_to_ask(folder):
    assert not warehouse.is_published()
    with pytest.raises(LookupError):
        answer()


def test_current_that_leads_nowhere_is_no_publication(folder):
    (folder / "current").write_text("gone.duckdb")
    assert not warehouse.is_published()


def test_the_same_question_is_answered_from_memory_until_its_parameters_differ(folder):
    (folder / "current").write_text(published(folder, "a.duckdb", 5))
    question = "select answer from answers where answer > $least"
    assert warehouse.frame(question, least=1).height == 1
    assert warehouse.frame(question, least=9).height == 0


def test_nothing_can_be_written(folder):
    (folder / "current").write_text(published(folder, "a.duckdb", 1))
    with pytest.raises(duckdb.Error):
        warehouse.frame("insert into answers values (2) returning answer")
    assert answer() == 1


def test_a_parameter_is_a_value_and_never_sql(folder):
    (folder / "current").write_text(published(folder, "a.duckdb", 1))
    hostile = "1; drop table answers"
    assert warehouse.frame("select $said as said", said=hostile).item() == hostile
    assert answer() == 1
