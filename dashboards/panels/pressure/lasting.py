"""Where pressure lasts: officers above thresholds for four weeks, by part or grade, and over months."""

import polars as pl

from dashboards.charts import pressure as drawings
from dashboards.charts import pressure_readings as readings
from dashboards.panel import Panel, Table, nothing
from dashboards.panels.parts import part_names, since, words
from dashboards.panels.pressure import frames, thresholds
from dashboards.panels.pressure.wide import in_order_of, on_phone, wide, wide_columns, wide_stands_for
from dashboards.text import month, number, percentage, plural, t
from dashboards.view import View

_MARTS = ("fct_area_overload_series",)


def over_by_group(view: View) -> Panel:
    """The share above each threshold in the last whole month: by part, or by grade of the office chosen."""
    rows = frames.last_month(view)
    own = rows.filter(frames.is_chosen(view)).sort("threshold")
    if own.is_empty():
        return nothing("pressure_groups", t("pressure.no_such_people"))
    drawn = frames.by_group(rows, view)
    names = _group_names(drawn, view)
    drawn = drawn.filter(pl.col("group").is_in(list(names)))
    groups, above = drawn.unique("group").filter(pl.col("group") != ""), thresholds.above(view)
    inside = words("pressure", "suppressed", "nobody", "officers")
    return Panel(
        "pressure_groups",
        title=_dots_title(own, view),
        subtitle=_dots_subtitle(view),
        chart=drawings.over_dots(drawn, names, above, view.look, inside),
        summary=_dots_summary(groups["is_hidden"], view),
        table=Table(
            in_order_of(names, wide(drawn, "group"), "group", "group_name"),
            {
                "group_name": t(f"pressure.column_{'grade' if view.choice.office else 'office'}"),
                **wide_columns(above),
            },
            filters=view.choice.said if view.choice.office else view.choice.said_of_every_part,
            missing=t("pressure.suppressed_cell"),
            stands_for=wide_stands_for(above),
            on_phone=on_phone(above),
        ),
        notes=(thresholds.sources(view),),
        quotes=thresholds.quotes(view),
        marts=_MARTS,
    )


def over_months(view: View) -> Panel | None:
    """The share above each threshold month by month, of all together or of the office and grade chosen."""
    rows = since(frames.months(view), view.choice.since).filter(
        frames.is_chosen(view) & (pl.col("month_start_on") <= readings.last_whole_month(view.status.as_of))
    )
    known = rows.drop_nulls("share_pct")
    if known.is_empty():
        return None
    above, amounts = thresholds.above(view), thresholds.amounts(view)
    has_now = rows.filter(pl.col("share_pct") != pl.col("share_now_pct")).height > 0
    return Panel(
        "pressure_months",
        title=_trend_title(known, amounts, view),
        subtitle=_trend_subtitle(rows, view),
        chart=drawings.over_trend(rows, above, view.look, words("pressure", "todays_weights")),
        summary=_trend_summary(rows, known, amounts),
        table=Table(
            wide(rows, "month_start_on"),
            {"month_start_on": t("pressure.column_month"), **wide_columns(above, has_now=has_now)},
            missing=t("pressure.suppressed_cell"),
            stands_for=wide_stands_for(above),
            on_phone=on_phone(above),
        ),
        marts=_MARTS,
    )


def _group_names(drawn: pl.DataFrame, view: View) -> dict[str, str]:
    """Every part, or the grades that the office chosen has; then all of them together."""
    if not view.choice.office:
        return {**part_names(view), "": view.choice.label_of_all}
    grades = {**thresholds.grade_names(view), "": t("pressure.every_grade")}
    present = set(drawn["group"])
    return {grade: name for grade, name in grades.items() if grade in present}


def _dots_title(own: pl.DataFrame, view: View) -> str:
    if own["is_hidden"].any():
        return t("pressure.dots_title_hidden")
    low, high = own.row(0, named=True), own.row(-1, named=True)
    amounts = thresholds.amounts(view)
    said = {
        "over": number(low["people_over"]),
        "people": number(low["people"]),
        "share": percentage(low["share_pct"]),
        "over_low": thresholds.over(view, amounts[low["threshold"]]),
        "by": t(f"pressure.dots_by_{'grade' if view.choice.office else 'part'}"),
    }
    if low["threshold"] == high["threshold"]:
        return t("pressure.dots_title_one", **said)
    return t(
        "pressure.dots_title", **said, over_high=number(high["people_over"]), high=amounts[high["threshold"]]
    )


def _dots_subtitle(view: View) -> str:
    when = month(readings.last_whole_month(view.status.as_of))
    said = {"month": when, "basis": thresholds.measured_by(view)}
    if view.choice.office:
        return t("pressure.dots_subtitle_grades", **said, office=view.choice.label("office"))
    return t("pressure.dots_subtitle_offices", **said, grade=view.choice.label("grade"))


def _dots_summary(is_hidden: pl.Series, view: View) -> str:
    said = [t(f"pressure.dots_summary{'_grades' if view.choice.office else ''}")]
    if is_hidden.all():
        said.append(t("pressure.dots_hidden_all"))
    elif is_hidden.any():
        said.append(t("pressure.dots_hidden", hidden=number(is_hidden.sum()), groups=number(len(is_hidden))))
    return " ".join([*said, t("pressure.dots_counted")])


def _trend_title(known: pl.DataFrame, amounts: dict[float, str], view: View) -> str:
    highest = known.filter(pl.col("threshold") == max(amounts)).sort("month_start_on")
    now = highest.row(-1, named=True)
    before = highest.filter(pl.col("month_start_on") == readings.year_before(now["month_start_on"]))
    said = {
        "over": thresholds.over(view, amounts[max(amounts)]),
        "share": percentage(now["share_pct"]),
        "month": month(now["month_start_on"]),
    }
    if before.is_empty():
        return t("pressure.trend_title_short", **said)
    return t("pressure.trend_title", **said, before=percentage(before["share_pct"][0]))


def _trend_subtitle(rows: pl.DataFrame, view: View) -> str:
    return t(
        "pressure.trend_subtitle",
        office=view.choice.label("office"),
        grade=view.choice.label("grade"),
        first=month(rows["month_start_on"].min()),
        last=month(rows["month_start_on"].max()),
        basis=thresholds.measured_by(view),
    )


def _trend_summary(rows: pl.DataFrame, known: pl.DataFrame, amounts: dict[float, str]) -> str:
    lowest = known.filter(pl.col("threshold") == min(amounts)).sort("share_pct", "month_start_on")
    peak = lowest.row(-1, named=True)
    said = {"peak_month": month(peak["month_start_on"]), "peak": percentage(peak["share_pct"])}
    key = "pressure.trend_summary" if peak["people_over"] else "pressure.trend_summary_none"
    summary = t(key, low=amounts[min(amounts)], **(said if peak["people_over"] else {}))
    hidden = rows.filter("is_hidden")["month_start_on"].n_unique()
    return f"{summary} {plural('pressure.trend_hidden', hidden)}" if hidden else summary
