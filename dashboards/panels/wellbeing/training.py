"""Training: hours that groups followed in twelve whole months, by topic, beside the posts there are."""

from datetime import date

import polars as pl

from dashboards import queries
from dashboards.charts.bars import count_bars
from dashboards.charts.pressure_readings import last_whole_month
from dashboards.panel import Panel, Table, hidden, not_delivered, nothing
from dashboards.panels import few
from dashboards.panels.parts import labelled
from dashboards.panels.wellbeing import frames
from dashboards.queries import wellbeing as questions
from dashboards.text import month, number, plural, t
from dashboards.view import View

YEAR = 12  # months


def by_topic(view: View) -> Panel:
    """The hours of twelve months by topic, beside the twelve before."""
    name, title = "wellbeing_training", t("wellbeing.training_caption")
    if not queries.has_mart(view.reader, questions.TRAINING):
        return not_delivered(name, t("wellbeing.no_training"), title)
    every = frames.staff_months(view).filter(
        (pl.col("measure") == "training_hours") & pl.col("office_id").is_in(frames.offices_here(view))
    )
    last = last_whole_month(view.status.as_of)
    year = every.filter(_in_year(last, 0))
    if year.is_empty():
        return nothing(name, t("wellbeing.no_hours"), title)
    if year["amount"].null_count() == year.height:
        return hidden(name, few.sentence(), title)
    rows = _topics(year, every.filter(_in_year(last, 1)), view)
    hours = float(rows["training_hours"].sum())
    said = {"hours": number(hours), "month": month(last)}
    return Panel(
        name,
        title=_title(hours, year, said),
        subtitle=t("wellbeing.training_subtitle", area=view.choice.label("office"), month=said["month"]),
        chart=count_bars(
            rows.select(band="label", cases=pl.col("training_hours").round()),
            view.look,
            {"cases": t("wellbeing.hours")},
        ),
        summary=_left_out(year),
        table=Table(
            rows,
            {
                "label": t("wellbeing.column_topic"),
                "training_hours": t("wellbeing.column_hours"),
                "participants": t("wellbeing.column_participants"),
                "before_hours": t("wellbeing.column_hours_before"),
            },
            missing=t("wellbeing.not_known"),
            stands_for={"label": "topic", "before_hours": "training_hours"},
            on_phone=("training_hours", "before_hours"),
        ),
        notes=(t("wellbeing.training_note"),),
        marts=(questions.TRAINING,),
    )


def _in_year(last: date, years_before: int) -> pl.Expr:
    """Whether a month is one of twelve: those up to the last whole one, or a year before."""
    end = pl.lit(last).dt.offset_by(f"-{YEAR * years_before}mo")
    return (pl.col("month_start_on") <= end) & (pl.col("month_start_on") > end.dt.offset_by(f"-{YEAR}mo"))


def _topics(year: pl.DataFrame, before: pl.DataFrame, view: View) -> pl.DataFrame:
    rows = year.group_by("topic").agg(
        training_hours=pl.col("amount").sum(),
        participants=pl.when(pl.col("participants").count() > 0).then(pl.col("participants").sum()),
    )
    then = before.group_by("topic").agg(before_hours=pl.col("amount").sum())
    rows = rows.join(then, on="topic", how="left").sort("topic")
    return rows.with_columns(label=labelled(view, "training_topic", rows["topic"]))


def _title(hours: float, year: pl.DataFrame, said: dict[str, str]) -> str:
    """The hours, and how many that is for a full-time post of the same offices and months."""
    posts = year.unique(["office_id", "month_start_on"]).drop_nulls("amount")
    whole = posts["contract_fte_avg"].sum() / YEAR
    if posts["contract_fte_avg"].null_count() or not whole:
        return t("wellbeing.training_title_hours", **said)
    return t("wellbeing.training_title", per=number(hours / whole, 1), **said)


def _left_out(year: pl.DataFrame) -> str:
    """Of how many offices the hours are not shown in some month."""
    left = year.filter(pl.col("is_of_few"))["office_id"].n_unique()
    return plural("wellbeing.training_left_out", left) if left else ""
