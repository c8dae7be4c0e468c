"""What if this officer took one more case: before and after, as `analysis.impact` computes it. No advice."""

import polars as pl

from analysis.impact import case_impact
from dashboards.charts import ahead, ahead_readings
from dashboards.panel import Panel, State, Table, not_delivered
from dashboards.panels.outlook.frames import of_an_officer
from dashboards.panels.outlook.moments import MOMENTS, moment_weeks
from dashboards.panels.outlook.person import filters_said, full_time_units, is_unweighed, periods
from dashboards.panels.parts import words
from dashboards.panels.weights import unit
from dashboards.queries import outlook_officer as questions
from dashboards.text import number, percentage, t
from dashboards.view import View


@of_an_officer
def one_more_case(view: View) -> Panel:
    """What the filters below it ask for, or that there is no case to try."""
    cases = questions.cases_to_take(view.reader, view.choice)
    return Panel(
        "outlook_one_more",
        title=t("officer.impact_heading"),
        subtitle=t("officer.impact_subtitle"),
        state=State.NOTHING if cases.is_empty() else State.SHOWN,
        said=t("officer.no_case_to_take") if cases.is_empty() else "",
    )


@of_an_officer
def before_and_after(view: View) -> Panel | None:
    """What taking the case chosen, at the share chosen, would do to the weeks ahead."""
    case_id, share_pct = view.choice.of("case_to_take"), view.choice.of("share")
    if case_id is None or share_pct is None:
        return None
    if is_unweighed(view) or questions.has_no_weight(view.reader, view.choice):
        return not_delivered("outlook_impact", t("offices.unweighed"))
    share = float(share_pct) / 100
    what = case_id if share == 1 else t("officer.part_of_case", share=percentage(100 * share), case=case_id)
    impact = impact_of(view, questions.case_weights(view.reader, view.choice), share)
    return shown("outlook_impact", impact, what, view)


def shown(name: str, impact: pl.DataFrame, what: str, view: View) -> Panel:
    """The panel of an impact, `what` being the words for the case that is taken."""
    inside = words("officer", "before", "after", "level") | {"unit": unit(view)}
    read = ahead_readings.impact_reading(impact, moment_weeks(view))
    return Panel(
        name,
        title=impact_sentence(read, what, view),
        subtitle=t("officer.impact_chart_subtitle", unit=unit(view)),
        chart=ahead.impact_lines(impact, view.look, inside, full_time_units(view)),
        summary=t("officer.impact_no_advice"),
        table=Table(
            impact,
            {
                "period_start_on": t("outlook.column_week"),
                "workload_units_before": t("officer.before"),
                "workload_units_after": t("officer.after"),
            },
            filters=filters_said(view),
            stands_for={"workload_units_before": "workload_units_avg"},
        ),
        marts=("fct_person_periods", "fct_open_case_outlook"),
    )


def impact_of(view: View, weights: pl.DataFrame, share: float = 1) -> pl.DataFrame:
    """What `case_impact` says of the officer and a case with these weights, beside a full-time post."""
    rows, as_of = periods(view).with_columns(capacity_units=full_time_units(view) or 0.0), view.status.as_of
    today = rows.filter(pl.col("period") == "day").with_columns(
        valid_from=pl.lit(as_of), valid_to=pl.lit(as_of).dt.offset_by("1d")
    )
    weeks = rows.filter(pl.col("period") == "week").rename(
        {
            "period_start_on": "week_start_on",
            "workload_units": "workload_units_avg",
            "capacity_units": "capacity_units_avg",
        }
    )
    return case_impact(today, weeks, weights, share=share, as_of=as_of)


def impact_sentence(read: dict, what: str, view: View) -> str:
    """Before and after, now, in a quarter and in a year, in one sentence that advises nothing."""
    values, officer = dict(view.status.horizons), view.choice.officer
    for moment in MOMENTS:
        before, after = read[moment]
        values[f"before_{moment}"] = _amount(before, unit(view), is_pct=read["is_pct"])
        values[f"after_{moment}"] = _amount(after, unit(view), is_pct=read["is_pct"])
    moves = t("officer.impact_sentence", what=what, officer=officer, **values)
    return t("officer.impact_of_full_time", moves=moves) if read["is_pct"] else moves


def _amount(amount: float, in_units: str, *, is_pct: bool) -> str:
    return percentage(amount, 1) if is_pct else f"{number(amount, 1)} {in_units}"
