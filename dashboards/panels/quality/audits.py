"""Audits: findings by criterion and part, and the actions agreed after them until they are closed."""

import polars as pl

from dashboards import queries
from dashboards.charts.bands import percentage_bands
from dashboards.charts.trends import count_trend
from dashboards.choice import SERVICE
from dashboards.panel import Panel, Table, hidden, not_delivered, nothing
from dashboards.panels import shares
from dashboards.panels.parts import labelled, words
from dashboards.queries import quality as questions
from dashboards.text import day, month, number, percentage, plural, t
from dashboards.view import View


def by_criterion(view: View) -> Panel:
    """The share of audits that found something, and their mean score, by what was looked at."""
    if not queries.has_mart(view.reader, questions.AUDITS):
        return not_delivered("quality_audits", t("quality.audits_not_delivered"))
    rows = questions.audits(view.reader).filter(pl.col("office_id").is_in(_offices(view)))
    if rows.is_empty():
        return nothing("quality_audits", t("quality.audits_none"))
    weighed = pl.col("audits") * pl.col("score_pct_avg")
    counted = rows.group_by("criterion", maintain_order=True).agg(
        pl.col("audits", "audits_with_finding").sum(), score_pct_avg=weighed.sum() / pl.col("audits").sum()
    )
    shown = shares.with_share(counted.sort("criterion"), "audits_with_finding", "audits")
    shown = shown.with_columns(label=labelled(view, "criterion", shown["criterion"]))
    looked, found = int(counted["audits"].sum()), int(counted["audits_with_finding"].sum())
    if looked < shares.FEWEST:
        return hidden("quality_audits", t("quality.audits_few", fewest=shares.FEWEST))
    drawn = shares.bands(shown.drop_nulls("per_100"))
    return Panel(
        "quality_audits",
        title=t("quality.audits_title", looked=number(looked), share=percentage(100 * found / looked)),
        subtitle=t(
            "quality.audits_subtitle",
            area=view.choice.label("office"),
            first=day(rows["first_on"][0]),
            last=day(rows["last_on"][0]),
        ),
        chart=percentage_bands(drawn, view.look, words("quality", "balance"), holds_100=False)
        if drawn.height
        else None,
        summary=t("quality.audits_summary"),
        table=Table(
            shown,
            {
                "label": t("quality.column_criterion"),
                "audits": t("quality.column_audits"),
                "audits_with_finding": t("quality.column_findings"),
                "per_100": t("quality.column_finding_share"),
                "per_100_low": t("quality.column_low"),
                "per_100_high": t("quality.column_high"),
                "score_pct_avg": t("quality.column_score"),
            },
            missing=shares.too_few(),
            stands_for={"label": "criterion"},
            on_phone=("audits", "per_100"),
            digits={"per_100_low": 1, "per_100_high": 1},
        ),
        notes=(t("quality.audits_note"),),
        marts=(questions.AUDITS,),
    )


def until_closed(view: View) -> Panel:
    """Corrective actions that are open, and those whose deadline has passed, at the end of every month."""
    if not queries.has_mart(view.reader, questions.ACTIONS):
        return not_delivered("quality_actions", t("quality.actions_not_delivered"))
    rows = questions.action_months(view.reader, view.choice)
    if rows.is_empty():
        return nothing("quality_actions", t("quality.actions_none"))
    last = rows.row(-1, named=True)
    return Panel(
        "quality_actions",
        title=plural("quality.actions_title", last["open_actions_end"], overdue=number(last["overdue_actions_end"]))
        if last["open_actions_end"]
        else t("quality.actions_title_none"),
        subtitle=t(
            "quality.actions_subtitle", area=view.choice.label("office"), last=month(last["month_start_on"])
        ),
        chart=count_trend(
            rows,
            {"open_actions_end": t("quality.line_open"), "overdue_actions_end": t("quality.line_overdue")},
            view.look,
            t("quality.unit_actions"),
        ),
        summary=t("quality.actions_summary"),
        table=Table(
            rows.sort("month_start_on", descending=True),
            {
                "month_start_on": t("quality.column_month"),
                "agreed_actions": t("quality.column_agreed"),
                "done_actions": t("quality.column_done"),
                "open_actions_end": t("quality.column_open"),
                "overdue_actions_end": t("quality.column_overdue"),
            },
            on_phone=("open_actions_end", "overdue_actions_end"),
        ),
        notes=(t("quality.actions_note"),),
        marts=(questions.ACTIONS,),
    )


def _offices(view: View) -> list[str]:
    """The offices of the area looked at."""
    area = view.choice.area
    rows = queries.choices(view.reader, "office")
    return [row["id"] for row in rows if area in (SERVICE, row["id"], row["parent_id"])]
