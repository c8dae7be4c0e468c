"""Objections of one officer to figures about the own work: what was said, what was answered, and a form."""

from collections.abc import Mapping
from datetime import date

import polars as pl

from dashboards import written
from dashboards.access.writers import Act, may
from dashboards.form import Answers, Asks, Field, Form
from dashboards.page import Written
from dashboards.panel import Panel, Table, nothing
from dashboards.queries import outlook_officer as questions
from dashboards.text import day, t
from dashboards.view import View
from store.codes import OPEN, REASONS, TAKEN_BACK

# Parts of the page that an officer can object to; a single case is one more, by its mark in the log.
FIGURES = ("today", "history", "month", "ahead", "due")


def figure_words(view: View) -> Mapping[str, str]:
    """Every figure that this officer can object to, in words: parts of the page, then own cases."""
    parts = {one: t(f"my_work.figure_{one}") for one in FIGURES}
    cases = questions.own_cases(view.reader, view.choice)["case_id"]
    return parts | {written.mark_of(case): t("my_work.figure_case", case=case) for case in cases}


def worded(rows: list[dict], view: View) -> pl.DataFrame:
    """Objections with figure, reason and status in words, and days as days: a row each, in their order."""
    figures = figure_words(view)
    return pl.DataFrame(
        [
            {
                "objected_on": row["made_at"][:10],
                "figure": figures.get(row["figure"], t("my_work.figure_gone")),
                "as_of": row["as_of"],
                "reason": t(f"my_work.reason_{row['reason']}"),
                "text": row["text"] or None,
                "status": status_words(row),
                "answer": row["answer"],
                "answered_on": row["answered_at"] and row["answered_at"][:10],
            }
            for row in rows
        ],
        schema=dict.fromkeys(_COLUMNS, pl.String),
    ).with_columns(pl.col("objected_on", "as_of", "answered_on").str.to_date("%Y-%m-%d"))


def status_words(row: Mapping[str, str]) -> str:
    """What came of an objection, in words; of one that was taken back also when."""
    if row["status"] == TAKEN_BACK:
        return t("my_work.status_taken_back", day=day(date.fromisoformat(row["taken_back_at"][:10])))
    return t(f"my_work.status_{row['status']}")


_COLUMNS = ("objected_on", "figure", "as_of", "reason", "text", "status", "answer", "answered_on")


def said(view: View) -> Panel:
    """What this officer objected to, the newest first, with the answers."""
    title = t("my_work.objections")
    rows = worded(_objections(view), view)
    if rows.is_empty():
        return nothing("my_work_objections", t("my_work.objections_none"), title)
    return Panel(
        "my_work_objections",
        title=title,
        subtitle=t("my_work.objections_subtitle"),
        table=Table(
            rows,
            {column: t(f"my_work.column_{column}") for column in _COLUMNS},
            caption=t("my_work.objections_caption"),
            filters=t("my_work.objections_subtitle"),
            missing_in={
                "text": t("officer.none"),
                "answer": t("my_work.no_answer"),
                "answered_on": t("my_work.no_answer"),
            },
            stands_for={"as_of": "objected_as_of", "text": "objection_text", "status": "objection_status"},
            on_phone=("figure", "status"),
            is_of_version=False,
        ),
    )


def forms(view: View) -> tuple[Form, ...]:
    """The form to object, and a button to take back each objection that waits; for the officer alone."""
    if not may(view.reader.scope, Act.OBJECT):
        return ()
    figures = figure_words(view)
    waiting = (one for one in _objections(view) if one["status"] == OPEN)
    return (_objecting(figures, view), *(_taking_back(one, figures, view) for one in waiting))


def _objections(view: View) -> list[dict]:
    return written.objections(view.reader, view.choice.officer)


def _objecting(figures: Mapping[str, str], view: View) -> Form:
    def write(answers: Answers) -> None:
        written.object_to(view.reader, view.choice.officer, view.status.as_of, answers)

    return Form(
        "objection",
        t("my_work.object"),
        t("my_work.object_send"),
        t("my_work.objected"),
        write,
        (
            Field("figure", t("my_work.column_figure"), Asks.CHOICE, figures),
            Field(
                "reason",
                t("my_work.column_reason"),
                Asks.CHOICE,
                {one: t(f"my_work.reason_{one}") for one in REASONS},
            ),
            Field("text", t("my_work.object_text"), help=t("my_work.object_help")),
        ),
    )


def _taking_back(row: dict, figures: Mapping[str, str], view: View) -> Form:
    def take_back(_: Answers) -> None:
        written.take_back_objection(view.reader, view.choice.officer, row["id"])

    said = {
        "figure": figures.get(row["figure"], t("my_work.figure_gone")),
        "reason": t(f"my_work.reason_{row['reason']}"),
        "day": day(date.fromisoformat(row["made_at"][:10])),
    }
    send, done = t("my_work.take_back", **said), t("my_work.taken_back")
    return Form(f"take_back.{row['id']}", "", send, done, take_back)


OBJECTIONS = Written(
    "my_work_objections",
    "my_work.objections",
    lambda view: view.choice.officer is not None and may(view.reader.scope, Act.READ_OBJECTIONS),
    said,
    forms,
)
