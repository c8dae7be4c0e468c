"""The assumptions of a scenario as rows: values, owner, source, dates, and what is overdue."""

import polars as pl

from analysis.scenario import Assumption
from dashboards import scenarios
from dashboards.panel import Panel, Table, nothing
from dashboards.panels.scenarios.words import left_out_said, name_of, scope_of, unit_of
from dashboards.text import day, number, plural, t
from dashboards.view import View

_WORDS = ("unit", "owner", "review_on", "is_overdue", "made_on", "source", "intervention_name")


def every_row(
    one: scenarios.Offered, view: View, left_out: tuple[tuple[Assumption, str], ...] = ()
) -> Panel | None:
    """Every row of the file, also of other lines; what moves nothing here, and what is overdue, is said."""
    scenario, title = one.scenario, one.scenario.title_in(view.reader.language)
    if not scenario.assumptions:
        return nothing("scenarios_assumptions", t("scenarios.assumptions_title_none", title=title))
    today = view.status.as_of
    late = [row for row in scenario.assumptions if row.is_overdue(today)]
    kind = "overdue" if late else "title"
    return Panel(
        "scenarios_assumptions",
        title=plural(
            f"scenarios.assumptions_{kind}", len(scenario.assumptions), title=title, overdue=number(len(late))
        ),
        subtitle=t("scenarios.assumptions_subtitle", day=day(today)),
        intro=scenario.about_in(view.reader.language),
        table=Table(
            _rows(one, view),
            {
                "assumption_name": t("scenarios.column_name"),
                "scope": t("scenarios.column_scope"),
                "low_value": t("scenarios.column_low"),
                "central_value": t("scenarios.column_central"),
                "high_value": t("scenarios.column_high"),
                **{name: t(f"scenarios.column_{name}") for name in _WORDS},
            },
            missing=t("scenarios.no_intervention"),
            filters=title,
            on_phone=("central_value", "review_on"),
        ),
        notes=(
            *(
                t("scenarios.overdue", name=name_of(row), day=day(row.review_on), owner=row.owner)
                for row in late
            ),
            *(left_out_said(row, reason, view.reader) for row, reason in left_out),
        ),
    )


def _rows(one: scenarios.Offered, view: View) -> pl.DataFrame:
    cards = {card.kind: card.title_in(view.reader.language) for card in one.scenario.interventions}
    rows = one.scenario.assumptions
    return pl.DataFrame(
        {
            "assumption_name": [name_of(row) for row in rows],
            "intervention_name": [cards.get(row.intervention) for row in rows],
            "scope": [scope_of(row, view.reader) for row in rows],
            "low_value": [row.low for row in rows],
            "central_value": [row.central for row in rows],
            "high_value": [row.high for row in rows],
            "unit": [unit_of(row) for row in rows],
            "owner": [row.owner for row in rows],
            "source": [row.source for row in rows],
            "made_on": [row.made_on for row in rows],
            "review_on": [row.review_on for row in rows],
            "is_overdue": [row.is_overdue(view.status.as_of) for row in rows],
        },
        schema_overrides={"intervention_name": pl.String},
    )
