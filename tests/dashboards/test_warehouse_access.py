"""The one place that opens the database: it follows `current`, reads only, and never serves what is old."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import polars as pl
import pytest

from dashboards import WAREHOUSE_VARIABLE, database
from dashboards.access.scope import Role, Scope
from dashboards.choice import Narrowed
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
    database.forget()
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

    @database.remembered("more")
    def work(reader: Reader, choice: Narrowed) -> pl.DataFrame:
        made.append(reader.scope)
        return pl.DataFrame({"more": [choice.parameters["more"] + 1]})

    def worked(reader: Reader, more: int) -> int:
        return work(reader, Narrowed({"more": more, "other": len(made)})).item()

    wide = published_reader()
    narrow = Reader(wide.file, wide.language, Scope(Role.OFFICE_HEAD, ("A",)))
    assert [worked(wide, 1), worked(wide, 1), worked(narrow, 1), worked(wide, 2)] == [2, 2, 2, 3]
    assert made == [wide.scope, narrow.scope, wide.scope]


def test_keys_of_people_stay_inside_whatever_is_asked(folder):
    (folder / "current").write_text(published(folder, "a.duckdb", 1))
    asked = database.frame(published_reader(), "select 'hash' as person_id, 'C1' as case_id")
    assert asked.columns == ["case_id"]


def test_what_a_caller_does_to_an_answer_stays_with_the_caller(folder):
    (folder / "current").write_text(published(folder, "a.duckdb", 1))
    question = "select answer from answers"
    mine = database.frame(published_reader(), question)
    mine[0, "answer"] = 9
    mine.insert_column(0, pl.Series("mine", [1]))
    assert database.frame(published_reader(), question).to_dicts() == [{"answer": 1}]


def test_an_answer_asked_for_by_many_at_once_is_made_once(folder):
    (folder / "current").write_text(published(folder, "a.duckdb", 1))
    made, asking = [], published_reader()

    @database.remembered()
    def slow(_: Reader, __: Narrowed) -> pl.DataFrame:
        made.append(1)
        time.sleep(0.2)
        return pl.DataFrame({"answer": [7]})

    with ThreadPoolExecutor(8) as readers:
        answers = list(readers.map(lambda _: slow(asking, Narrowed({})).item(), range(8)))
    assert answers == [7] * 8
    assert made == [1]


def test_a_remembered_question_knows_no_other_filter_than_those_it_names(folder):
    (folder / "current").write_text(published(folder, "a.duckdb", 1))

    @database.remembered("office")
    def wrong(_: Reader, choice: Narrowed) -> pl.DataFrame:
        return pl.DataFrame({"grade": [choice.parameters["grade"]]})

    with pytest.raises(KeyError):
        wrong(published_reader(), Narrowed({"office": "A", "grade": "B"}))


def test_memory_that_a_question_let_go_of_is_given_back(folder):
    (folder / "current").write_text(published(folder, "a.duckdb", 1))
    with database.cursor(published_reader().file) as asking:
        said = asking.execute("select current_setting('allocator_background_threads')").fetchone()
    assert said == (True,)
