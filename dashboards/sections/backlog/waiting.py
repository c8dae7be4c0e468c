"""What waits: office by kind, the list over the weeks, ages."""

import polars as pl
import streamlit as st

from dashboards.charts import backlog_readings, bars, matrix, trends
from dashboards.components import panels as screen
from dashboards.components import states
from dashboards.components.filters import Chosen
from dashboards.sections import changes, look, part_names, since, words
from dashboards.sections.backlog.asked import area, bands_asked, now_asked, weeks_asked, whole_now
from dashboards.text import day, label, number, t


def office_matrix(status: dict, chosen: Chosen) -> None:
    """Exact counts by office and kind of mandate, on the last day."""
    now = now_asked(chosen)
    read = backlog_readings.backlog_reading(now)
    kinds = {row["supervision_type"]: label(row) for row in now.sort("position").to_dicts()}
    screen.heading(
        _matrix_title(read, chosen),
        t("backlog.matrix_subtitle", line=chosen.label("service_line"), day=day(status["as_of"])),
        t("common.synthetic") if status["is_synthetic"] else "",
    )
    caption = t("backlog.matrix_caption")
    caption += f" ({t('common.synthetic')})" if status["is_synthetic"] else ""
    inside = {"caption": caption, "office": t("backlog.column_office"), "total": t("backlog.total")}
    names = part_names(chosen.among)
    names = {chosen.office: names[chosen.office]} if chosen.office else names
    st.html(matrix.backlog_matrix(now, names, kinds, inside | words("backlog", "none"), number))


def over_weeks(status: dict, chosen: Chosen) -> None:
    """The waiting list and the uncovered cases, week by week."""
    weeks = weeks_asked(chosen)
    if weeks.is_empty():
        return
    read = backlog_readings.pace_reading(weeks)
    shown = since(weeks, chosen.since, "counted_on")
    marked = changes.days_marked(status, chosen, shown["counted_on"].min())
    screen.chart(
        trends.backlog_trend(shown, look(status), words("backlog", "waiting", "uncovered", "cases"), marked),
        name="backlog_weeks",
        title=_weeks_title(read),
        subtitle=t(
            "backlog.weeks_subtitle",
            **area(chosen),
            first=day(shown["counted_on"][0]),
            last=day(status["as_of"]),
        ),
        summary=t(
            "backlog.weeks_summary",
            day=day(read["peak_on"]),
            peak=number(read["peak"]),
            uncovered=number(read["uncovered"]),
        )
        + changes.said(marked, chosen, of_counts=True),
        table=shown,
        columns={
            "counted_on": t("backlog.column_week"),
            "waiting_cases": t("backlog.column_waiting"),
            "uncovered_cases": t("backlog.column_uncovered"),
        },
        status=status,
        words=chosen.words,
        marts=("fct_area_backlog_weeks",),
    )


def ages(status: dict, chosen: Chosen) -> None:
    """How long those that wait have waited."""
    now = whole_now(chosen)
    if not now["waiting_cases"]:
        states.note(t("backlog.nothing_waits"))
        return
    rows = [(band_words(start, end), count) for start, end, count in bands_asked(chosen).iter_rows()]
    frame = pl.DataFrame(rows, schema={"band": pl.String, "cases": pl.Int64}, orient="row")
    screen.chart(
        bars.wait_ages_bars(frame, look(status), words("backlog", "cases")),
        name="backlog_ages",
        title=t("backlog.ages_title", p50=number(now["wait_days_p50"]), p90=number(now["wait_days_p90"])),
        subtitle=t("backlog.ages_subtitle", **area(chosen), day=day(status["as_of"])),
        summary=t(
            "backlog.ages_summary",
            longest=number(now["wait_days_max"]),
            waiting=number(now["waiting_cases"]),
        ),
        table=frame,
        columns={"band": t("backlog.column_band"), "cases": t("backlog.column_cases")},
        status=status,
        words=chosen.words,
        marts=("fct_area_wait_bands",),
    )


def band_words(start: int, end: int | None) -> str:
    """An age band in words: `8 to 14 days`, `over 180 days`."""
    return t("backlog.band_open", start=start - 1) if end is None else t("backlog.band", start=start, end=end)


def _matrix_title(read: dict, chosen: Chosen) -> str:
    if not (read["waiting"] or read["uncovered"]):
        return t("backlog.matrix_title_none")
    said = {"waiting": number(read["waiting"]), "uncovered": number(read["uncovered"])}
    if chosen.office:
        return t("backlog.matrix_title_office", office=chosen.label("office"), **said)
    return t("backlog.matrix_title", offices=number(read["waiting_offices"]), **said)


def _weeks_title(read: dict) -> str:
    now, before = read["now"], read["quarter_before"]
    if before is None:
        return t("backlog.weeks_title_short", now=number(now))
    way = "level" if now == before else "up" if now > before else "down"
    return t(f"backlog.weeks_title_{way}", now=number(now), change=number(abs(now - before)))
