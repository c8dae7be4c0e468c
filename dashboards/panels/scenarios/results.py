"""Every outcome at the end, the whole table as a file, and the files that cannot be used."""

import polars as pl

from analysis.scenario.outcomes import OUTCOMES
from dashboards import scenarios
from dashboards.panel import Panel, Table
from dashboards.panels.scenarios import tables
from dashboards.panels.scenarios.sides import Sides
from dashboards.panels.weights import basis
from dashboards.text import month, t
from dashboards.view import View

_RESULTS = {"low": "result_low", "central": "result_central", "high": "result_high"}


def at_end(both: Sides) -> Panel:
    """The outcomes of the area in the last month; downloads hold every month and part."""
    every = tables.every_row(both.chosen, both.view).rename(_RESULTS)
    names = {outcome: t(f"scenarios.outcome_{outcome}") for outcome in OUTCOMES}
    named = every.with_columns(outcome_name=pl.col("outcome").replace_strict(names))
    last = both.chosen.months[-1]
    shown = named.filter((pl.col("month_start_on") == last) & (pl.col("area_id") == both.view.choice.area))
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
                "area_id": t("scenarios.column_area_id"),
                "service_line": t("scenarios.column_service_line"),
                "outcome": t("scenarios.column_outcome"),
                "why_empty": t("scenarios.column_why_empty"),
            },
            missing=t("common.not_computable"),
            missing_in={"why_empty": t("scenarios.has_figure")},
            every_row=lambda: named,
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
