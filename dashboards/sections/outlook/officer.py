"""One officer of a chosen office: the weeks ahead and the own cases. No id leaves the session."""

import polars as pl
import streamlit as st

from dashboards.charts import ahead, ahead_readings
from dashboards.components import panels as screen
from dashboards.components import states, tables
from dashboards.components.filters import Chosen
from dashboards.queries import outlook_officer as questions
from dashboards.sections import basis, look, unit, words
from dashboards.sections.outlook.booked import LEVEL_UNITS
from dashboards.text import day, label, language, number, percentage, sentences, t

NOBODY = ""


def choose_officer(chosen: Chosen) -> str:
    """The officer looked at, '' for the office as a whole; known to this session only, not to the address."""
    if not chosen.office:
        return NOBODY
    ids = questions.officers(chosen.office, chosen.weight_scheme)["officer_id"].to_list()
    # a key per office: an id of another office is no choice here
    return st.selectbox(
        t("officer.choose"),
        [NOBODY, *ids],
        key=f"outlook officer of {chosen.office}",
        format_func=lambda officer: officer or t("officer.whole_office"),
        help=t("officer.choose_help"),
        width=280,
    )


def weeks_ahead(status: dict, chosen: Chosen, officer: str) -> None:
    """The work booked for one officer against what can be given today.

    In units, not as a percentage per week: where capacity is less or none for a while, a percentage would
    show somebody's absence.
    """
    rows = questions.officer_periods(officer, chosen.weight_scheme)
    weeks = officer_weeks(rows, status).filter(pl.col("number") <= chosen.horizon)
    if weeks.height < 2:
        states.note(t("officer.nothing"))
        return
    in_units, today = unit(chosen.weight_scheme), today_reading(rows)
    inside = words("outlook", "workload", "today") | words("officer", "level") | {"unit": in_units}
    screen.chart(
        ahead.booked_units(weeks, look(status), inside, today["capacity_units"]),
        name="outlook_officer",
        title=_title(weeks, today, officer, in_units),
        subtitle=t("officer.subtitle", unit=in_units, basis=basis(chosen.weight_scheme)),
        summary=t("officer.summary"),
        table=weeks,
        columns={
            "first_day_on": t("outlook.column_week"),
            "workload_units_avg": t("outlook.column_work"),
        },
        status=status,
        words=chosen.words_for_all_lines,
        marts=("fct_officer_outlook_weeks",),
    )


def own_cases(status: dict, chosen: Chosen, officer: str) -> None:
    """The cases the officer carries, and what each weighs now, in 13 and in 52 weeks."""
    cases = questions.own_cases(officer, chosen.weight_scheme)
    if cases.is_empty():
        states.note(t("officer.no_own_cases"))
        return
    in_units = unit(chosen.weight_scheme)
    stay, ending = int(cases["stays"].sum()), int((~cases["stays"]).sum())
    screen.heading(
        t("officer.own_title", cases=number(cases.height), ending=number(ending), stay=number(stay)),
        t("officer.own_subtitle", unit=in_units),
        t("common.synthetic") if status["is_synthetic"] else "",
    )
    tables.table(
        worded_cases(cases),
        name="outlook_own_cases",
        caption=t("officer.own_caption"),
        columns={
            "case_id": t("officer.column_case"),
            "kind": t("officer.column_type"),
            "expected_end_on": t("officer.column_expected"),
            "stays": t("officer.column_stays"),
            **{
                f"weight_units_{moment}": f"{t('officer.column_weight')}, {t(f'outlook.moment_{moment}')}"
                for moment in ("now", "13", "52")
            },
            "share": t("officer.column_share"),
            "risk_level": t("officer.column_risk"),
            "phase": t("officer.column_phase"),
        },
        status=status,
        words=chosen.words_for_all_lines,
        marts=("fct_open_cases", "fct_open_case_outlook"),
        missing=t("officer.none"),
    )


def officer_weeks(rows: pl.DataFrame, status: dict) -> pl.DataFrame:
    """The whole person on as_of and week by week: ``first_day_on``, ``number`` of the week, the work."""
    as_of = pl.lit(status["as_of"])
    rows = rows.filter(pl.col("period") != "month")
    first = pl.max_horizontal("week_start_on", as_of.dt.offset_by("1d"))
    return (
        rows.group_by("week_start_on")
        .agg(workload_units_avg=pl.col("workload_units").sum())
        .select(
            first_day_on=pl.when(pl.col("week_start_on").is_null()).then(as_of).otherwise(first),
            number=(pl.col("week_start_on") - as_of.dt.truncate("1w")).dt.total_days().fill_null(0) // 7,
            is_booked=pl.lit(True),
            workload_units_avg="workload_units_avg",
        )
        .sort("first_day_on")
    )


def today_reading(rows: pl.DataFrame) -> dict:
    """Capacity on as_of in units (None without any), and the percentage of it that is asked for."""
    return whole_person(rows.filter(pl.col("period") == "day"))


def whole_person(rows: pl.DataFrame) -> dict:
    """Sums over the offices of one period: ``active_cases``, ``workload_units``, ``capacity_units`` (None
    without any), and ``workload_pct`` as their ratio."""
    work, capacity = rows["workload_units"].sum(), rows["capacity_units"].sum()
    return {
        "active_cases": rows["active_cases"].sum(),
        "workload_units": work,
        "capacity_units": capacity if capacity > 0 else None,
        "workload_pct": 100 * work / capacity if capacity > 0 else None,
    }


def worded_cases(cases: pl.DataFrame) -> pl.DataFrame:
    """Cases with kinds, risks, phases and whether they stay in the reader's words."""
    known = sentences("officer")
    risks = {
        risk: t(f"officer.risk_{risk}") for risk in cases["risk_level"].unique() if f"risk_{risk}" in known
    }
    worded = cases.with_columns(
        pl.col("risk_level").replace(risks),
        kind=pl.Series([label(row) for row in cases.to_dicts()], dtype=pl.String),
    )
    if "stays" not in cases.columns:
        return worded
    return worded.with_columns(
        phase=pl.coalesce(f"phase_{language()}", "phase_en", "phase"),
        stays=pl.when("stays").then(pl.lit(t("officer.stays"))).otherwise(pl.lit(t("officer.ends"))),
    )


def _title(weeks: pl.DataFrame, today: dict, officer: str, in_units: str) -> str:
    before, after = weeks["workload_units_avg"][0], weeks["workload_units_avg"][-1]
    moves = t(
        f"officer.title_{ahead_readings.way(before, after, LEVEL_UNITS)}",
        officer=officer,
        before=number(before, 1),
        after=number(after, 1),
        unit=in_units,
        day=day(weeks["first_day_on"][-1]),
    )
    if today["workload_pct"] is None:
        return moves
    return f"{moves}; {t('officer.today', load=percentage(today['workload_pct']))}"
