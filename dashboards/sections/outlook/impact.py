"""What if this officer took one more case: before and after, as `analysis.impact` computes it. No advice."""

import polars as pl
import streamlit as st

from analysis.impact import case_impact
from dashboards.charts import ahead, ahead_readings
from dashboards.components import panels as screen
from dashboards.components import states
from dashboards.components.filters import Chosen
from dashboards.queries import outlook_officer as questions
from dashboards.sections import look, unit, words
from dashboards.sections.outlook.officer import worded_cases
from dashboards.text import number, percentage, t

NO_CASE = ""
SMALLEST_SHARE = 0.1


def what_if(status: dict, chosen: Chosen, officer: str) -> None:
    """One case that waits or is uncovered, a share, and what taking it would do."""
    screen.heading(t("officer.impact_heading"), t("officer.impact_subtitle"))
    cases = questions.cases_to_take(chosen.office, chosen.weight_scheme)
    if cases.is_empty():
        states.note(t("officer.no_case_to_take"))
        return
    case_id, share = _choose(cases, chosen)
    if case_id == NO_CASE:
        return
    impact = impact_of(officer, case_id, share, status, chosen)
    _show(impact, case_id, share, officer, status, chosen)


def impact_of(officer: str, case_id: str, share: float, status: dict, chosen: Chosen) -> pl.DataFrame:
    """What `case_impact` says, from frames of the marts."""
    rows = questions.officer_periods(officer, chosen.weight_scheme)
    spans = rows.filter(pl.col("period") == "day")
    weeks = rows.filter(pl.col("period") == "week").rename(
        {"workload_units": "workload_units_avg", "capacity_units": "capacity_units_avg"}
    )
    weights = questions.case_weights(case_id, chosen.weight_scheme)
    return case_impact(spans, weeks, weights, share=share, as_of=status["as_of"])


def impact_sentence(read: dict, case_id: str, officer: str, share: float, in_units: str) -> str:
    """Before and after, today and in 13 and 52 weeks, in one sentence that advises nothing."""
    said = (
        (lambda amount: percentage(amount, 1))
        if read["is_pct"]
        else (lambda amount: f"{number(amount, 1)} {in_units}")
    )
    values = {}
    for moment in (0, 13, 52):
        before, after = read[moment]
        values |= {f"before_{moment}": said(before), f"after_{moment}": said(after)}
    what = case_id if share == 1 else t("officer.part_of_case", share=percentage(100 * share), case=case_id)
    moves = t("officer.impact_sentence", what=what, officer=officer, **values)
    return t("officer.impact_of_today", moves=moves) if read["is_pct"] else moves


def _choose(cases: pl.DataFrame, chosen: Chosen) -> tuple[str, float]:
    said = {
        row["case_id"]: t(
            f"officer.case_{row['state']}",
            case=row["case_id"],
            kind=row["kind"],
            risk=row["risk_level"],
            days=number(row["days"]),
        )
        for row in worded_cases(cases).to_dicts()
    }
    with st.container(horizontal=True, vertical_alignment="top"):
        case_id = st.selectbox(
            t("officer.choose_case"),
            [NO_CASE, *said],
            key=f"outlook case of {chosen.office}",
            format_func=lambda case: said.get(case, t("officer.no_case_chosen")),
            width=520,
        )
        share = st.number_input(
            t("officer.choose_share"),
            min_value=SMALLEST_SHARE,
            max_value=1.0,
            value=1.0,
            step=0.1,
            key="outlook share",
            format="%.1f",
            width=160,
        )
    return case_id, share


def _show(
    impact: pl.DataFrame, case_id: str, share: float, officer: str, status: dict, chosen: Chosen
) -> None:
    read, in_units = ahead_readings.impact_reading(impact), unit(chosen.weight_scheme)
    inside = words("officer", "before", "after", "level") | {"unit": in_units}
    screen.chart(
        ahead.impact_lines(impact, look(status), inside, impact["capacity_units"][0] or None),
        name="outlook_impact",
        title=impact_sentence(read, case_id, officer, share, in_units),
        subtitle=t("officer.impact_chart_subtitle", unit=in_units),
        summary=t("officer.impact_no_advice"),
        table=impact,
        columns={
            "period_start_on": t("outlook.column_week"),
            "workload_units_before": t("officer.before"),
            "workload_units_after": t("officer.after"),
        },
        status=status,
        words=chosen.words_for_all_lines,
        marts=("fct_officer_outlook_weeks", "fct_open_case_outlook"),
    )
