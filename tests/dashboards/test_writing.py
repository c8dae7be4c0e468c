"""Forms on a page: what was confirmed is in the store, what was refused is said and stays in the form."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboards import made_panels, use
from dashboards.access.scope import EVERYTHING, Role, Scope
from dashboards.choice import Choice
from dashboards.form import Asks, Field, Form
from dashboards.page import Written, panels_for
from dashboards.panel import Panel
from dashboards.reader import Reader
from dashboards.screen import session
from dashboards.status import Status
from dashboards.text import speaking, t
from dashboards.view import View
from store import access_log, notes, saved_views, texts
from store.chain import verified
from store.codes import TOPICS
from store.errors import LogUnavailableError
from store.opening import opened, reading
from store.texts import CONTACT, HEALTH, LONG_NUMBER

SOON = date(2026, 7, 1)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a store that the pages write to."""
    monkeypatch.setenv("MAATWERK_STORE", str(tmp_path / "kept"))
    yield tmp_path / "kept"
    use.log().close()
    access_log._log_at.cache_clear()


@pytest.fixture
def view() -> View:
    status = Status.__new__(Status)  # nothing that is drawn here is of the data
    choice = Choice((), {}, {}, "", SOON)
    return View(status, choice, Reader("no file", "en", EVERYTHING))


def written_notes() -> list[dict]:
    return notes.of_office(use.log().engine, "GEN")


def said(_: View) -> Panel:
    return Panel("notes", title=t("about.use"), items=tuple(one["text"] for one in written_notes()))


def forms(_: View) -> tuple[Form, ...]:
    def add(answers) -> None:
        chosen = answers.values
        text = f"{chosen['text']}{'' if not chosen['due'] else ', by ' + chosen['due']}"
        notes.add(
            use.log().engine,
            "GEN",
            chosen["topic"],
            text,
            answers.who.identity,
            ids={"case-12"},
            accepted=answers.accepted,
        )

    def taking_back(note: dict) -> Form:
        return Form(
            f"take_back.{note['id']}",
            "",
            f"Take back: {note['text']}",
            "Taken back.",
            lambda answers: notes.take_back(use.log().engine, note["id"], answers.who.identity),
        )

    fields = (
        Field("topic", "Topic", Asks.CHOICE, dict(zip(TOPICS, TOPICS, strict=True))),
        Field("text", "Text"),
        Field("due", "By", Asks.DAY, day=SOON),
    )
    add_note = Form("note", "A note", "Keep", "Kept.", add, fields)
    return (add_note, *(taking_back(one) for one in written_notes()))


PART = Written("notes", "about.use", lambda view: view.reader.scope.role is Role.WHOLE, said, forms)


class Writer:
    """Somebody in front of a page with that one part."""

    def __init__(self, view: View) -> None:
        def page(part, view) -> None:
            from dashboards.screen import writing
            from dashboards.screen.flow import Flow
            from dashboards.text import speaking

            with speaking(view.reader.language):
                writing.draw(part, "about", view, Flow())

        self.app = AppTest.from_function(page, args=(PART, view), default_timeout=20)
        self.app.run()

    def fills(self, topic: str | None = "staff", text: str = "", due: date | None = SOON) -> "Writer":
        self.app.selectbox[0].set_value(topic)
        self.app.text_area[0].set_value(text)
        self.app.date_input[0].set_value(due)
        return self

    def sends(self, button: str = "Keep") -> "Writer":
        next(one for one in self.app.button if one.label.startswith(button)).click().run()
        assert not self.app.exception, [one.message for one in self.app.exception]
        return self

    @property
    def words(self) -> str:
        return " ".join(one.proto.body for one in self.app.get("html"))


@pytest.fixture
def writer(kept, view) -> Writer:
    return Writer(view)


@pytest.fixture
def lines(kept) -> Callable[[], list[dict]]:
    """The lines of the log so far; the chain is intact."""

    def read() -> list[dict]:
        use.log().close()
        access_log._log_at.cache_clear()
        with reading(opened(kept)) as connection:
            assert verified(connection).problems == []
            return [dict(row) for row in access_log.lines(connection)]

    return read


def test_what_is_confirmed_is_in_the_store_and_the_form_is_empty_again(writer):
    writer.fills(text="two posts are vacant").sends()
    (kept,) = written_notes()
    assert (kept["topic"], kept["text"]) == ("staff", "two posts are vacant, by 2026-07-01")
    assert kept["author"] == "demo"
    assert datetime.now(UTC).date().isoformat() == kept["written_at"][:10]
    assert "Kept." in writer.words and "two posts are vacant" in writer.words
    assert (writer.app.text_area[0].value, writer.app.selectbox[0].value) == ("", None)
    writer.app.run()
    assert "Kept." not in writer.words


def test_two_in_a_row_are_two(writer):
    writer.fills(text="first").sends().fills(text="second").sends()
    assert [one["text"][:6] for one in written_notes()] == ["second", "first,"]


@pytest.mark.parametrize("missing", ["topic", "due"])
def test_what_must_be_chosen_is_asked_for_and_nothing_is_lost(writer, missing):
    writer.fills(text="two posts are vacant", **{missing: None}).sends()
    assert written_notes() == [] and "choose something under" in writer.words
    assert writer.app.text_area[0].value == "two posts are vacant"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("it is about 85.07.30-033.28", "national number"),
        ("see case-12", "id of a person or a case"),
        ("key 0123456789abcdef0123456789abcdef", "key of a person"),
    ],
)
def test_a_refused_text_says_why_and_stays_in_the_form(writer, text, why):
    writer.fills(text=text).sends()
    assert written_notes() == [] and why in writer.words
    assert writer.app.text_area[0].value == text and not writer.app.checkbox


def test_a_text_with_warning_words_is_kept_once_its_writer_says_so(writer):
    writer.fills(text="the hospital wing moves").sends()
    assert written_notes() == [] and "somebody’s health" in writer.words
    writer.sends()
    assert written_notes() == []
    writer.app.checkbox[0].check()
    writer.sends()
    assert len(written_notes()) == 1 and "Kept." in writer.words and not writer.app.checkbox


def test_a_tick_accepts_the_warnings_that_were_shown_and_no_others(writer):
    writer.fills(text="the hospital wing moves").sends()
    writer.app.checkbox[0].check()
    writer.fills(text="the hospital wing moves, call 0470 12 34 56").sends()
    assert written_notes() == [] and "telephone" in writer.words
    assert writer.app.checkbox[0].value is False
    writer.app.checkbox[0].check()
    writer.sends()
    assert len(written_notes()) == 1


def test_what_is_taken_back_is_gone_and_that_is_said(writer):
    writer.fills(text="wrong").sends().sends("Take back")
    assert written_notes() == [] and "Taken back." in writer.words


def test_somebody_else_was_first(writer):
    writer.fills(text="wrong").sends()
    (note,) = written_notes()
    notes.take_back(use.log().engine, note["id"], "demo")
    writer.sends("Take back")
    assert "somebody else changed this" in writer.words and "Taken back." not in writer.words


def test_each_that_was_written_is_a_line_and_what_was_refused_is_none(writer, lines):
    writer.fills(text="see case-12").sends()
    writer.fills(text="two posts are vacant").sends()
    (line,) = lines()
    assert (line["identity"], line["role"], line["page"]) == ("demo", "demo", "write about")
    assert json.loads(line["filters"]) == {"form": "note"} and "posts" not in str(line)


def test_nothing_is_written_while_the_log_takes_no_line(writer, monkeypatch):
    def refuse() -> None:
        raise LogUnavailableError("no")

    monkeypatch.setattr(use.log(), "refuse_if_full", refuse)
    writer.fills(text="two posts are vacant").sends()
    assert written_notes() == [] and "takes no lines" in writer.words
    assert writer.app.text_area[0].value == "two posts are vacant"


def test_who_looks_as_another_by_now_writes_nothing(writer, monkeypatch):
    monkeypatch.setattr(session, "standing", lambda: session.Standing(Scope(Role.ANALYST), name="demo"))
    writer.fills(text="two posts are vacant").sends()
    assert written_notes() == [] and "no longer look as the person" in writer.words


def test_what_nobody_foresaw_is_no_confirmation_and_its_text_is_in_no_log(writer, monkeypatch, caplog):
    def fail(*_: object, **__: object) -> None:
        raise OSError("a text that somebody wrote")

    monkeypatch.setattr(notes, "add", fail)
    writer.fills(text="two posts are vacant").sends()
    assert "something went wrong" in writer.words and "Kept." not in writer.words
    assert "OSError" in caplog.text and "somebody wrote" not in caplog.text


def test_without_a_store_one_sentence_says_so_and_there_is_no_form(view, monkeypatch):
    monkeypatch.delenv("MAATWERK_STORE", raising=False)
    writer = Writer(view)
    assert "keeps no store" in writer.words and not writer.app.button
    with speaking("nl"):
        (panel,) = panels_for(PART, view)
        assert "geen opslag" in panel.said


def test_whoever_it_is_not_for_sees_nothing_of_it(kept, view):
    other = replace(view, reader=replace(view.reader, scope=Scope(Role.ANALYST)))
    writer = Writer(other)
    assert writer.words == "" and not writer.app.button
    assert panels_for(PART, other) == ()


def test_nothing_of_it_is_remembered(writer):
    made_panels.forget()
    writer.fills(text="two posts are vacant").sends()
    assert made_panels.counted().values == made_panels.counted().asked == 0


def test_on_paper_it_is_a_panel_without_a_form(writer, view, monkeypatch):
    writer.fills(text="two posts are vacant").sends()
    with speaking("en"):
        (panel,) = panels_for(PART, view)
    assert panel.items == ("two posts are vacant, by 2026-07-01",)


def test_every_reason_of_the_store_has_its_words():
    sources = "".join(Path(one.__file__).read_text() for one in (texts, saved_views))
    whys = set(re.findall(r'RefusedTextError\(f?"[^"]+", "(\w+)"\)', sources))
    assert len(whys) == 5 and sources.count("raise RefusedTextError") == 6
    for language in ("en", "nl"):
        with speaking(language):
            assert all(t(f"writing.refused_{why}", longest=500) for why in whys)
            assert all(t(f"writing.warned_{one}") for one in (HEALTH, CONTACT, LONG_NUMBER))
