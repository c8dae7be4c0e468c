"""What the head of an office writes for the office: notes under a topic, and actions with a day."""

from datetime import date

from dashboards import use, written
from dashboards.access.writers import Act, may
from dashboards.form import Answers, Asks, Field, Form
from dashboards.page import Written
from dashboards.panel import Panel, nothing
from dashboards.text import day, t
from dashboards.view import View
from store.codes import TOPICS


def _is_for(view: View) -> bool:
    is_of_team = view.choice.officer is None and view.choice.office is not None
    return is_of_team and may(view.reader.scope, Act.READ_OFFICE)


def _is_for_where_kept(view: View) -> bool:
    """That nothing can be written is said once, of the notes."""
    return use.is_kept() and _is_for(view)


def _office(view: View) -> str:
    return view.choice.office or ""


def notes(view: View) -> Panel:
    """The notes of the office, the newest first."""
    rows = written.notes(view.reader, _office(view))
    title = t("my_team.notes")
    if not rows:
        return nothing("my_team_notes", t("my_team.notes_none"), title)
    return Panel(
        "my_team_notes",
        title=title,
        subtitle=_subtitle(view),
        items=tuple(
            t(
                "my_team.note_line",
                day=_day(row["written_at"]),
                topic=t(f"my_team.topic_{row['topic']}"),
                text=row["text"],
                author=row["author"],
            )
            for row in rows
        ),
    )


def note_forms(view: View) -> tuple[Form, ...]:
    """A note to write, and one button for each to take back."""
    reader, office = view.reader, _office(view)
    topics = {topic: t(f"my_team.topic_{topic}") for topic in TOPICS}
    fields = (
        Field("topic", t("my_team.topic"), Asks.CHOICE, topics),
        Field("text", t("my_team.text"), help=t("my_team.text_help")),
    )
    add = Form(
        "note",
        t("my_team.note_add"),
        t("my_team.keep"),
        t("my_team.kept"),
        lambda answers: written.note(reader, office, answers),
        fields,
    )
    return (add, *(_taking_back(row, view) for row in written.notes(reader, office)))


def _taking_back(row: dict, view: View) -> Form:
    def take_back(answers: Answers) -> None:
        written.take_back(view.reader, _office(view), row["id"], answers)

    said = {"topic": t(f"my_team.topic_{row['topic']}"), "day": _day(row["written_at"])}
    return Form(
        f"take_back.{row['id']}",
        "",
        t("my_team.take_back", **said, text=_begun(row["text"])),
        t("my_team.taken_back"),
        take_back,
    )


def actions(view: View) -> Panel:
    """The actions of the office: open ones by the day they are due, then those that are done."""
    rows = written.actions(view.reader, _office(view))
    title = t("my_team.actions")
    if not rows:
        return nothing("my_team_actions", t("my_team.actions_none"), title)
    return Panel(
        "my_team_actions",
        title=title,
        subtitle=_subtitle(view),
        items=tuple(_action_said(row) for row in rows),
    )


def _action_said(row: dict) -> str:
    said = {"due": day(date.fromisoformat(row["due_on"])), "text": row["text"], "author": row["author"]}
    if row["done_at"] is None:
        return t("my_team.action_open", **said)
    return t("my_team.action_done", **said, day=_day(row["done_at"]), by=row["done_by"])


def action_forms(view: View) -> tuple[Form, ...]:
    """An action to write, and one button for each that is done."""
    reader, office = view.reader, _office(view)
    fields = (
        Field("text", t("my_team.text"), help=t("my_team.text_help")),
        Field("due", t("my_team.due"), Asks.DAY),
    )
    add = Form(
        "action",
        t("my_team.action_add"),
        t("my_team.keep"),
        t("my_team.kept"),
        lambda answers: written.action(reader, office, answers),
        fields,
    )
    rows = (row for row in written.actions(reader, office) if row["done_at"] is None)
    return (add, *(_finishing(row, view) for row in rows))


def _finishing(row: dict, view: View) -> Form:
    def finish(answers: Answers) -> None:
        written.action_done(view.reader, _office(view), row["id"], answers)

    return Form(
        f"done.{row['id']}",
        "",
        t("my_team.done", text=_begun(row["text"])),
        t("my_team.done_kept"),
        finish,
    )


def _subtitle(view: View) -> str:
    return t("my_team.written_subtitle", office=view.choice.label("office"))


def _day(written_at: str) -> str:
    return day(date.fromisoformat(written_at[:10]))


_LONGEST_BEGUN = 40


def _begun(text: str) -> str:
    """The beginning of a text, for a button that is about it."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_BEGUN else f"{line[:_LONGEST_BEGUN].rstrip()}…"


NOTES = Written("my_team_notes", "my_team.notes", _is_for, notes, note_forms)
ACTIONS = Written("my_team_actions", "my_team.actions", _is_for_where_kept, actions, action_forms)
