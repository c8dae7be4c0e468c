"""You said, we did: what was answered to the feedback of twelve months, and how soon."""

import polars as pl

from analysis.answer_times import answered_within, half_answered_after
from dashboards import queries
from dashboards.access.door import SMALLEST_SHOWN
from dashboards.charts.interval_rows import interval_rows
from dashboards.charts.stacks import stacked_bars
from dashboards.filters.filter import known_rank
from dashboards.panel import Panel, Table, hidden
from dashboards.panels.feedback import frames
from dashboards.panels.parts import labelled, words
from dashboards.queries import feedback as questions
from dashboards.text import listed, month, number, part_of, percentage, t
from dashboards.view import View

_MARTS = (questions.ANSWERS,)
NONE_YET = ""
DAYS = (7, 14, 30, 60, 90)


def by_answer(view: View) -> Panel | None:
    """What was answered by topic, with what has no answer yet."""
    if not frames.has(view, questions.ANSWERS):
        return None
    rows = _by_topic(view)
    if rows.is_empty():
        return None
    topics = dict(zip(rows["topic"], labelled(view, "feedback_topic", rows["topic"]), strict=True))
    codes = sorted(
        rows["answer"].unique(), key=lambda code: (code == NONE_YET, known_rank("feedback_answer", code))
    )
    answers = {code: _answer_words(view, code) for code in codes}
    drawn = rows.select(row="topic", part="answer", amount="received_feedback")
    when = month(frames.last(view))
    return Panel(
        "feedback_answers",
        title=_title(rows, when),
        subtitle=t("feedback.answers_subtitle", area=view.choice.label("office"), month=when),
        chart=stacked_bars(drawn, topics, answers, view.look, words("feedback", "unit", "none")),
        items=tuple(_said(rows.filter(pl.col("topic") == one), topics[one], answers) for one in topics),
        table=Table(
            rows.with_columns(
                topic_label=pl.col("topic").replace_strict(topics, return_dtype=pl.String),
                answer_label=pl.col("answer").replace_strict(answers, return_dtype=pl.String),
            ),
            {
                "topic_label": t("feedback.column_topic"),
                "answer_label": t("feedback.column_answer"),
                "received_feedback": t("feedback.column_received"),
            },
            stands_for={"topic_label": "topic", "answer_label": "answer"},
            on_phone=("answer_label", "received_feedback"),
        ),
        notes=(t("feedback.answers_note"),),
        marts=_MARTS,
    )


def by_days(view: View) -> Panel | None:
    """How soon feedback is answered, what has no answer yet counted as far as it has waited."""
    if not frames.has(view, questions.ANSWERS):
        return None
    rows, name = frames.answers(view), "feedback_days"
    if rows.is_empty():
        return None
    pieces = rows.select(
        "wait_days", is_answered=pl.col("answer") != NONE_YET, count=pl.col("received_feedback")
    )
    if pieces["count"].sum() < SMALLEST_SHOWN:
        return hidden(name, t("feedback.days_too_few", smallest=SMALLEST_SHOWN), t("feedback.days_caption"))
    within = answered_within(pieces, DAYS)
    if within["answered_pct"].null_count():
        return None  # the panel before says that nothing has been answered
    shown = within.rename({"lower_pct": "answered_lower_pct", "upper_pct": "answered_upper_pct"})
    drawn = shown.select(
        row=pl.col("within_days").cast(pl.String),
        amount="answered_pct",
        lower=pl.coalesce("answered_lower_pct", "answered_pct"),
        upper=pl.coalesce("answered_upper_pct", "answered_pct"),
    )
    names = {str(days): t("feedback.within", days=number(days)) for days in DAYS}
    inside = {"amount": t("feedback.share_answered"), "none": t("feedback.too_few")}
    return Panel(
        name,
        title=_days_title(
            half_answered_after(pieces), dict(within.select("within_days", "answered_pct").iter_rows())
        ),
        subtitle=t(
            "feedback.days_subtitle", area=view.choice.label("office"), month=month(frames.last(view))
        ),
        chart=interval_rows(drawn, names, view.look, inside),
        table=Table(
            shown,
            {
                "within_days": t("feedback.column_within"),
                "answered_pct": t("feedback.column_answered_share"),
                "answered_lower_pct": t("feedback.column_lower"),
                "answered_upper_pct": t("feedback.column_upper"),
            },
            missing=t("feedback.too_few"),
        ),
        notes=(t("feedback.days_note"),),
        marts=_MARTS,
    )


def _by_topic(view: View) -> pl.DataFrame:
    counted = frames.answers(view).group_by("topic", "answer").agg(pl.col("received_feedback").sum())
    return counted.sort("topic", "answer")


def _answer_words(view: View, code: str) -> str:
    return (
        t("feedback.none_yet") if code == NONE_YET else queries.label_of(view.reader, "feedback_answer", code)
    )


def _title(rows: pl.DataFrame, when: str) -> str:
    received = int(rows["received_feedback"].sum())
    answered = int(rows.filter(pl.col("answer") != NONE_YET)["received_feedback"].sum())
    return part_of("feedback.answers_title", answered, received, answered=number(answered), month=when)


def _said(rows: pl.DataFrame, topic: str, answers: dict[str, str]) -> str:
    """You said so much about a topic; we did this and that."""
    counts = dict(rows.select("answer", "received_feedback").iter_rows())
    did = [f"{words_of} {number(counts[code])}" for code, words_of in answers.items() if code in counts]
    return t("feedback.you_said", topic=topic, received=number(sum(counts.values())), did=listed(did))


def _days_title(half: int | None, within: dict[int, float]) -> str:
    share = percentage(within[30])
    if half is None:
        return t("feedback.days_title_less", share=share)
    return t("feedback.days_title", half=number(half), share=share)
