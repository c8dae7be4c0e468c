"""What changes in which week, in words and as a table: cases that end and age, and capacity's steps."""

from html import escape

import polars as pl
import streamlit as st

from dashboards.charts import ahead_readings
from dashboards.components import panels, tables
from dashboards.components.filters import Chosen
from dashboards.queries import outlook as questions
from dashboards.sections import unit
from dashboards.sections.outlook.asked import asked_for, is_of_few, weeks_asked
from dashboards.text import day, listed, number, signed, t

STEPS = {"contract_fte_avg": "contracts", "reduced_fte_avg": "leave", "uncounted_fte_avg": "grades"}


def what_changes(status: dict, chosen: Chosen) -> None:
    """Sentences on work and on capacity, and a row per week ahead."""
    standing = questions.standing(*asked_for(chosen))
    work = questions.booked_work(*asked_for(chosen))
    read = ahead_readings.ahead_reading(weeks_asked(chosen), chosen.horizon)
    why = ahead_readings.work_reading(work, chosen.horizon)
    stay = standing["without_end_cases"] + standing["past_end_cases"]
    panels.heading(
        t("outlook.changes_title", ending=number(why["ending_cases"]), stay=number(stay)),
        t(
            "outlook.changes_subtitle",
            area=chosen.label("office"),
            line=chosen.label("service_line"),
            day=day(read["then_on"]),
        ),
        t("common.synthetic") if status["is_synthetic"] else "",
    )
    _list([*work_sentences(why, standing), *capacity_sentences(read, status, chosen)])
    with st.expander(t("outlook.more_changes")):
        _list([*weight_sentences(why, unit(chosen.weight_scheme)), *week_sentences(work, status, chosen)])
    _week_table(work, status, chosen)


def work_sentences(why: dict, standing: dict) -> list[str]:
    """Why work moves: cases that end, cases that stay; and what is not in it."""
    return [
        t("outlook.ending", ending=number(why["ending_cases"]), carried=number(standing["carried_cases"])),
        t(
            "outlook.staying",
            stay=number(standing["without_end_cases"] + standing["past_end_cases"]),
            without=number(standing["without_end_cases"]),
            past=number(standing["past_end_cases"]),
        ),
        t(
            "outlook.no_new_cases" if standing["received_months"] else "outlook.no_new_cases_unknown",
            received=number(standing["received_cases"]),
            months=number(standing["received_months"]),
            waiting=number(standing["waiting_cases"]),
            uncovered=number(standing["uncovered_cases"]),
        ),
    ]


def weight_sentences(why: dict, in_units: str) -> list[str]:
    """What the booked work weighs: carried cases that grow older, and tasks."""
    said = []
    if why["weight_now"] is not None and why["weight_then"] is not None:
        weights = {when: number(why[f"weight_{when}"], 2) for when in ("now", "then")}
        said.append(t("outlook.ageing", **weights, unit=in_units))
    tasks = {when: number(why[f"task_units_{when}"]) for when in ("now", "then")}
    said.append(t("outlook.tasks", **tasks, unit=in_units))
    return said


def capacity_sentences(read: dict, status: dict, chosen: Chosen) -> list[str]:
    """Capacity's steps as sums over the office; none where fewer than five people stand behind them."""
    if not status["has_contracts"] or is_of_few(chosen):
        return []
    changes = {
        name: signed(_change(read, column), 1) for column, name in STEPS.items() if _is_known(read, column)
    }
    if len(changes) < len(STEPS):
        return []
    return [f"{t('outlook.capacity_steps', **changes)} {t('outlook.leave_unknown')}"]


def week_sentences(work: pl.DataFrame, status: dict, chosen: Chosen) -> list[str]:
    """In which weeks most happens: cases that end, and contracts that begin or end."""
    weeks = weeks_asked(chosen)
    said = []
    if fullest := ahead_readings.fullest_week(weeks, work, chosen.horizon):
        said.append(t("outlook.fullest_week", day=day(fullest[0]), ending=number(fullest[1])))
    if status["has_contracts"] and not is_of_few(chosen):
        steps = ahead_readings.contract_steps(weeks, chosen.horizon)
        told = [t("outlook.contract_step", day=day(when), fte=signed(change, 1)) for when, change in steps]
        said.append(
            t("outlook.contract_weeks", weeks=listed(told)) if told else t("outlook.no_contract_weeks")
        )
    return said


def _list(sentences: list[str]) -> None:
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    st.html(f'<div class="mw-prose"><ul>{items}</ul></div>')


def _week_table(work: pl.DataFrame, status: dict, chosen: Chosen) -> None:
    weeks = weeks_asked(chosen).filter(pl.col("is_booked"))
    rows = weeks.join(work.drop("active_cases_avg"), on="weeks_ahead", how="left").filter(
        pl.col("weeks_ahead") <= chosen.horizon
    )
    in_units = unit(chosen.weight_scheme)
    columns = {
        "first_day_on": t("outlook.column_week"),
        "ending_cases": t("outlook.column_ending"),
        "active_cases_avg": t("outlook.column_carried"),
        "case_units_avg": t("outlook.column_case_work"),
        "task_units_avg": t("outlook.column_task_work"),
    }
    if status["has_contracts"] and not is_of_few(chosen):
        columns["capacity_units_avg"] = t("outlook.column_capacity")
        columns |= {column: t(f"outlook.column_{name}") for column, name in STEPS.items()}
    tables.table(
        rows.with_columns(
            pl.col("ending_cases").fill_null(0), pl.col("case_units_avg", "task_units_avg").fill_null(0)
        ),
        name="outlook_weeks",
        caption=t("outlook.weeks_caption", unit=in_units),
        columns=columns,
        status=status,
        words=chosen.words,
        marts=("fct_area_line_outlook_weeks", "fct_area_booked_weeks"),
    )


def _change(read: dict, column: str) -> float:
    change = read[f"{column}_then"] - read[f"{column}_now"]
    # what is reduced or does not count lessens capacity
    return change if column == "contract_fte_avg" else -change


def _is_known(read: dict, column: str) -> bool:
    return read[f"{column}_then"] is not None and read[f"{column}_now"] is not None
