"""Every outcome at the end, the whole table as a file, and the files that cannot be used."""

import polars as pl

from analysis.scenario.outcomes import OUTCOMES
from dashboards import scenarios
from dashboards.panel import Panel, Table
from dashboards.panels.parts import labelled, part_names
from dashboards.panels.scenarios import tables
from dashboards.panels.scenarios.sides import Sides
from dashboards.panels.weights import basis
from dashboards.text import month, t
from dashboards.view import View

_RESULTS = {"low": "result_low", "central": "result_central", "high": "result_high"}


def at_end(both: Sides) -> Panel:
    """The outcomes of the area in the last month; downloads hold every month and part."""
    every = tables.every_row(both.chosen, both.view).rename(_RESULTS)
    outcomes = {outcome: t(f"scenarios.outcome_{outcome}") for outcome in OUTCOMES}
    area = both.view.choice.area
    areas = {area: both.view.choice.label("office"), **part_names(both.view, area)}
    named = every.with_columns(
        outcome_name=pl.col("outcome").replace_strict(outcomes),
        area_name=pl.col("area_id").replace_strict(areas),
        line_name=labelled(both.view, "service_line", every["service_line"]),
    )
    last = both.chosen.months[-1]
    shown = named.filter((pl.col("month_start_on") == last) & (pl.col("area_id") == area))
    words = both.words | {"month": month(last)}
    return Panel(
        "scenarios_results",
        title=t("scenarios.results_title", **words),
        subtitle=t("scenarios.results_subtitle", **words, basis=basis(both.view)),
        table=Table(
            shown.with_columns(pl.col(list(_RESULTS.values())).round(1)),
            {
                "outcome_name": t("scenarios.column_outcome_name"),
                **{name: t(f"scenarios.column_{name}") for name in _RESULTS.values()},
                "month_start_on": t("scenarios.column_month"),
                "area_name": t("scenarios.column_area_name"),
                "line_name": t("scenarios.column_line_name"),
                "why_empty": t("scenarios.column_why_empty"),
            },
            missing=t("common.not_computable"),
            missing_in={"why_empty": t("scenarios.has_figure")},
            every_row=lambda: named,
            stands_for={"area_name": "area_id", "line_name": "service_line"},
            on_phone=("result_low", "result_central", "result_high"),
        ),
        marts=("fct_area_clearance_months", "fct_area_line_months"),
    )


def problems(view: View) -> Panel | None:
    """The files that cannot be run on these data, each with the one sentence that says why."""
    said = tuple(scenarios.refusal(one.problem) for one in scenarios.every(view.reader) if one.problem)
    if not said:
        return None
    return Panel(
        "scenarios_problems",
        title=t("scenarios.problems_title"),
        intro=t("scenarios.problems_intro"),
        notes=said,
    )
