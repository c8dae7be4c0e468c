"""Notes, objections, actions and views: codes first, short texts, and nothing about a person in them."""

from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from store import actions, notes, objections, retention, saved_views, settings
from store.codes import TOPICS
from store.errors import ChangedMeanwhileError, RefusedTextError, StoreError, WarnedTextError
from store.lines import Who
from store.opening import writing
from store.texts import LONGEST_TEXT, checked, warnings_of

DAY = date(2026, 6, 30)
A_NATIONAL_NUMBER = "85.07.30-033.28"


def test_a_text_is_kept_as_it_was_written_without_space_around():
    assert checked("  two posts are vacant\n") == "two posts are vacant"
    assert checked("x" * LONGEST_TEXT) == "x" * LONGEST_TEXT


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "x" * (LONGEST_TEXT + 1),
        f"it is about {A_NATIONAL_NUMBER}",
        "it is about 85073003328",
        "key 0123456789abcdef0123456789abcdef",
        "officer-12 carries it",
        "see (OFFICER-12), please",
    ],
)
def test_a_text_that_may_not_be_kept_is_refused_and_not_repeated(text):
    with pytest.raises(RefusedTextError) as refused:
        checked(text, ids={"officer-12"}, accepted=("long_number", "health"))
    assert "85" not in str(refused.value) and "12 " not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("collega is ziek tot juni", ("health",)),
        ("zwangerschapsverlof tot juni", ("health",)),
        ("en congé maladie", ("health",)),
        ("she is ill", ("health",)),
        ("burn-out since May", ("health",)),
        ("still illegible, skill, bill", ()),
        ("twee plaatsen staan open", ()),
        ("call jan@example.org", ("contact",)),
        ("bel 0470 12 34 56", ("contact",)),
        ("dossier 20260012345", ("long_number",)),
        ("from 2026-03-01 to 2026-04-01, 12.5 FTE", ()),
    ],
)
def test_what_may_not_belong_here_is_warned_of(text, warned):
    assert warnings_of(text) == warned


def test_a_warned_text_is_kept_once_its_writer_looked_again(engine):
    with pytest.raises(WarnedTextError) as warned:
        notes.add(engine, "GEN", "building", "the hospital wing moves", "the head")
    assert warned.value.warnings == ("health",) and notes.of_office(engine, "GEN") == []
    notes.add(
        engine, "GEN", "building", "the hospital wing moves", "the head", accepted=warned.value.warnings
    )
    assert len(notes.of_office(engine, "GEN")) == 1


def test_a_note_is_dated_and_only_its_author_takes_it_back(engine):
    first = notes.add(engine, "GEN", TOPICS[0], "first", "the head")
    notes.add(engine, "GEN", TOPICS[0], "second", "the head")
    notes.add(engine, "BRU", TOPICS[0], "elsewhere", "another head")
    assert [note["text"] for note in notes.of_office(engine, "GEN")] == ["second", "first"]
    with pytest.raises(ChangedMeanwhileError):
        notes.take_back(engine, first, "another head")
    notes.take_back(engine, first, "the head")
    assert [note["text"] for note in notes.of_office(engine, "GEN")] == ["second"]
    assert datetime.now(UTC) - datetime.fromisoformat(
        notes.of_office(engine, "GEN")[0]["written_at"]
    ) < timedelta(minutes=5)


def test_codes_that_nobody_knows_are_refused(engine):
    with pytest.raises(StoreError, match="no code"):
        notes.add(engine, "GEN", "gossip", "text", "the head")
    with pytest.raises(StoreError, match="no code"):
        objections.make(engine, "officer-1", "workload_units", DAY, "unfair")
    one = objections.make(engine, "officer-1", "workload_units", DAY, "case_has_ended")
    with pytest.raises(StoreError, match="no code"):
        objections.answer(engine, one, "ignored", "text", "the head")


def test_a_reason_may_say_it_all(engine):
    objections.make(engine, "officer-1", "workload_units", DAY, "case_has_ended")
    (kept,) = objections.of_officer(engine, "officer-1")
    assert (kept["text"], kept["status"], kept["as_of"], kept["answer"]) == ("", "open", "2026-06-30", None)
    assert objections.of_officer(engine, "officer-2") == []


def test_open_actions_come_first_by_the_day_they_are_due(engine):
    late = actions.add(engine, "GEN", "late", date(2026, 9, 1), "the head")
    soon = actions.add(engine, "GEN", "soon", date(2026, 7, 1), "the head")
    actions.add(engine, "GEN", "next", date(2026, 8, 1), "the head")
    actions.done(engine, soon, "officer-1")
    assert [one["text"] for one in actions.of_office(engine, "GEN")] == ["next", "late", "soon"]
    assert late


def test_a_view_is_saved_by_name_in_place_of_the_one_before(engine):
    saved_views.save(engine, "me", "mine", "offices", {"office": "GEN"})
    saved_views.save(engine, "me", "mine", "backlog", {"office": "BRU", "since": "two_years"})
    saved_views.save(engine, "you", "mine", "offices", {})
    (kept,) = saved_views.of_owner(engine, "me")
    assert (kept["page"], kept["filters"]) == ("backlog", {"office": "BRU", "since": "two_years"})
    saved_views.remove(engine, "you", kept["id"])
    assert saved_views.of_owner(engine, "me")
    saved_views.remove(engine, "me", kept["id"])
    assert saved_views.of_owner(engine, "me") == [] != saved_views.of_owner(engine, "you")


@pytest.mark.parametrize(
    ("name", "filters"),
    [
        ("mine", {"officer": "officer-12"}),
        ("cases of officer-12", {}),
        ("mine", {"who": A_NATIONAL_NUMBER}),
        ("n" * 81, {}),
    ],
)
def test_a_view_holds_no_person_and_no_case(engine, name, filters):
    with pytest.raises(RefusedTextError):
        saved_views.save(engine, "me", name, "offices", filters, ids={"officer-12"})
    assert saved_views.of_owner(engine, "me") == []


def test_what_is_settled_goes_when_its_time_is_over_and_what_is_open_stays(engine):
    settled = objections.make(engine, "officer-1", "workload_units", DAY, "case_has_ended")
    objections.answer(engine, settled, "accepted", "yes", "the head")
    objections.make(engine, "officer-1", "workload_units", DAY, "share_is_wrong")
    deed = actions.add(engine, "GEN", "done", DAY, "the head")
    actions.done(engine, deed, "the head")
    actions.add(engine, "GEN", "to do", DAY, "the head")
    notes.add(engine, "GEN", "staff", "text", "the head")
    saved_views.save(engine, "me", "mine", "offices", {})
    with writing(engine) as connection:
        settings.set_keep_months(connection, 3)
        soon = retention.remove_old(connection, Who("a", "b"), datetime.now(UTC) + timedelta(days=60))
        later = retention.remove_old(connection, Who("a", "b"), datetime.now(UTC) + timedelta(days=120))
    assert set(soon.values()) == {0}
    assert later == {"access_log": 0, "notes": 1, "objections": 1, "actions": 1}
    assert [one["reason"] for one in objections.of_officer(engine, "officer-1")] == ["share_is_wrong"]
    assert [one["text"] for one in actions.of_office(engine, "GEN")] == ["to do"]
    assert saved_views.of_owner(engine, "me")


@pytest.mark.parametrize("months", [0, -1, 241])
def test_a_retention_that_makes_no_sense_is_refused(engine, months):
    with pytest.raises(StoreError), writing(engine) as connection:
        settings.set_keep_months(connection, months)
    with writing(engine) as connection:
        assert settings.keep_months(connection) == settings.USUAL_MONTHS
        assert connection.execute(sa.text("select count(*) from access_log")).scalar() == 0


def test_an_objection_is_taken_back_by_its_writer_before_it_is_answered(engine):
    one = objections.make(engine, "officer-1", "workload_units", DAY, "other", "please look at May")
    with pytest.raises(ChangedMeanwhileError):
        objections.take_back(engine, one, "officer-2")
    objections.take_back(engine, one, "officer-1")
    (kept,) = objections.of_officer(engine, "officer-1")
    assert (kept["status"], kept["text"], kept["reason"], kept["answer"]) == ("taken_back", "", "other", None)
    assert datetime.now(UTC) - datetime.fromisoformat(kept["taken_back_at"]) < timedelta(minutes=5)
    for once_more in (
        lambda: objections.take_back(engine, one, "officer-1"),
        lambda: objections.answer(engine, one, "accepted", "too late", "the head"),
    ):
        with pytest.raises(ChangedMeanwhileError):
            once_more()
    assert objections.of_officer(engine, "officer-1") == [kept]


def test_an_answered_objection_is_not_taken_back(engine):
    one = objections.make(engine, "officer-1", "workload_units", DAY, "other", "please look at May")
    objections.answer(engine, one, "declined", "May is right", "the head")
    with pytest.raises(ChangedMeanwhileError):
        objections.take_back(engine, one, "officer-1")
    (kept,) = objections.of_officer(engine, "officer-1")
    assert (kept["status"], kept["text"], kept["taken_back_at"]) == ("declined", "please look at May", None)


def test_an_objection_taken_back_goes_when_its_time_is_over(engine):
    one = objections.make(engine, "officer-1", "workload_units", DAY, "other")
    objections.take_back(engine, one, "officer-1")
    with writing(engine) as connection:
        settings.set_keep_months(connection, 3)
        for days, removed in ((60, 0), (120, 1)):
            later = datetime.now(UTC) + timedelta(days=days)
            assert retention.remove_old(connection, Who("a", "b"), later)["objections"] == removed
