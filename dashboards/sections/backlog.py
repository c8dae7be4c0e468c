"""What waits: office by kind, the list over the weeks, flow in and out, ages."""

import polars as pl
import streamlit as st

from dashboards.charts import backlog_readings, bars, matrix, trends
from dashboards.components import panels as screen
from dashboards.components import states
from dashboards.components.filters import Chosen
from dashboards.queries import backlog as questions
from dashboards.sections import changes, look, office_names, since, words
from dashboards.text import day, label, number, t


def office_matrix(status: dict, chosen: Chosen) -> None:
    """Exact counts by office and kind of mandate, on the last day."""
    now = _now(chosen)
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
    names = {chosen.office: office_names()[chosen.office]} if chosen.office else office_names()
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
            **_area(chosen),
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
        marts=("fct_backlog_weeks",),
    )


def flow(status: dict, chosen: Chosen) -> None:
    """What came in, what got its first officer and what ended, month by month."""
    months = since(flow_asked(chosen), chosen.since)
    if months.is_empty():
        return
    read = backlog_readings.flow_reading(flow_asked(chosen), status["as_of"])
    marked = changes.days_marked(status, chosen, months["month_start_on"].min())
    drawn = months.with_columns(is_partial=backlog_readings.partial_months(months, status["as_of"]))
    said = {
        "in": t("backlog.received_in" if chosen.office else "backlog.received"),
        "out": t("backlog.ended_out" if chosen.office else "backlog.ended"),
    }
    screen.chart(
        bars.flow_bars(drawn, look(status), said | words("backlog", "started", "so_far"), marked),
        name="backlog_flow",
        title=_flow_title(read),
        subtitle=t("backlog.flow_subtitle", **_area(chosen)),
        summary=_flow_summary(read) + changes.said(marked, chosen, of_counts=True),
        table=months,
        columns={
            "month_start_on": t("backlog.column_month"),
            "in_cases": said["in"],
            "started_cases": t("backlog.started"),
            "out_cases": said["out"],
            "clearance_pct": t("backlog.column_clearance"),
        },
        status=status,
        words=chosen.words,
        marts=("fct_case_flow_months",),
    )


def ages(status: dict, chosen: Chosen) -> None:
    """How long those that wait have waited."""
    cases = cases_asked(chosen)
    read = backlog_readings.ages_reading(cases)
    if not read["waiting"]:
        states.note(t("backlog.nothing_waits"))
        return
    rows = [(band_words(start, end), count) for start, end, count in backlog_readings.age_counts(cases)]
    frame = pl.DataFrame(rows, schema={"band": pl.String, "cases": pl.Int64}, orient="row")
    screen.chart(
        bars.wait_ages_bars(frame, look(status), words("backlog", "cases")),
        name="backlog_ages",
        title=t("backlog.ages_title", p50=number(read["p50"]), p90=number(read["p90"])),
        subtitle=t("backlog.ages_subtitle", **_area(chosen), day=day(status["as_of"])),
        summary=t("backlog.ages_summary", longest=number(read["longest"]), waiting=number(read["waiting"])),
        table=frame,
        columns={"band": t("backlog.column_band"), "cases": t("backlog.column_cases")},
        status=status,
        words=chosen.words,
        marts=("fct_open_cases",),
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


def _flow_title(read: dict) -> str:
    more = "in" if read["received"] > read["ended"] else "out"
    way = "short" if read["received"] == read["ended"] else f"more_{more}"
    return t(
        f"backlog.flow_title_{way}", **{name: number(read[name]) for name in ("received", "ended", "months")}
    )


def _flow_summary(read: dict) -> str:
    if not read["received"]:
        return t("backlog.flow_summary_none")
    return t("backlog.flow_summary", clearance=number(read["clearance_pct"]), started=number(read["started"]))


def _area(chosen: Chosen) -> dict[str, str]:
    parts = [chosen.label("office")] + ([chosen.label("work_type")] if chosen.work_type else [])
    return {"area": ", ".join(parts), "line": chosen.label("service_line")}


def _place(chosen: Chosen) -> tuple[str, str]:
    return chosen.office or questions.ALL, chosen.work_type or questions.ALL


def weeks_asked(chosen: Chosen) -> pl.DataFrame:
    """The weeks of the place and kind chosen."""
    return questions.backlog_weeks(chosen.service_line, chosen.weight_scheme, *_place(chosen))


def flow_asked(chosen: Chosen) -> pl.DataFrame:
    """The months of the place and kind chosen."""
    return questions.flow_months(chosen.service_line, *_place(chosen))


def cases_asked(chosen: Chosen) -> pl.DataFrame:
    """The cases without officer of the place and kind chosen."""
    return questions.waiting_cases(chosen.service_line, chosen.weight_scheme, *_place(chosen))


def _now(chosen: Chosen) -> pl.DataFrame:
    rows = questions.backlog_now(chosen.service_line, chosen.weight_scheme)
    if chosen.office:
        rows = rows.filter(pl.col("office_id") == chosen.office)
    return rows.filter(pl.col("supervision_type") == chosen.work_type) if chosen.work_type else rows


def is_anything(chosen: Chosen) -> bool:
    """Whether the filters together leave any case: a kind of mandate may belong to another service line."""
    return not (weeks_asked(chosen).is_empty() and flow_asked(chosen).is_empty())
