"""What waits: office by kind, the list over the weeks, ages."""

import polars as pl

from dashboards import queries
from dashboards.charts import backlog_readings, bars, matrix, trends
from dashboards.panel import Panel, Table, nothing
from dashboards.panels.backlog import frames
from dashboards.panels.parts import part_names, since, words
from dashboards.panels.weights import changes_said, days_changed
from dashboards.text import day, number, plural, t
from dashboards.view import View


def office_matrix(view: View) -> Panel:
    """Exact counts by office and kind of mandate, on the last day."""
    now = frames.now_by_part(view)
    codes = now.sort("position")["supervision_type"].unique(maintain_order=True)
    kinds = {code: queries.label_of(view.reader, "work_type", code) for code in codes}
    caption = t("backlog.matrix_caption") + (f" ({view.synthetic})" if view.synthetic else "")
    inside = {"caption": caption, "office": t("backlog.column_office"), "total": t("backlog.total")}
    names, office = part_names(view), view.choice.office
    names = {office: names[office]} if office else names
    return Panel(
        "backlog_matrix",
        title=_matrix_title(backlog_readings.backlog_reading(now), len(names), view),
        subtitle=t(
            "backlog.matrix_subtitle",
            line=view.choice.label("service_line"),
            day=day(view.status.as_of),
        ),
        picture=matrix.backlog_matrix(now, names, kinds, inside | words("backlog", "none"), number),
        marts=("fct_area_backlog",),
        explains=("waiting_cases", "uncovered_cases"),
    )


def over_weeks(view: View) -> Panel | None:
    """The waiting list and the uncovered cases, week by week."""
    weeks = frames.weeks_compared(view)
    if weeks.is_empty():
        return None
    read = backlog_readings.pace_reading(weeks, view.status.quarter_weeks)
    shown = since(weeks, view.choice.since, "counted_on")
    marked = days_changed(view, shown["counted_on"].min())
    period = {"first": day(shown["counted_on"][0]), "last": day(view.status.as_of)}
    peak = backlog_readings.pace_reading(shown, view.status.quarter_weeks)
    summary = t(
        "backlog.weeks_summary",
        day=day(peak["peak_on"]),
        peak=number(peak["peak"]),
        uncovered=number(read["uncovered"]),
    )
    inside = words("backlog", "waiting", "uncovered", "cases", "waiting_year_ago")
    return Panel(
        "backlog_weeks",
        title=_weeks_title(read, view),
        subtitle=t("backlog.weeks_subtitle", **frames.place_words(view), **period),
        chart=trends.backlog_trend(shown, view.look, inside, marked),
        summary=summary + _year_ago(shown) + changes_said(marked, view, of_counts=True),
        table=Table(
            shown,
            {
                "counted_on": t("backlog.column_week"),
                "waiting_cases": t("backlog.column_waiting"),
                "uncovered_cases": t("backlog.column_uncovered"),
                "to_close_cases": t("backlog.column_to_close"),
                **_column_compared(shown),
            },
        ),
        marts=("fct_area_pace_weeks",),
    )


def ages(view: View) -> Panel:
    """How long those that wait have waited."""
    now = frames.now(view)
    if not now["waiting_cases"]:
        return nothing("backlog_ages", t("backlog.nothing_waits"))
    rows = [(band_words(start, end), count) for start, end, count in frames.wait_bands(view).iter_rows()]
    bands = pl.DataFrame(rows, schema={"band": pl.String, "cases": pl.Int64}, orient="row")
    return Panel(
        "backlog_ages",
        title=t(
            f"backlog.ages_title{'_one' if now['waiting_cases'] == 1 else ''}",
            p50=plural("common.days", now["wait_days_p50"]),
            p90=number(now["wait_days_p90"]),
        ),
        subtitle=t("backlog.ages_subtitle", **frames.place_words(view), day=day(view.status.as_of)),
        chart=bars.count_bars(bands, view.look, words("backlog", "cases")),
        summary=t(
            "backlog.ages_summary",
            longest=number(now["wait_days_max"]),
            waiting=number(now["waiting_cases"]),
        ),
        table=Table(
            bands,
            {"band": t("backlog.column_band"), "cases": t("backlog.column_cases")},
            stands_for={"cases": "waiting_cases"},
        ),
        marts=("fct_area_wait_bands",),
        explains=("from_days", "to_days"),
    )


def band_words(start: int, end: int | None) -> str:
    """An age band in words: `8 to 14 days`, `over 180 days`."""
    return t("backlog.band_open", start=start - 1) if end is None else t("backlog.band", start=start, end=end)


def _column_compared(weeks: pl.DataFrame) -> dict[str, str]:
    is_compared = "compared_cases" in weeks.columns
    return {"compared_cases": t("backlog.column_year_ago")} if is_compared else {}


def _year_ago(weeks: pl.DataFrame) -> str:
    """How many waited a year before the last week; empty where that is not compared, or not known."""
    then = weeks["compared_cases"][-1] if "compared_cases" in weeks.columns else None
    return "" if then is None else " " + t("backlog.weeks_year_ago", then=number(then))


def _matrix_title(read: dict, parts: int, view: View) -> str:
    if not (read["waiting"] or read["uncovered"]):
        return t("backlog.matrix_title_none")
    said = {"waiting": number(read["waiting"]), "uncovered": number(read["uncovered"])}
    if view.choice.office:
        return t("backlog.matrix_title_office", office=view.choice.label("office"), **said)
    if not read["waiting"]:
        return t("backlog.matrix_title_uncovered", uncovered=said["uncovered"])
    return t("backlog.matrix_title", offices=number(read["waiting_offices"]), every=number(parts), **said)


def _weeks_title(read: dict, view: View) -> str:
    now, before = read["now"], read["quarter_before"]
    if before is None:
        return t("backlog.weeks_title_short", now=number(now))
    weeks = view.status.quarter_weeks
    way = "level" if now == before else "up" if now > before else "down"
    return t(f"backlog.weeks_title_{way}", now=number(now), change=number(abs(now - before)), weeks=weeks)
