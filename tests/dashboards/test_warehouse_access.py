"""The one place that opens the database: it follows `current`, reads only, and never serves what is old."""

from pathlib import Path

import duckdb
import pytest
import streamlit as st

from dashboards import WAREHOUSE_VARIABLE, database
from dashboards.access.scope import Scope
from dashboards.reader import Reader
from dashboards.screen import session
from tests.dashboards.viewing import published_reader


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
    return database.frame(published_reader(), "select answer from answers").item()


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
    assert database.published_file() is None
    assert session.reader() is None


def test_current_that_leads_nowhere_is_no_publication(folder):
    (folder / "current").write_text("gone.duckdb")
    assert database.published_file() is None


def test_the_same_question_is_answered_from_memory_until_its_parameters_differ(folder):
    (folder / "current").write_text(published(folder, "a.duckdb", 5))
    question = "select answer from answers where answer > $least"
    assert database.frame(published_reader(), question, least=1).height == 1
    assert database.frame(published_reader(), question, least=9).height == 0


def test_nothing_can_be_written(folder):
    (folder / "current").write_text(published(folder, "a.duckdb", 1))
    with pytest.raises(duckdb.Error):
        database.frame(published_reader(), "insert into answers values (2) returning answer")
    assert answer() == 1


def test_a_parameter_is_a_value_and_never_sql(folder):
    (folder / "current").write_text(published(folder, "a.duckdb", 1))
    hostile = "1; drop table answers"
    assert database.frame(published_reader(), "select $said as said", said=hostile).item() == hostile
    assert answer() == 1


def test_a_reader_reads_one_version_whatever_is_published_meanwhile(folder):
    (folder / "current").write_text(published(folder, "a.duckdb", 1))
    early = published_reader()
    (folder / "current").write_text(published(folder, "b.duckdb", 2))
    question = "select answer from answers"
    assert database.frame(early, question).item() == 1
    assert database.frame(published_reader(), question).item() == 2


def test_answers_are_never_shared_between_scopes(folder):
    (folder / "current").write_text(published(folder, "a.duckdb", 1))
    made = []

    @database.remembered
    def work(reader: Reader, more: int) -> int:
        made.append(reader.scope.key)
        return more + 1

    wide = published_reader()
    narrow = Reader(wide.file, wide.language, Scope("one office"))
    assert [work(wide, 1), work(wide, 1), work(narrow, 1), work(wide, 2)] == [2, 2, 2, 3]
    assert made == ["everything", "one office", "everything"]


def test_keys_of_people_stay_inside_whatever_is_asked(folder):
    (folder / "current").write_text(published(folder, "a.duckdb", 1))
    asked = database.frame(published_reader(), "select 'hash' as person_id, 'C1' as case_id")
    assert asked.columns == ["case_id"]
