"""Who looked: the log as the data protection officer reads it, and nobody else, in numbers made by hand."""

import io
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib import import_module

import polars as pl
import pytest

from dashboards import downloads, languages, looked, made_panels, use
from dashboards.access.narrowing import NotShownError
from dashboards.access.scope import GIVEN_ROLES, Role, Scope
from dashboards.choice import ALL
from dashboards.filters import log_choices
from dashboards.filters.all_filters import FILTERS
from dashboards.filters.filter import Context
from dashboards.page import panels_of, steps
from dashboards.panels.terms import terms_of
from dashboards.screen import logged
from dashboards.text import speaking
from store.chain import append
from store.lines import Line, Who
from store.looked import Asked, count, last_check
from store.opening import opened, writing
from store.retention import remove_old
from store.settings import set_keep_months
from tests.dashboards.test_panels import answered
from tests.dashboards.test_roles_on_screen import as_role
from tests.dashboards.test_use_is_logged import kept, lines
from tests.dashboards.viewing import published_reader, view_of

__all__ = ["kept", "lines"]  # fixtures

HEAD, OFFICER = Who("an@b.example", "office_head"), Who("jo@b.example", "officer", "own request")
PAGE = import_module("dashboards.app_pages.looked").PAGE


def logged_before(folder) -> None:
    """Four lines of today, two of yesterday, and one of ninety days ago; marks are those of this store."""
    log, now = use.log(), datetime.now(UTC)
    written = [
        (90, HEAD, "backlog", {}, ""),
        (1, HEAD, "outlook", {"office": "GEN", "officer": log.opaque("O1")}, ""),
        (1, OFFICER, "outlook", {"office": "GEN"}, "csv"),
        (0, HEAD, "outlook", {"officer": log.opaque("O1"), "case_to_take": log.opaque("C7")}, ""),
        (0, HEAD, "outlook", {"officer": log.opaque("O2")}, "xlsx"),
        (0, OFFICER, "offices", {}, ""),
        (0, OFFICER, "scenarios", {"scenario": log.opaque("a file of one's own")}, ""),
    ]
    with writing(opened(folder)) as connection:
        append(
            connection,
            [
                Line(who, page, filters, rows=7, export=export, at=now - timedelta(days=days))
                for days, who, page, filters, export in written
            ],
        )


def view(language: str = "en", **chosen: str):
    """A view of the page with what its filters between the parts choose."""
    one = view_of(PAGE, published_reader(language))
    return one.choosing(replace(one.choice, values={**one.choice.values, "log_days": ALL} | chosen))


def panel(name: str, **chosen: str):
    seen = view(**chosen)
    with speaking("en"):
        parts = [part for part in PAGE.parts_of(seen) if callable(part)]
        found = [one for part in parts for one in panels_of(part(seen)) if one.name == name]
    return found[0]


def rows(name: str, *columns: str, **chosen: str) -> list[tuple]:
    return list(panel(name, **chosen).table.rows.select(columns).iter_rows())


def test_without_a_store_one_sentence_says_the_way_out(sample_shown, reader):
    for language, said in (("en", "Start the server with --store"), ("nl", "Start de server met --store")):
        someone = reader(sample_shown, language).opens("looked")
        assert said in someone.words() and not someone.tables()
        assert [one.key for one in someone.app.button if one.key == "log_check"] == []


def test_lines_are_counted_by_day_page_and_role(sample_shown, kept):
    logged_before(kept)
    today = datetime.now(UTC).date()
    counted = ("log_day", "page", "log_role", "log_lines", "log_files", "log_looked_up")
    assert rows("looked_by_day", *counted) == [
        (today, "Offices", "officer", 1, 0, 0),
        (today, "Outlook", "head of an office", 2, 1, 2),
        (today, "Scenarios", "officer", 1, 0, 0),
        (today - timedelta(days=1), "Outlook", "head of an office", 1, 0, 1),
        (today - timedelta(days=1), "Outlook", "officer", 1, 1, 0),
        (today - timedelta(days=90), "Backlog", "head of an office", 1, 0, 0),
    ]
    assert sum(row[3] for row in rows("looked_by_day", *counted, log_days="28")) == 6
    assert sum(row[3] for row in rows("looked_by_day", *counted, log_days="7", log_role="officer")) == 3


def test_look_ups_say_who_looked_when_and_what_for(sample_shown, kept):
    logged_before(kept)
    who = rows("looked_persons", "log_identity", "log_purpose")
    assert who == [("an@b.example", "nobody was asked")] * 3
    assert panel("looked_persons").title == "3 look-ups of a single person or case"
    assert len(rows("looked_persons", "log_at", log_person="O1")) == 2
    assert len(rows("looked_persons", "log_at", log_person=use.log().opaque("O1"))) == 2
    assert len(rows("looked_persons", "log_at", log_person="C7")) == 1
    assert panel("looked_persons", log_person="O3").table is None
    assert panel("looked_persons", log_who="jo@b.example").table is None
    shown = str(rows("looked_persons", "log_filters"))
    assert use.log().opaque("O1") in shown and "O1" not in shown.replace(use.log().opaque("O1"), "")


def test_files_are_listed_with_what_for(sample_shown, kept):
    logged_before(kept)
    found = rows("looked_files", "log_identity", "page", "log_export", "log_rows", "log_purpose")
    assert found == [
        ("an@b.example", "Outlook", "xlsx", 7, "nobody was asked"),
        ("jo@b.example", "Outlook", "csv", 7, "own request"),
    ]


def test_every_line_is_shown_a_page_at_a_time_and_a_file_has_all(sample_shown, kept, monkeypatch):
    logged_before(kept)
    monkeypatch.setattr(looked, "ON_A_PAGE", 3)
    context = Context(published_reader(), view().status, {**view().choice.values})
    assert log_choices._pages(context) == [ALL, "3", "6"]
    with speaking("en"):
        assert FILTERS["log_page"].words(context, "3") == "lines 4 to 6, the latest first"
    assert log_choices._pages(replace(context, values={**context.values, "log_kind": "files"})) == [ALL]
    seen = [row[0] for page in (ALL, "3", "6") for row in rows("looked_lines", "page", log_page=page)]
    assert seen == ["Scenarios", "Offices", "Outlook", "Outlook", "Outlook", "Outlook", "Backlog"]
    table = panel("looked_lines", log_page="3").table
    assert table.every_row().height == 7 and table.count() == 7
    with speaking("en"):
        making = downloads.Making.of(panel("looked_lines"), view(), "caption")
        made = {ending: make() for ending, make in making.files().values()}
    assert pl.read_csv(io.BytesIO(made["csv"])).height == 7 and "data_kind" not in made["csv"].decode()


def test_the_check_of_the_chain_is_a_line_and_the_page_says_what_it_found(sample_shown, kept):
    logged_before(kept)
    assert "has not been checked" in panel("looked_state").lead
    assert looked.check(published_reader(), HEAD).problems == []
    lead = panel("looked_state").lead
    assert "it was whole: every line up to line 7 is as it was written" in lead
    found = last_check(opened(kept))
    assert (found.last_number, found.problems) == (7, 0) and found.head in panel("looked_state").notes[0]
    with writing(opened(kept)) as connection:
        connection.exec_driver_sql("drop trigger access_log_update")
        connection.exec_driver_sql("update access_log set page = 'about' where number = 2")
    looked.check(published_reader(), HEAD)
    assert "it was not whole: 1 problem up to line 8" in panel("looked_state").lead


def test_the_button_checks_the_chain(sample_warehouse, reader, kept):
    shown = reader(sample_warehouse).opens("looked")
    shown.app.button(key="log_check").click().run()
    assert "it was whole" in shown.words()
    assert last_check(opened(kept)).problems == 0


def test_what_retention_removed_is_said(sample_shown, kept):
    logged_before(kept)
    with writing(opened(kept)) as connection:
        set_keep_months(connection, 2)
        remove_old(connection, Who("account ops", "command"))
    figures = {one.label: (one.value, one.note) for one in panel("looked_state").head_figures}
    assert figures["Lines are kept for"] == ("2 months", "1 line was removed")
    assert figures["Lines in the log"][0] == "7" and figures["Files taken"][0] == "2"
    assert figures["About a single person or case"][0] == "3"
    assert rows("looked_removed", "removed_first", "removed_last") == [(1, 1)]


@pytest.mark.parametrize("role", GIVEN_ROLES)
def test_nobody_else_reads_the_log_by_any_way(sample_shown, kept, role):
    logged_before(kept)
    asking = replace(published_reader(), scope=Scope(role))
    asks = {
        "kept": lambda: looked.is_kept(asking),
        "standing": lambda: looked.standing(asking),
        "identities": lambda: looked.identities(asking),
        "asked": lambda: looked.asked(asking, {}),
        "counted": lambda: looked.counted(asking, Asked()),
        "by day": lambda: looked.by_day(asking, Asked()),
        "lines": lambda: looked.lines(asking, Asked()),
        "check": lambda: looked.check(asking, HEAD),
    }
    public = [name for name in vars(looked) if name.islower() and not name.startswith("_")]
    own = [name for name in public if getattr(vars(looked)[name], "__module__", "") == looked.__name__]
    assert len(own) - 1 == len(asks), "moment takes no reader; every other function is asked here"
    refused = []
    for name, ask in asks.items():
        try:
            ask()
        except NotShownError:
            refused.append(name)
    assert refused == ([] if role is Role.DATA_PROTECTION_OFFICER else list(asks))
    context = Context(asking, view().status, {})
    assert log_choices.has_log(context) == (role is Role.DATA_PROTECTION_OFFICER)


def test_the_log_is_read_anew_by_each_who_asks_and_remembered_for_nobody(sample_warehouse, reader, kept):
    someone = as_role(reader(sample_warehouse), Role.DATA_PROTECTION_OFFICER)
    someone.app.switch_page("app_pages/looked.py").run()
    made_panels.forget()
    before = made_panels.counted()
    someone.app.run()
    assert made_panels.counted().bytes <= before.bytes + 20_000, "but for what explains the columns"
    first = someone.tables()[-1].rows
    use.log().write(Line(HEAD, "offices"))
    someone.app.run()
    assert len(someone.tables()[-1].rows) > len(first)


def test_looking_here_is_a_line_too_with_who_was_searched_as_a_mark(sample_warehouse, reader, lines):
    shown = reader(sample_warehouse).opens("looked")
    assert lines(), "the first line is written"
    shown.app.text_input(key="log_person of all").input("O0012").run()
    next(one for one in shown.app.selectbox if one.key == "log_who of all").select("demo").run()
    own = lines()[-1]
    assert own["page"] == "looked" and own["filters"]["log_person"] == use.log().opaque("O0012")
    assert own["filters"]["log_who"] == use.log().opaque("demo")
    assert "O0012" not in json.dumps(lines())
    assert set(shown.app.query_params) <= {"lang"}
    assert count(use.log().engine, Asked(mark=use.log().opaque("O0012"))) >= 1


def test_a_mark_that_is_typed_stands_as_it_is_and_nothing_that_looks_like_one(sample_shown, kept):
    log = use.log()
    for typed, is_kept_as_it_is in ((log.opaque("O1"), True), ("~jan janssens", False)):
        chosen = logged._chosen(log, view(log_person=typed))["log_person"]
        assert (chosen == typed) is is_kept_as_it_is and chosen.startswith("~")


def test_every_file_is_taken_through_the_log(sample_warehouse, reader, lines, monkeypatch):
    taken = []
    monkeypatch.setattr(logged, "taken", lambda kind, what, *_: taken.append((kind, what)) or (lambda: b""))
    shown = reader(sample_warehouse).opens("looked")
    assert lines(), "the first line is written"
    shown.app.run()
    assert {what for _, what in taken} >= {"looked_by_day", "looked_lines"}


@pytest.mark.parametrize("language", languages.codes())
def test_every_column_is_defined_in_the_language_of_the_page(sample_shown, kept, language):
    logged_before(kept)
    with writing(opened(kept)) as connection:
        set_keep_months(connection, 2)
        remove_old(connection, Who("account ops", "command"))
    seen = view_of(PAGE, published_reader(language))
    with speaking(language):
        found = [one for part, part_view in steps(PAGE, seen, answered) for one in panels_of(part(part_view))]
        terms = [term for one in found for term in terms_of(one, seen)]
        assert {term.spoken for term in terms} == {language} and all(term.said for term in terms)
        assert len(found) == 6 and all(len(one.title) <= 140 for one in found)
