"""What falls due on the cases of one officer: expected ends, passed or ahead, and first assessments."""

from dataclasses import replace

import polars as pl

from dashboards.panel import Panel, Table, nothing
from dashboards.panels.outlook.frames import of_an_officer
from dashboards.panels.outlook.officer import worded_cases
from dashboards.panels.outlook.person import filters_said
from dashboards.queries import outlook_officer as questions
from dashboards.text import number, plural, t
from dashboards.view import View

_NOT_ASSESSED = "not_assessed"


@of_an_officer
def falls_due(view: View) -> Panel:
    """A row per case and thing due: what has passed first, then by day, then what has no day."""
    title = t("my_work.due")
    rows = due(questions.own_cases(view.reader, view.choice), view)
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
                what=pl.col("what").replace_strict(
                    {one: t(f"my_work.due_{one}") for one in rows["what"].unique()}, return_dtype=pl.String
                )
            ),
            {
                "case_id": t("officer.column_case"),
                "what": t("my_work.column_what"),
                "due_on": t("my_work.column_due"),
                "kind": t("officer.column_type"),
                "risk_level": t("officer.column_risk"),
                "opened_on": t("my_work.column_opened"),
            },
            caption=t("my_work.due_caption"),
            filters=filters_said(view),
            missing_in={"due_on": t("my_work.no_day")},
            stands_for={"kind": "supervision_type", "due_on": "expected_end_on"},
        ),
        notes=left_out,
        marts=("fct_open_cases",),
    )


def due(cases: pl.DataFrame, view: View) -> pl.DataFrame:
    """The own cases with ``what`` (passed, ending, not_assessed) and ``due_on``, in that order."""
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
    return pl.concat([ends, unassessed]).sort("due_on", "opened_on", "case_id", nulls_last=True)


def _counted(rows: pl.DataFrame) -> str:
    counts = dict(rows.group_by("what").len().iter_rows())
    every = ("passed", "ending", _NOT_ASSESSED)
    return " ".join(plural(f"my_work.due_count_{one}", counts[one]) for one in every if one in counts)
