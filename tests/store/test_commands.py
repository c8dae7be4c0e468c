"""`python -m store` reads, proves, keeps, hands over and erases; each use of it is a line of its own."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from store import actions, notes, objections, saved_views
from store.access_log import AccessLog, marked
from store.chain import append, verified
from store.lines import Line, Who
from store.opening import reading, writing
from store.settings import opaque_key

DAY = date(2026, 6, 30)


def write(engine, *lines: Line) -> None:
    with writing(engine) as connection:
        append(connection, list(lines))


def listed(command, *options: str) -> list[dict]:
    status, said = command("log", *options)
    assert status == 0
    return [json.loads(line) for line in said.splitlines()]


def test_the_log_is_listed_line_by_line_since_a_day(engine, command):
    old = datetime(2026, 1, 5, tzinfo=UTC)
    write(engine, Line(Who("a", "officer"), "offices", {"office": "GEN"}, rows=7, at=old))
    write(engine, Line(Who("b", "head", "cover"), "backlog", export="csv"))
    first, second, own = listed(command)
    assert (first["identity"], first["role"], first["page"], first["row_count"]) == (
        "a",
        "officer",
        "offices",
        7,
    )
    assert json.loads(first["filters"]) == {"office": "GEN"} and first["at"].startswith("2026-01-05T00:00")
    assert (second["export"], second["purpose"]) == ("csv", "cover")
    assert own["page"] == "store log" and own["identity"].startswith("account ")
    assert listed(command, "--since", "2026-02-01")[0]["number"] == 2


def test_the_chain_is_verified_with_a_status(engine, command):
    write(engine, *[Line(Who("a", "officer"), "offices")] * 4)
    status, said = command("log", "--verify")
    assert status == 0 and said.startswith("intact: 4 lines")
    noted = said.split("head ")[1].strip()
    with writing(engine) as connection:
        off = "alter table access_log disable trigger all"
        connection.exec_driver_sql(
            "drop trigger access_log_update" if engine.dialect.name == "sqlite" else off
        )
        connection.exec_driver_sql("update access_log set page = 'about' where number = 2")
    status, said = command("log", "--verify", "--noted", noted)
    assert status == 1 and "not intact: line 2" in said
    assert command("log", "--verify", "--noted", "nonsense")[0] == 2


def test_keeping_says_what_was_removed_and_the_setting_is_one(engine, command):
    write(engine, Line(Who("a", "officer"), "offices", at=datetime.now(UTC) - timedelta(days=100)))
    status, said = command("keep")
    assert (status, said) == (
        0,
        "kept for 24 months; removed: access_log 0, notes 0, objections 0, actions 0\n",
    )
    status, said = command("keep", "--months", "2")
    assert "kept for 2 months; removed: access_log 1" in said
    assert [line["page"] for line in listed(command)] == ["store setting", "store keep", "store log"]
    assert command("log", "--verify")[0] == 0
    assert command("keep", "--months", "0")[0] == 2


def written_by(engine, person: str) -> None:
    notes.add(engine, "GEN", "staff", "a note", person)
    one = objections.make(engine, person, "workload_units", DAY, "case_has_ended")
    objections.answer(engine, one, "accepted", "an answer", "the head")
    other = objections.make(engine, "somebody else", "workload_units", DAY, "case_has_ended")
    objections.answer(engine, other, "accepted", "an answer", person)
    actions.add(engine, "GEN", "an action", DAY, person)
    saved_views.save(engine, person, "mine", "offices", {})
    with reading(engine) as connection:
        mark = marked(opaque_key(connection), person)
    write(
        engine,
        Line(Who(person, "officer"), "offices"),
        Line(Who("the head", "head"), "outlook", {"officer": mark}),
    )


def test_a_person_gets_all_that_is_held(engine, command):
    written_by(engine, "officer-1")
    written_by(engine, "officer-2")
    status, said = command("export", "--person", "officer-1")
    held = json.loads(said)
    assert status == 0
    assert {name: len(rows) for name, rows in held.items()} == {
        "notes": 1,
        "objections": 2,
        "actions": 1,
        "saved_views": 1,
        "access_log": 1,
        "looked_at": 1,
    }
    assert held["looked_at"][0]["identity"] == "the head"
    assert "officer-2" not in said


def test_a_person_is_erased_from_what_people_wrote_and_the_log_stays_until_its_time(engine, command):
    written_by(engine, "officer-1")
    written_by(engine, "officer-2")
    status, said = command("erase", "--person", "officer-1")
    assert status == 0 and "notes 1, objections 2, actions 1, saved_views 1" in said and "24 months" in said
    held = json.loads(command("export", "--person", "officer-1")[1])
    assert {name for name, rows in held.items() if rows} == {"access_log", "looked_at"}
    other = json.loads(command("export", "--person", "officer-2")[1])
    assert all(other.values())
    authors = [(note["text"], note["author"]) for note in notes.of_office(engine, "GEN")]
    assert sorted(authors) == [("a note", "(erased)"), ("a note", "officer-2")]
    said_so = next(line for line in listed(command) if line["page"] == "store erase")
    assert "officer-1" not in json.dumps(said_so)
    assert command("log", "--verify")[0] == 0


def test_an_id_is_marked_alike_in_one_store_and_otherwise_in_another(tmp_path):
    one, other = AccessLog(str(tmp_path / "one")), AccessLog(str(tmp_path / "other"))
    assert one.opaque("officer-1") == one.opaque("officer-1") != one.opaque("officer-2")
    assert one.opaque("officer-1") != other.opaque("officer-1")
    assert "officer" not in one.opaque("officer-1")
    one.close(), other.close()


def test_pages_are_counted_by_day_and_commands_and_downloads_are_not(engine, place):
    days = [datetime(2026, 3, day, 23, 59, tzinfo=UTC) for day in (1, 2, 2, 3)]
    write(engine, *(Line(Who("a", "b"), "offices", at=at) for at in days))
    write(
        engine,
        Line(Who("a", "b"), "backlog", at=days[1]),
        Line(Who("a", "b"), "offices", export="csv", at=days[1]),
        Line(Who("a", "b"), "report brief", at=days[1]),
    )
    log = AccessLog(place)
    assert log.runs_by_day(date(2026, 3, 1), date(2026, 3, 2)) == [
        (date(2026, 3, 2), "backlog", 1),
        (date(2026, 3, 2), "offices", 2),
        (date(2026, 3, 1), "offices", 1),
    ]
    log.close()


def test_a_place_without_a_store_is_refused(tmp_path, capsys):
    from store.__main__ import main

    assert main(["log", "--store", str(tmp_path)]) == 2
    assert "there is no store" in capsys.readouterr().err


def test_a_password_in_the_environment_is_not_shown_by_help(monkeypatch, capsys):
    from store.__main__ import main

    monkeypatch.setenv("MAATWERK_STORE", "postgresql://somebody:secret@host/name")
    with pytest.raises(SystemExit):
        main(["log", "--help"])
    assert "secret" not in capsys.readouterr().out


def test_the_chain_holds_over_all_commands(engine, command):
    written_by(engine, "officer-1")
    command("export", "--person", "officer-1"), command("erase", "--person", "officer-1"), listed(command)
    with reading(engine) as connection:
        assert verified(connection).problems == []
