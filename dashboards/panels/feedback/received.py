"""Feedback that came in, by the group it came from and by topic, with its ratings."""

import polars as pl

from analysis.surveys import compared, with_shares
from dashboards.access.door import SMALLEST_SHOWN
from dashboards.charts.interval_rows import interval_rows
from dashboards.charts.stacks import stacked_bars
from dashboards.panel import Panel, Table, not_delivered, nothing
from dashboards.panels.feedback import frames
from dashboards.panels.parts import labelled, words
from dashboards.queries import feedback as questions
from dashboards.text import month, number, percentage, plural, t
from dashboards.view import View

_MARTS = (questions.FEEDBACK,)
_RATINGS = ("low", "higher", "unrated", "untold")


def by_group(view: View) -> Panel:
    """From whom feedback came in twelve whole months, and how it was rated."""
    name, title = "feedback_groups", t("feedback.groups_caption")
    if not frames.has(view, questions.FEEDBACK):
        return not_delivered(name, t("feedback.no_feedback"), title)
    rows = _counted(view, "from_group")
    if rows.is_empty():
        return nothing(name, t("feedback.none_received"), title)
    labels = dict(zip(rows["from_group"], labelled(view, "feedback_group", rows["from_group"]), strict=True))
    drawn = rows.select(row="from_group", **_ratings()).unpivot(
        _RATINGS, index="row", variable_name="part", value_name="amount"
    )
    when = month(frames.last(view))
    return Panel(
        name,
        title=_groups_title(rows, labels, when),
        subtitle=t("feedback.groups_subtitle", area=view.choice.label("office"), month=when),
        chart=stacked_bars(
            drawn,
            labels,
            {one: t(f"feedback.{one}") for one in _RATINGS if drawn.filter(part=one)["amount"].sum()},
            view.look,
            words("feedback", "unit", "none"),
        ),
        table=_table(rows, "from_group", labels, t("feedback.column_group")),
        notes=(t("feedback.groups_note"), t("feedback.few_note", smallest=SMALLEST_SHOWN)),
        marts=_MARTS,
    )


def by_topic(view: View) -> Panel | None:
    """The share of low ratings by topic, with its interval, and the twelve months before."""
    if not frames.has(view, questions.FEEDBACK):
        return None
    rows = _counted(view, "topic")
    shown = rows.drop_nulls("problem_pct")
    if shown.is_empty():
        return None
    labels = dict(zip(rows["topic"], labelled(view, "feedback_topic", rows["topic"]), strict=True))
    drawn = shown.select(
        row="topic",
        amount="problem_pct",
        lower="problem_lower_pct",
        upper="problem_upper_pct",
        before="before_problem_pct",
    )
    when = month(frames.last(view))
    inside = words("feedback", "before") | {"amount": t("feedback.share_low"), "none": t("feedback.too_few")}
    return Panel(
        "feedback_topics",
        title=_topics_title(rows, when),
        subtitle=t("feedback.topics_subtitle", area=view.choice.label("office"), month=when),
        chart=interval_rows(drawn, labels, view.look, inside),
        table=_table(rows, "topic", labels, t("feedback.column_topic")),
        notes=(t("feedback.topics_note"),),
        marts=_MARTS,
    )


def _ratings() -> dict[str, pl.Expr]:
    """How many pieces have which rating; of fewer ratings than may be shown that is not told."""
    return {
        "low": pl.col("problem_answers"),
        "higher": pl.col("rated") - pl.col("problem_answers"),
        "unrated": pl.col("received_feedback") - pl.col("rated_feedback"),
        "untold": pl.col("rated_feedback") - pl.col("rated"),
    }


def _counted(view: View, by: str) -> pl.DataFrame:
    """Feedback of twelve months by group or topic, the shares of low ratings beside those of the year before.

    Of fewer ratings than may be shown there is no share and no mean. Ratings of so few of a group in an
    office are in no sum either: the whole less the other offices would give them back.
    """
    every = frames.received(view)
    now, before = (_sums(every.filter(frames.in_year(view, years)), by) for years in (0, 1))
    earlier = before.select(by, before_feedback="received_feedback")
    rows = compared(now, before, [by]).join(earlier, on=by, how="left", maintain_order="left")
    return rows.with_columns(pl.col("before_feedback").fill_null(0)).sort(by)


def _sums(rows: pl.DataFrame, by: str) -> pl.DataFrame:
    is_told = pl.col("rated_feedback").sum().over("office_id", "from_group") >= SMALLEST_SHOWN
    sums = (
        rows.with_columns(is_told=is_told)
        .group_by(by)
        .agg(
            pl.col("received_feedback", "rated_feedback").sum(),
            told=pl.col("rated_feedback").filter("is_told").sum(),
            low=pl.col("rated_low_feedback").filter("is_told").sum(),
            points=(pl.col("rating_avg") * pl.col("rated_feedback")).filter("is_told").sum(),
        )
    )
    is_enough = pl.col("told") >= SMALLEST_SHOWN
    counted = sums.with_columns(
        rated=pl.when(is_enough).then("told").otherwise(0),
        problem_answers=pl.when(is_enough).then("low").otherwise(0),
        rating_mean=pl.when(is_enough).then(pl.col("points") / pl.col("told")),
    )
    return with_shares(counted)


def _table(rows: pl.DataFrame, by: str, labels: dict[str, str], heading: str) -> Table:
    named = rows.rename(
        {
            "problem_pct": "low_rated_pct",
            "problem_lower_pct": "low_rated_lower_pct",
            "problem_upper_pct": "low_rated_upper_pct",
        }
    ).with_columns(label=pl.col(by).replace_strict(labels, return_dtype=pl.String))
    return Table(
        named,
        _columns(heading),
        missing=t("feedback.too_few"),
        stands_for={"label": by, "before_feedback": "received_feedback", "rating_mean": "rating_avg"},
        on_phone=("received_feedback", "low_rated_pct"),
        digits={"rating_mean": 1},
    )


def _columns(heading: str) -> dict[str, str]:
    return {
        "label": heading,
        "received_feedback": t("feedback.column_received"),
        "before_feedback": t("feedback.column_received_before"),
        "rated_feedback": t("feedback.column_rated"),
        "rating_mean": t("feedback.column_rating"),
        "low_rated_pct": t("feedback.column_low_share"),
        "low_rated_lower_pct": t("feedback.column_lower"),
        "low_rated_upper_pct": t("feedback.column_upper"),
    }


def _groups_title(rows: pl.DataFrame, labels: dict[str, str], when: str) -> str:
    received = int(rows["received_feedback"].sum())
    most = rows.sort("received_feedback", descending=True, maintain_order=True).row(0, named=True)
    share = percentage(100 * most["received_feedback"] / received)
    return plural(
        "feedback.groups_title", received, month=when, group=labels[most["from_group"]], share=share
    )


def _topics_title(rows: pl.DataFrame, when: str) -> str:
    """On how many topics the share of low ratings moved by more than chance."""
    known = rows.drop_nulls("is_change")
    if known.is_empty():
        return t("feedback.topics_title_first", month=when)
    changed = int(known["is_change"].sum())
    key = "feedback.topics_title" if changed else "feedback.topics_title_none"
    return t(key, changed=number(changed), topics=number(known.height), month=when)
