"""The access log is append-only, and a line that was changed or is missing is found."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from store import retention, settings
from store.chain import append, verified
from store.lines import Line, Who
from store.opening import reading, writing
from store.tables import access_log, log_closings

WHO = Who("an officer", "officer")
LATER = datetime(2026, 6, 15, tzinfo=UTC)


def written(engine: sa.Engine, count: int, month: int = 1) -> None:
    at = datetime(2026, month, 1, 12, tzinfo=UTC)
    with writing(engine) as connection:
        append(
            connection, [Line(WHO, "offices", {"office": f"O{one}"}, rows=one, at=at) for one in range(count)]
        )


def problems(engine: sa.Engine, noted: str = "") -> list[str]:
    with reading(engine) as connection:
        return verified(connection, noted).problems


def head(engine: sa.Engine) -> str:
    with reading(engine) as connection:
        return verified(connection).head


def meddle(engine: sa.Engine, *statements: str) -> None:
    """As somebody who owns the database can: the triggers are taken off first."""
    sqlite = engine.dialect.name == "sqlite"
    with writing(engine) as connection:
        if sqlite:
            named = connection.exec_driver_sql(
                "select name from sqlite_master where type = 'trigger'"
            ).scalars()
            for name in list(named):
                connection.exec_driver_sql(f"drop trigger {name}")
        else:
            connection.exec_driver_sql("alter table access_log disable trigger all")
            connection.exec_driver_sql("alter table log_closings disable trigger all")
        for one in statements:
            connection.exec_driver_sql(one)


def test_a_log_that_nobody_touched_is_intact(engine):
    written(engine, 20)
    written(engine, 3)
    with reading(engine) as connection:
        verdict = verified(connection)
    assert (verdict.lines, verdict.last_number, verdict.problems) == (23, 23, [])


@pytest.mark.parametrize(
    "statement",
    [
        "update access_log set identity = 'nobody' where number = 2",
        "delete from access_log where number = 2",
        "delete from access_log",
        "update log_closings set last_number = 99",
        "delete from log_closings",
    ],
)
def test_no_statement_changes_or_removes_a_line(engine, statement):
    written(engine, 3)
    with writing(engine) as connection:
        settings.set_keep_months(connection, 1)
        retention.remove_old(connection, WHO, datetime(2026, 1, 5, tzinfo=UTC))
        row = {"said_by_number": 50, "first_number": 40, "last_number": 41, "last_hash": "0" * 64}
        connection.execute(sa.insert(log_closings).values(row))
    with pytest.raises(sa.exc.DBAPIError, match="append-only"), writing(engine) as connection:
        connection.exec_driver_sql(statement)


@pytest.mark.parametrize("table", ["access_log", "log_closings"])
def test_no_line_is_replaced_or_emptied_by_a_way_around(engine, table):
    written(engine, 3)
    ways = {
        "sqlite": "insert or replace into access_log select number, at, 'nobody', role, page, filters,"
        " row_count, export, purpose, hash_before, hash from access_log where number = 2",
        "postgresql": f"truncate {table}",
    }
    with pytest.raises(sa.exc.DBAPIError, match="append-only"), writing(engine) as connection:
        connection.exec_driver_sql(ways[engine.dialect.name])


COLUMNS = [column.name for column in access_log.columns if column.name not in ("number", "hash")]


@pytest.mark.parametrize("column", COLUMNS)
def test_a_change_of_any_column_is_found(engine, column):
    written(engine, 5)
    value = 7 if column == "row_count" else "'else'"
    meddle(engine, f"update access_log set {column} = {value} where number = 3")
    assert any("line 3" in problem for problem in problems(engine))


def test_a_line_that_was_changed_with_its_hash_no_longer_leads_to_the_next(engine):
    from store.chain import hash_of

    written(engine, 5)
    with reading(engine) as connection:
        third = sa.select(access_log).where(access_log.c.number == 3)
        row = dict(connection.execute(third).mappings().one()) | {"identity": "nobody"}
    meddle(engine, f"update access_log set identity = 'nobody', hash = '{hash_of(row)}' where number = 3")
    assert [problem.split(" of ")[0] for problem in problems(engine)] == ["line 4"]


@pytest.mark.parametrize(
    ("gone", "said"),
    [("number = 3", "line 3 is missing"), ("number in (2, 3)", "lines 2 to 3"), ("number = 1", "line 1 is")],
)
def test_a_missing_line_is_found(engine, gone, said):
    written(engine, 5)
    meddle(engine, f"delete from access_log where {gone}")
    assert any(said in problem for problem in problems(engine))


def test_a_missing_end_is_found_by_a_head_that_was_noted(engine):
    written(engine, 5)
    noted = head(engine)
    meddle(engine, "delete from access_log where number > 3")
    assert problems(engine) == []
    assert problems(engine, noted) == ["lines 4 to 5 are missing at the end"]


def test_a_chain_that_was_written_anew_is_found_by_a_head_that_was_noted(engine):
    written(engine, 5)
    noted = head(engine)
    meddle(engine, "delete from access_log where number > 3")
    written(engine, 4, month=2)
    assert problems(engine) == []
    assert problems(engine, noted) == ["line 5 is not the one that was noted"]


def test_retention_removes_the_oldest_lines_and_the_chain_stays_provable(engine):
    written(engine, 10)
    noted = head(engine)
    written(engine, 5, month=6)
    with writing(engine) as connection:
        settings.set_keep_months(connection, 3)
        removed = retention.remove_old(connection, WHO, LATER)
    assert removed["access_log"] == 10
    with reading(engine) as connection:
        numbers = list(connection.execute(sa.select(access_log.c.number)).scalars())
    assert numbers == list(range(11, 17))
    assert problems(engine) == [] == problems(engine, noted)
    number, digits = noted.split(":")
    assert problems(engine, f"{number}:{'f' * len(digits)}") == ["line 10 is not the one that was noted"]


def test_after_two_closings_the_chain_still_begins_where_the_last_one_ended(engine):
    for month in (1, 3, 5):
        written(engine, 4, month)
        with writing(engine) as connection:
            settings.set_keep_months(connection, 1)
            retention.remove_old(connection, WHO, datetime(2026, month, 20, tzinfo=UTC))
    assert problems(engine) == []
    meddle(engine, "delete from access_log where number = (select min(number) from access_log)")
    assert problems(engine)


def test_lines_that_were_removed_without_a_line_that_says_so_are_found(engine):
    written(engine, 6)
    row = "insert into log_closings select number, 1, 4, hash from access_log where number = 4"
    meddle(engine, row, "delete from access_log where number <= 4")
    with reading(engine) as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(log_closings)).scalar() == 1
    assert problems(engine) == ["lines were removed, and no line of the log says so"]


def test_nothing_is_removed_and_nothing_said_before_its_time(engine):
    written(engine, 4, month=6)
    with writing(engine) as connection:
        assert set(retention.remove_old(connection, WHO, LATER).values()) == {0}
    assert head(engine).startswith("4:")


@pytest.mark.parametrize(
    ("when", "months", "before"),
    [("2026-03-31", 1, "2026-02-28"), ("2024-03-31", 1, "2024-02-29"), ("2026-01-15", 25, "2023-12-15")],
)
def test_months_are_those_of_the_calendar(when, months, before):
    assert retention.months_before(datetime.fromisoformat(when), months) == datetime.fromisoformat(before)


def test_a_line_fits_whatever_it_is_given(engine):
    line = Line(Who("x" * 500, "\0role"), "p" * 99, {"a": "\ud800" + "y" * 9000}, rows=None)
    with writing(engine) as connection:
        append(connection, [line])
    assert problems(engine) == []
