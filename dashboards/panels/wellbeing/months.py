"""Sickness, leavers and overtime by month, each beside what is usual for it: as delivered, of groups."""

import polars as pl

from analysis.control import chart
from analysis.turnover import turnover
from dashboards import queries
from dashboards.charts.control import control_panels
from dashboards.panel import Panel, Table, not_delivered, nothing
from dashboards.panels.parts import labelled, plain_office_names, words
from dashboards.panels.wellbeing import frames
from dashboards.queries import wellbeing as questions
from dashboards.text import listed, month, number, percentage, plural, t
from dashboards.totals import TOTAL
from dashboards.view import View

_MEASURES = ("sick_share", "leavers", "overtime_hours")
_MARTS = (questions.CONTEXT,)
_OUTSIDE = "outside"


def by_month(view: View) -> Panel:
    """Every measure in an XmR chart: its months, their mean, and the limits of their ordinary variation."""
    name, title = "wellbeing_months", t("wellbeing.months_caption")
    if not queries.has_mart(view.reader, questions.CONTEXT):
        return not_delivered(name, t("wellbeing.no_context"), title)
    rows = _charted(view)
    if rows.is_empty():
        return nothing(name, t("wellbeing.no_measures"), title)
    labels = dict(zip(rows["panel"], labelled(view, "context_measure", rows["panel"]), strict=True))
    inside = words("wellbeing", "mean", "limits", "outside", "run")
    return Panel(
        name,
        title=_title(rows),
        subtitle=t(
            "wellbeing.months_subtitle",
            area=_area_words(rows, view),
            first=month(rows["month_start_on"].min()),
            last=month(rows["month_start_on"].max()),
        ),
        chart=control_panels(rows, labels, view.look, inside, {one: _shown(one) for one in labels}),
        items=(
            *(_item(rows.filter(pl.col("panel") == one), labels[one]) for one in labels),
            *_turnover(view),
        ),
        table=Table(
            rows.with_columns(
                measure=pl.col("panel").replace_strict(labels, return_dtype=pl.String),
                unit_words=pl.Series(labelled(view, "context_unit", rows["unit"])),
                amount="value",
                usual_mean="mean",
                usual_lower="lower",
                usual_upper="upper",
                signal=pl.col("kind").replace_strict(_signals(), default=None, return_dtype=pl.String),
            ),
            {
                "measure": t("wellbeing.column_measure"),
                "month_start_on": t("wellbeing.column_month"),
                "amount": t("wellbeing.column_amount"),
                "unit_words": t("wellbeing.column_unit"),
                "usual_mean": t("wellbeing.column_usual"),
                "usual_lower": t("wellbeing.column_usual_lower"),
                "usual_upper": t("wellbeing.column_usual_upper"),
                "signal": t("wellbeing.column_signal"),
            },
            missing=t("wellbeing.not_known"),
            stands_for={"unit_words": "unit"},
            on_phone=("month_start_on", "amount"),
            digits=dict.fromkeys(("amount", "usual_mean", "usual_lower", "usual_upper"), 1),
        ),
        notes=(t("wellbeing.months_note"),),
        marts=_MARTS,
    )


def _charted(view: View) -> pl.DataFrame:
    """The measures of the area: of the office chosen where it has them, else of the whole service.

    `panel`, `office_id`, `unit`, `month_start_on` (every month from the first to the last) and the columns
    of `analysis.control.chart`; a share in per cent.
    """
    every = frames.staff_months(view)
    found = []
    for measure in _MEASURES:
        of_measure = every.filter((pl.col("measure") == measure) & pl.col("amount").is_not_null())
        own = of_measure.filter(pl.col("office_id") == (view.choice.office or TOTAL))
        rows = own if own.height else of_measure.filter(pl.col("office_id") == TOTAL)
        if rows.height:
            found.append(_chart_of(measure, rows))
    return pl.concat(found) if found else pl.DataFrame()


def _chart_of(measure: str, rows: pl.DataFrame) -> pl.DataFrame:
    months = pl.date_range(rows["month_start_on"].min(), rows["month_start_on"].max(), "1mo", eager=True)
    scale = 100 if rows["unit"][0] == "share" else 1
    every = months.to_frame("month_start_on").join(
        rows.select("month_start_on", pl.col("amount") * scale), on="month_start_on", how="left"
    )
    charted = chart(every["amount"].to_list(), screening="once")
    return charted.with_columns(
        every["month_start_on"],
        panel=pl.lit(measure),
        unit=pl.lit(rows["unit"][0]),
        office_id=pl.lit(rows["office_id"][0]),
    )


def _area_words(rows: pl.DataFrame, view: View) -> str:
    """Whose figures these are: those of an office are not delivered everywhere."""
    if set(rows["office_id"]) == {TOTAL}:
        return t("wellbeing.whole_service")
    office = plain_office_names(view)[view.choice.office]
    return office if TOTAL not in set(rows["office_id"]) else t("wellbeing.partly_whole", office=office)


def _shown(measure: str):
    if measure == "sick_share":
        return lambda amount: percentage(amount, 1)
    return lambda amount: number(amount, 0 if measure == "overtime_hours" else 1)


def _signals() -> dict[str, str]:
    kinds = (_OUTSIDE, "shift", "trend", "two_of_three", "common")
    return {one: t(f"wellbeing.signal_{one}") for one in kinds}


def _title(rows: pl.DataFrame) -> str:
    outside = rows.filter(pl.col("kind") == _OUTSIDE).height
    when = {"first": month(rows["month_start_on"].min()), "last": month(rows["month_start_on"].max())}
    if not outside:
        return t("wellbeing.months_title_none", **when)
    return plural("wellbeing.months_title", outside, **when)


def _item(rows: pl.DataFrame, label: str) -> str:
    """What is usual for one measure, and which months were not."""
    shown = _shown(rows["panel"][0])
    one = rows.row(0, named=True)
    if one["lower"] is None:
        return t("wellbeing.months_item_short", label=label, mean=shown(one["mean"]))
    outside = rows.filter(pl.col("kind") == _OUTSIDE)["month_start_on"].to_list()
    said = {
        "label": label,
        "mean": shown(one["mean"]),
        "lower": shown(max(one["lower"], 0)),
        "upper": shown(one["upper"]),
    }
    key = "wellbeing.months_item_trial" if one["is_trial"] else "wellbeing.months_item"
    months = listed([month(when) for when in outside]) if outside else t("wellbeing.no_month")
    return t(key, **said, months=months)


def _turnover(view: View) -> tuple[str, ...]:
    """How many left in twelve months beside the posts there are, where both are known."""
    every = frames.staff_months(view).filter(pl.col("measure") == "leavers")
    area = view.choice.office or TOTAL
    own = every.filter(pl.col("office_id") == area)
    rows = own if own.height else every.filter(pl.col("office_id") == TOTAL)
    found = turnover(rows.select("month_start_on", "contract_fte_avg", leavers="amount"))
    if found is None:
        return ()
    leavers, per_hundred = found
    last = month(rows["month_start_on"].max())
    return (t("wellbeing.turnover", leavers=number(leavers), rate=number(per_hundred, 1), month=last),)
