"""Serious incidents: by month, by part, and with the workload at the time. Counts, never causes."""

from collections.abc import Callable
from datetime import date

import polars as pl

from analysis.control import chart
from analysis.funnel import ratio_funnel
from analysis.intervals import exact_count, wilson
from dashboards import queries
from dashboards.charts.control import control_panels
from dashboards.charts.interval_rows import interval_rows
from dashboards.panel import Panel, Table, not_delivered, nothing
from dashboards.panels.feedback import frames
from dashboards.panels.parts import named_parts, office_names, words
from dashboards.panels.weights import basis
from dashboards.queries import feedback as questions
from dashboards.text import listed, month, number, plural, t
from dashboards.view import View

_MARTS = (questions.INCIDENTS,)
FEWEST_A_MONTH = 1.0  # below it the limits of a control chart of counts say little


def by_month(view: View) -> Panel:
    """The incidents of each whole month in an XmR chart, where there are enough of them for one."""
    name, title = "feedback_incidents", t("feedback.incidents_caption")
    if not frames.has(view, questions.INCIDENTS):
        return not_delivered(name, t("feedback.no_incidents"), title)
    every, rows = questions.incidents(view.reader), frames.incidents(view)
    if every.is_empty():
        return nothing(name, t("feedback.none_happened"), title)
    charted = _charted(rows, every["month_start_on"].min(), frames.last(view))
    label = t("feedback.incidents_label")
    shown: Callable[[float], str] = number
    inside = words("wellbeing", "mean", "limits", "outside", "run")
    kinds = _kinds(rows.filter(frames.in_year(view)), view)
    return Panel(
        name,
        title=_months_title(charted),
        subtitle=t(
            "feedback.incidents_subtitle",
            area=view.choice.label("office"),
            first=month(charted["month_start_on"][0]),
            last=month(charted["month_start_on"][-1]),
        ),
        chart=control_panels(charted, {"incidents": label}, view.look, inside, {"incidents": shown}),
        summary=_usual(charted),
        items=kinds,
        table=Table(
            charted.with_columns(
                incidents="value",
                usual_mean="mean",
                usual_lower="lower",
                usual_upper="upper",
                signal=pl.col("kind").replace_strict(_signals(), default=None, return_dtype=pl.String),
            ),
            {
                "month_start_on": t("feedback.column_month"),
                "incidents": t("feedback.column_incidents"),
                "usual_mean": t("wellbeing.column_usual"),
                "usual_lower": t("wellbeing.column_usual_lower"),
                "usual_upper": t("wellbeing.column_usual_upper"),
                "signal": t("wellbeing.column_signal"),
            },
            missing=t("feedback.no_limits"),
            on_phone=("incidents", "signal"),
            digits=dict.fromkeys(("usual_mean", "usual_lower", "usual_upper"), 1),
        ),
        notes=(t("feedback.incidents_note"),),
        marts=_MARTS,
    )


def by_office(view: View) -> Panel | None:
    """The incidents of twelve months in every office, beside what its posts would let expect."""
    if not frames.has(view, questions.INCIDENTS) or questions.incidents(view.reader).is_empty():
        return None
    rows, names = _expected(view), office_names(view)
    if rows.is_empty():
        return None
    placed = ratio_funnel(
        rows.select("part_id", observed="incidents", expected="expected_incidents"), adjusted=False
    )
    difference = placed["difference"].replace_strict(_differences(), default=None, return_dtype=pl.String)
    lower, upper = exact_count(rows["incidents"])
    rows = rows.with_columns(
        incident_lower=pl.Series(lower), incident_upper=pl.Series(upper), incident_difference=difference
    )
    drawn = rows.select(
        row="part_id",
        amount="incidents",
        lower="incident_lower",
        upper="incident_upper",
        before="expected_incidents",
    )
    when = month(frames.last(view))
    inside = {
        "amount": t("feedback.counted"),
        "before": t("feedback.expected"),
        "none": t("feedback.no_office"),
    }
    return Panel(
        "feedback_offices",
        title=_offices_title(placed, when),
        subtitle=t("feedback.offices_subtitle", month=when),
        chart=interval_rows(drawn, names, view.look, inside, is_share=False),
        table=Table(
            named_parts(rows, names),
            {
                "part_name": t("feedback.column_office"),
                "incidents": t("feedback.column_incidents"),
                "incident_lower": t("feedback.column_count_lower"),
                "incident_upper": t("feedback.column_count_upper"),
                "expected_incidents": t("feedback.column_expected"),
                "incident_difference": t("feedback.column_difference"),
            },
            filters=view.choice.said_of_every_part,
            missing=t("feedback.posts_unknown"),
            on_phone=("incidents", "expected_incidents"),
            digits=dict.fromkeys(("incident_lower", "incident_upper", "expected_incidents"), 1),
        ),
        notes=(t("feedback.offices_note"),),
        marts=_MARTS,
    )


def with_load(view: View) -> Panel | None:
    """The workload of an office in its months with incidents, beside all its months; what it cannot say."""
    if not frames.has(view, questions.INCIDENTS) or questions.incidents(view.reader).is_empty():
        return None
    name, title = "feedback_load", t("feedback.load_caption")
    if not view.status.has_contracts:
        return nothing(name, t("feedback.load_unknown"), title)
    loads = questions.office_loads(view.reader, view.choice).rename({"office_id": "part_id"})
    counted = _by_office_and_month(questions.incidents(view.reader))
    rows = counted.join(loads.drop_nulls("workload_pct"), on=["part_id", "month_start_on"])
    names = office_names(view)
    if rows.is_empty():
        return nothing(name, t("feedback.load_unknown"), title)
    return Panel(
        name,
        title=plural("feedback.load_title", rows["part_id"].n_unique()),
        subtitle=t("feedback.load_subtitle", line=view.choice.label("service_line"), basis=basis(view)),
        intro=t("feedback.may_not"),
        chart=interval_rows(
            _spans(loads, rows),
            names,
            view.look,
            {
                "amount": t("feedback.load_then"),
                "before": t("feedback.load_always"),
                "none": t("feedback.no_both"),
            },
        ),
        table=Table(
            named_parts(rows.sort("month_start_on"), names),
            {
                "part_name": t("feedback.column_office"),
                "month_start_on": t("feedback.column_month"),
                "incidents": t("feedback.column_incidents"),
                "workload_pct": t("feedback.column_workload"),
            },
            filters=view.choice.said_of_every_part,
            on_phone=("month_start_on", "workload_pct"),
        ),
        notes=(t("feedback.load_note"),),
        marts=(*_MARTS, "fct_office_line_months"),
    )


def _charted(rows: pl.DataFrame, first: date, last: date) -> pl.DataFrame:
    """Every month from the first incident anywhere, none counted as 0; limits where there are enough."""
    months = pl.date_range(first, last, "1mo", eager=True).to_frame("month_start_on")
    sums = rows.group_by("month_start_on").agg(pl.col("incidents").sum())
    every = months.join(sums, on="month_start_on", how="left").with_columns(pl.col("incidents").fill_null(0))
    charted = chart(every["incidents"].to_list(), screening="none").with_columns(
        every["month_start_on"], panel=pl.lit("incidents")
    )
    if charted["mean"][0] >= FEWEST_A_MONTH:
        return charted
    no_limit, no_kind = pl.lit(None, pl.Float64), pl.lit(None, pl.String)
    return charted.with_columns(lower=no_limit, upper=no_limit, kind=no_kind)


def _months_title(charted: pl.DataFrame) -> str:
    """The incidents of the last twelve months beside the twelve before, and whether chance explains it."""
    counts = charted["value"].to_list()
    now, before = int(sum(counts[-frames.YEAR :])), int(sum(counts[-2 * frames.YEAR : -frames.YEAR]))
    when = month(charted["month_start_on"][-1])
    if len(counts) < 2 * frames.YEAR or not now + before:
        return plural("feedback.incidents_title_one", now, month=when)
    lower, upper = (float(end) for end in wilson(now, now + before))
    key = "feedback.incidents_title_same" if lower <= 0.5 <= upper else "feedback.incidents_title"
    return plural(key, now, month=when, before=number(before))


def _usual(charted: pl.DataFrame) -> str:
    one = charted.row(0, named=True)
    if one["upper"] is None:
        return t("feedback.usual_few", mean=number(one["mean"], 1))
    outside = charted.filter(pl.col("kind") == "outside")["month_start_on"].to_list()
    months = listed([month(when) for when in outside]) if outside else t("wellbeing.no_month")
    ends = {"lower": number(max(one["lower"], 0), 1), "upper": number(one["upper"], 1)}
    return t("feedback.usual", mean=number(one["mean"], 1), months=months, **ends)


def _kinds(rows: pl.DataFrame, view: View) -> tuple[str, ...]:
    """How many of which kind in twelve months, commonest first; nothing where nothing happened."""
    sums = rows.group_by("incident_kind").agg(pl.col("incidents").sum())
    counted = sums.sort("incidents", "incident_kind", descending=[True, False])
    if counted.is_empty():
        return ()
    named = [
        f"{queries.label_of(view.reader, 'incident_kind', kind)} {number(count)}"
        for kind, count in counted.iter_rows()
    ]
    return (t("feedback.kinds", kinds=listed(named)),)


def _by_office_and_month(rows: pl.DataFrame) -> pl.DataFrame:
    sums = rows.group_by("office_id", "month_start_on").agg(pl.col("incidents").sum())
    return sums.rename({"office_id": "part_id"})


def _expected(view: View) -> pl.DataFrame:
    """Every office in the fixed order: incidents of twelve months, and its part of all by its posts.

    Offices of which the posts are not known have nothing expected, and count for no other.
    """
    counted = questions.incidents(view.reader).filter(frames.in_year(view))
    sums = counted.group_by(part_id="office_id").agg(pl.col("incidents").sum())
    loads = questions.office_loads(view.reader, view.choice).filter(frames.in_year(view))
    is_known = pl.col("contract_fte_avg").null_count() == 0
    posts = loads.group_by(part_id="office_id").agg(
        fte=pl.when(is_known).then(pl.col("contract_fte_avg").sum())
    )
    names = office_names(view)
    rows = pl.DataFrame({"part_id": list(names)}).join(sums, on="part_id", how="left", maintain_order="left")
    rows = rows.join(posts, on="part_id", how="left", maintain_order="left")
    rows = rows.with_columns(pl.col("incidents").fill_null(0)).filter(
        pl.col("part_id").is_in(set(loads["office_id"]) | set(sums["part_id"]))
    )
    known = pl.col("fte").is_not_null() & (pl.col("fte") > 0)
    of_known = pl.col("incidents").filter(known).sum() / pl.col("fte").filter(known).sum()
    return rows.with_columns(expected_incidents=pl.when(known).then(pl.col("fte") * of_known))


def _spans(loads: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Per office the lowest, highest and mean workload of its months, and that of months with incidents."""
    every = (
        loads.drop_nulls("workload_pct")
        .group_by("part_id")
        .agg(
            lower=pl.col("workload_pct").min(),
            upper=pl.col("workload_pct").max(),
            before=pl.col("workload_pct").mean(),
        )
    )
    then = rows.group_by("part_id").agg(
        amount=(pl.col("workload_pct") * pl.col("incidents")).sum() / pl.col("incidents").sum()
    )
    return every.join(then, on="part_id").rename({"part_id": "row"})


def _signals() -> dict[str, str]:
    kinds = ("outside", "shift", "trend", "two_of_three", "common")
    return {one: t(f"wellbeing.signal_{one}") for one in kinds}


def _differences() -> dict[str, str]:
    ends = ("above_inner", "above_outer", "below_inner", "below_outer", "none")
    return {one: t(f"wellbeing.difference_{one}") for one in ends}


def _offices_title(placed: pl.DataFrame, when: str) -> str:
    known = placed.drop_nulls("difference")
    outer = known.filter(pl.col("difference").str.ends_with("outer")).height
    if known.height < 2:
        return t("feedback.offices_title_one", month=when)
    if not outer:
        return t("feedback.offices_title_none", month=when)
    return t("feedback.offices_title", month=when, outside=number(outer), known=number(known.height))
