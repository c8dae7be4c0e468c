"""Objections of the officers of the office to figures about their work, and the answers of its head."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dashboards import use, written
from dashboards.access.writers import Act, may
from dashboards.form import Answers, Asks, Field, Form
from dashboards.page import Written
from dashboards.panel import Panel, nothing
from dashboards.panels.my_work.objections import figure_words, status_words
from dashboards.text import day, t
from dashboards.view import View
from store.codes import ANSWERS, OPEN, TAKEN_BACK


def _is_for(view: View) -> bool:
    # That nothing can be written is said once, of the notes; an officer's own stand on My work.
    is_of_team = view.choice.officer is None and view.choice.office is not None
    return use.is_kept() and is_of_team and may(view.reader.scope, Act.ANSWER)


def _rows(view: View) -> Iterator[dict]:
    """The objections of the team, open ones first, with the figure in words."""
    figures: dict[str, dict[str, str]] = {}
    for row in written.objections_of_office(view.reader, view.choice.office or ""):
        if row["officer"] not in figures:
            figures[row["officer"]] = dict(figure_words(_of(row["officer"], view)))
        yield row | {"figure": figures[row["officer"]].get(row["figure"], t("my_work.figure_gone"))}


def _of(officer: str, view: View) -> View:
    return view.choosing(replace(view.choice, values={**view.choice.values, "officer": officer}))


def objections(view: View) -> Panel:
    """What officers objected to: what waits for an answer, then the rest, with how and when it ended."""
    title, items = t("my_team.objections"), tuple(_said(row) for row in _rows(view))
    if not items:
        return nothing("my_team_objections", t("my_team.objections_none"), title)
    return Panel("my_team_objections", title=title, subtitle=t("my_team.objections_subtitle"), items=items)


def _said(row: dict) -> str:
    said = t(
        "my_team.objection_line",
        day=_day(row["made_at"]),
        officer=row["officer"],
        figure=row["figure"],
        as_of=_day(row["as_of"]),
        reason=t(f"my_work.reason_{row['reason']}"),
    )
    lines = [said, *([t("my_team.objection_text", text=row["text"])] if row["text"] else [])]
    status = status_words(row)
    if row["status"] in (OPEN, TAKEN_BACK):
        return "\n".join([*lines, t("my_team.objection_status", status=status)])
    answer = {"day": _day(row["answered_at"]), "by": row["answered_by"], "text": row["answer"]}
    return "\n".join([*lines, t("my_team.objection_answered", status=status, **answer)])


def forms(view: View) -> tuple[Form, ...]:
    """A form for each objection that waits for an answer."""
    return tuple(_form(row, view) for row in _rows(view) if row["status"] == OPEN)


def _form(row: dict, view: View) -> Form:
    def write(answers: Answers) -> None:
        written.answer(view.reader, row["officer"], row["id"], answers)

    said = {
        "officer": row["officer"],
        "figure": row["figure"],
        "reason": t(f"my_work.reason_{row['reason']}"),
    }
    statuses = {one: t(f"my_work.status_{one}") for one in ANSWERS}
    return Form(
        f"answer.{row['id']}",
        t("my_team.answer_to", **said),
        t("my_team.answer_send"),
        t("my_team.answered"),
        write,
        (
            Field("status", t("my_team.answer_status"), Asks.CHOICE, statuses),
            Field("text", t("my_team.answer_text"), help=t("my_team.text_help")),
        ),
    )


def _day(moment: str) -> str:
    return day(date.fromisoformat(moment[:10]))


OBJECTIONS = Written("my_team_objections", "my_team.objections", _is_for, objections, forms)
