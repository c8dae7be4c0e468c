"""One officer of a chosen office: the weeks ahead and the own cases. No id leaves the session."""

import polars as pl

from dashboards import queries
from dashboards.charts import ahead, ahead_readings
from dashboards.choice import ALL
from dashboards.panel import Link, Panel, Table, not_delivered, nothing
from dashboards.panels.outlook.frames import of_an_officer
from dashboards.panels.outlook.moments import MOMENTS, moment_words
from dashboards.panels.outlook.person import (
    filters_said,
    full_time_units,
    is_unweighed,
    of_full_time_pct,
    officer_weeks,
    period,
    periods,
)
from dashboards.panels.parts import labelled, words
from dashboards.panels.weights import basis, unit
from dashboards.queries import outlook_officer as questions
from dashboards.text import day, number, percentage, t
from dashboards.view import View

_WEIGHTS = {f"weight_units_{moment}": moment for moment in MOMENTS}


@of_an_officer
def weeks_ahead(view: View) -> Panel:
    """The work booked for one officer, with what a full-time post gives as a quiet line.

    Never beside what this officer can give: where that is less or none for a while, somebody's absence would
    show.
    """
    if is_unweighed(view):
        return not_delivered("outlook_officer", t("offices.unweighed"))
    rows = periods(view)
    weeks = officer_weeks(rows, view.status.as_of).filter(pl.col("weeks_ahead") <= view.choice.horizon)
    if not weeks["workload_units_avg"].sum():
        return nothing("outlook_officer", t("officer.nothing"))
    today = of_full_time_pct(period(rows, "day")["workload_units"], view)
    inside = words("outlook", "workload", "today") | words("officer", "level") | {"unit": unit(view)}
    return Panel(
        "outlook_officer",
        title=_title(weeks, view),
        subtitle=t("officer.subtitle", unit=unit(view), basis=basis(view)),
        chart=ahead.booked_units(weeks, view.look, inside, full_time_units(view)),
        summary=" ".join([*_today(today), t("officer.summary")]),
        table=Table(
            weeks,
            {"first_day_on": t("outlook.column_week"), "workload_units_avg": t("outlook.column_work")},
            filters=filters_said(view),
        ),
        marts=("fct_person_periods",),
    )


@of_an_officer
def own_cases(view: View) -> Panel:
    """The cases the officer carries, and what each weighs now, in a quarter and in a year."""
    cases = questions.own_cases(view.reader, view.choice)
    if cases.is_empty():
        return nothing("outlook_own_cases", t("officer.no_own_cases"))
    stay, ending = int(cases["stays"].sum()), int((~cases["stays"]).sum())
    return Panel(
        "outlook_own_cases",
        title=t("officer.own_title", cases=number(cases.height), ending=number(ending), stay=number(stay)),
        subtitle=t("officer.own_subtitle", unit=unit(view)),
        table=Table(
            worded_cases(cases, view),
            _case_columns(view),
            caption=t("officer.own_caption"),
            filters=filters_said(view),
            missing=t("officer.none"),
            missing_in=dict.fromkeys(_WEIGHTS, t("common.no_weight")),
            stands_for={"kind": "supervision_type"} | dict.fromkeys(_WEIGHTS, "weight_of_share"),
        ),
        links=(Link("my_work", t("officer.to_my_work"), {"own_office": view.choice.office or ALL}),),
        marts=("fct_open_cases", "fct_open_case_outlook"),
        explains=("weight_units",),
    )


def _case_columns(view: View) -> dict[str, str]:
    weights = {
        column: f"{t('officer.column_weight')}, {moment_words(moment, view)}"
        for column, moment in _WEIGHTS.items()
    }
    return {
        "case_id": t("officer.column_case"),
        "kind": t("officer.column_type"),
        "expected_end_on": t("officer.column_expected"),
        "stays": t("officer.column_stays"),
        **weights,
        "share": t("officer.column_share"),
        "risk_level": t("officer.column_risk"),
        "phase": t("officer.column_phase"),
    }


def worded_cases(cases: pl.DataFrame, view: View) -> pl.DataFrame:
    """Own cases with kinds, risks, phases and whether they stay in the reader's words."""
    return cases.with_columns(
        risk_level=labelled(view, "risk_level", cases["risk_level"]),
        kind=labelled(view, "work_type", cases["supervision_type"]),
        phase=labelled(view, "phase", cases["phase"]),
        stays=pl.when("stays").then(pl.lit(t("officer.stays"))).otherwise(pl.lit(t("officer.ends"))),
    )


def _today(of_full_time: float | None) -> list[str]:
    return [] if of_full_time is None else [t("officer.today", load=percentage(of_full_time))]


def _title(weeks: pl.DataFrame, view: View) -> str:
    before, after = weeks["workload_units_avg"][0], weeks["workload_units_avg"][-1]
    way = ahead_readings.way(before, after, queries.noise_level(view.reader, "booked_workload_units"))
    return t(
        f"officer.title_{way}",
        officer=view.choice.officer,
        before=number(before, 1),
        after=number(after, 1),
        unit=unit(view),
        day=day(weeks["first_day_on"][-1]),
    )
