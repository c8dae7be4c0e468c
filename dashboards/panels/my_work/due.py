"""What falls due of one officer: tasks, expected ends, passed or ahead, and first assessments."""

from dataclasses import replace

import polars as pl

from dashboards.panel import Panel, Table, nothing
from dashboards.panels.outlook.frames import of_an_officer
from dashboards.panels.outlook.officer import worded_cases
from dashboards.panels.outlook.person import filters_said
from dashboards.panels.parts import labelled
from dashboards.queries import my_work as task_questions
from dashboards.queries import outlook_officer as questions
from dashboards.text import number, plural, t
from dashboards.view import View

_NOT_ASSESSED = "not_assessed"
# In the order in which they are counted in words; what may be due of a case, and of a task.
_OF_CASES = ("passed", "ending", _NOT_ASSESSED)
_OF_TASKS = ("task_late", "task", "task_undated")


@of_an_officer
def falls_due(view: View) -> Panel:
    """A row per thing due: what has passed first, then by day, then what has no day."""
    title = t("my_work.due")
    tasks = task_questions.open_tasks(view.reader, view.choice)
    rows = due(questions.own_cases(view.reader, view.choice), tasks, view)
    left_out = (t("my_work.due_left_out"),)
    if rows.is_empty():
        return replace(nothing("my_work_due", t("my_work.due_none"), title), notes=left_out)
    return Panel(
        "my_work_due",
        title=title,
        subtitle=t("my_work.due_subtitle", weeks=number(view.status.quarter_weeks)),
        summary=_counted(rows),
        table=Table(
            worded_cases(rows, view).with_columns(
                what=_worded(rows["what"]), task=labelled(view, "work_type", rows["task_type"])
            ),
            {
                "what": t("my_work.column_what"),
                "due_on": t("my_work.column_due"),
                "task": t("my_work.column_task"),
                "case_id": t("officer.column_case"),
                "kind": t("officer.column_type"),
                "risk_level": t("officer.column_risk"),
                "opened_on": t("my_work.column_opened"),
            },
            caption=t("my_work.due_caption"),
            filters=filters_said(view),
            missing=t("officer.none"),
            missing_in={"due_on": t("my_work.no_day")},
            stands_for={"kind": "supervision_type", "due_on": "day_due", "task": "task_type"},
        ),
        notes=left_out,
        marts=("fct_open_cases", "fct_open_tasks"),
    )


def due(cases: pl.DataFrame, tasks: pl.DataFrame, view: View) -> pl.DataFrame:
    """The own cases and tasks with ``what`` and ``due_on``, in that order.

    Of a case passed, ending or not_assessed; of a task task_late, task (with a day that has not passed) or
    task_undated, with ``task_type`` and the columns of its case where the officer carries it.
    """
    last = pl.lit(view.status.as_of)
    ends = cases.filter(
        pl.col("expected_end_on") < last.dt.offset_by(f"{view.status.quarter_weeks}w")
    ).with_columns(
        what=pl.when(pl.col("days_past_expected_end").is_not_null())
        .then(pl.lit("passed"))
        .otherwise(pl.lit("ending")),
        due_on="expected_end_on",
    )
    unassessed = cases.filter(pl.col("findings").str.split(", ").list.contains(_NOT_ASSESSED)).with_columns(
        what=pl.lit(_NOT_ASSESSED), due_on=pl.lit(None, pl.Date)
    )
    is_late = pl.when(pl.col("due_on") < last).then(pl.lit("task_late"))
    of_tasks = (
        tasks.drop("requested_on")
        .with_columns(
            what=is_late.when(pl.col("due_on").is_null())
            .then(pl.lit("task_undated"))
            .otherwise(pl.lit("task"))
        )
        .join(cases, on="case_id", how="left", maintain_order="left")
    )
    every = pl.concat([ends, unassessed, of_tasks], how="diagonal")
    return every.sort("due_on", "opened_on", "case_id", "task_type", nulls_last=True, maintain_order=True)


def _worded(what: pl.Series) -> pl.Series:
    return what.replace_strict(
        {one: t(f"my_work.due_{one}") for one in what.unique()}, return_dtype=pl.String
    )


def _counted(rows: pl.DataFrame) -> str:
    counts = dict(rows.group_by("what").len().iter_rows())
    every = (*_OF_CASES, *_OF_TASKS)
    return " ".join(plural(f"my_work.due_count_{one}", counts[one]) for one in every if one in counts)
