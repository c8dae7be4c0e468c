"""A store is brought up to date by itself, from nothing and from the first version."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.config import Config
from alembic.script import ScriptDirectory

from store import objections, saved_views
from store.chain import append, verified
from store.errors import StoreError
from store.lines import Line, Who
from store.opening import NEWEST, _address, _behave, migrate, opened, reading, writing
from store.tables import metadata

ROOT = Path(__file__).resolve().parents[2]


def test_the_newest_step_is_the_one_that_the_program_asks_for():
    config = Config()
    config.set_main_option("script_location", str(ROOT / "store" / "migrations"))
    assert ScriptDirectory.from_config(config).get_heads() == [NEWEST]


def shape(inspector: sa.Inspector, table: str) -> dict:
    columns = inspector.get_columns(table)
    return {one["name"]: (getattr(one["type"], "length", None), one["nullable"]) for one in columns}


def test_from_nothing_the_tables_are_those_that_the_program_names(engine):
    inspector = sa.inspect(engine)
    assert set(inspector.get_table_names()) == {*metadata.tables, "alembic_version"}
    for name, table in metadata.tables.items():
        named = {c.name: (getattr(c.type, "length", None), c.nullable) for c in table.columns}
        assert shape(inspector, name) == named, name


def test_from_the_first_version_nothing_is_lost(place):
    old = sa.create_engine(_address(place, is_made=True))
    if old.dialect.name == "sqlite":
        _behave(old)
    with writing(old) as connection:
        migrate(connection, "0001")
        append(connection, [Line(Who("a", "b"), "offices")] * 3)
        columns = "(office_id, topic, text, author, written_at)"
        note = f"insert into notes {columns} values ('GEN', 'staff', 't', 'a', 'n')"
        connection.exec_driver_sql(note)
        columns = "(officer, figure, as_of, reason, text, status, made_at)"
        objection = f"insert into objections {columns} values ('o', 'f', 'd', 'other', 't', 'open', 'n')"
        connection.exec_driver_sql(objection)
    assert not sa.inspect(old).has_table("saved_views")
    old.dispose()
    engine = opened(place)
    with reading(engine) as connection:
        assert verified(connection).lines == 3 and not verified(connection).problems
        assert connection.exec_driver_sql("select text from notes").scalars().all() == ["t"]
    (waiting,) = objections.of_officer(engine, "o")
    assert waiting["taken_back_at"] is None
    objections.take_back(engine, waiting["id"], "o")
    saved_views.save(engine, "a", "mine", "offices", {"office": "GEN"})
    assert [one["filters"] for one in saved_views.of_owner(engine, "a")] == [{"office": "GEN"}]
    engine.dispose()


def test_a_store_of_a_later_version_is_refused(place, engine):
    with writing(engine) as connection:
        connection.exec_driver_sql("update alembic_version set version_num = '9999'")
    with pytest.raises(StoreError, match="later version"):
        opened(place)


def test_several_processes_can_be_the_first(place):
    make = f"from store.opening import opened; opened({place!r}).dispose()"
    running = [subprocess.Popen([sys.executable, "-c", make], cwd=ROOT) for _ in range(3)]
    assert [one.wait(60) for one in running] == [0, 0, 0]
    with reading(opened(place)) as connection:
        assert verified(connection).problems == []


def test_only_its_owner_can_read_a_store(tmp_path):
    opened(tmp_path / "kept").dispose()
    for path in [tmp_path / "kept", *(tmp_path / "kept").iterdir()]:
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path.name


def test_a_store_is_not_made_where_versions_are_removed(tmp_path, monkeypatch):
    monkeypatch.setenv("MAATWERK_WAREHOUSE", str(tmp_path / "W"))
    for inside in (tmp_path / "W", tmp_path / "W" / "kept", ROOT / "var" / "kept"):
        with pytest.raises(StoreError, match="name another folder"):
            opened(inside)
        assert not inside.exists() or inside == tmp_path / "W"


@pytest.mark.parametrize(
    "address",
    ["nonsense://somebody:secret@host/name", "postgresql://somebody:secret@127.0.0.1:1/name", "://"],
)
def test_an_address_that_leads_nowhere_is_refused_without_its_password(address):
    with pytest.raises(StoreError) as refused:
        opened(address)
    assert "secret" not in str(refused.value)


def test_a_file_that_is_no_database_is_refused(tmp_path):
    (tmp_path / "store.sqlite").write_text("no database, but long enough to be looked at" * 50)
    with pytest.raises(StoreError, match="cannot be opened"):
        opened(tmp_path)


def test_what_is_not_there_is_not_made_by_a_command(tmp_path):
    with pytest.raises(StoreError, match="no store"):
        opened(tmp_path / "none", is_made=False)
    assert not list(tmp_path.iterdir())
