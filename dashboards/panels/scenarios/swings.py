"""A tornado over the assumptions: how each moves the outcome from its low to its high value."""

import math
from html import escape

import polars as pl

from analysis.scenario.tornado import Swing
from dashboards.panel import Panel, Table, nothing
from dashboards.panels.scenarios.sides import Sides
from dashboards.panels.scenarios.words import amount, change_said, name_of, scope_of
from dashboards.panels.weights import basis
from dashboards.svg.swings import SwingScale, swing, swing_marks
from dashboards.text import month, t

_MARTS = ("fct_area_clearance_months", "fct_area_line_months")


def every_swing(both: Sides, moved: list[Swing]) -> Panel | None:
    """Each assumption that is not sure, the largest swing first; none without assumptions."""
    if not both.one.scenario.of_line(both.view.choice.service_line):
        return None
    if not moved:
        return nothing("scenarios_swings", t("scenarios.swing_title_none"))
    known = [one for one in moved if math.isfinite(one.at_low) and math.isfinite(one.at_high)]
    if not known:
        return nothing("scenarios_swings", t("scenarios.swing_unknown"))
    words = both.words | {"month": month(both.chosen.months[-1]), "outcome": _lower(both.outcome_name)}
    return Panel(
        "scenarios_swings",
        title=_title(both, known[0]),
        subtitle=t("scenarios.swing_subtitle", **words, basis=basis(both.view)),
        picture=_picture(both, known),
        summary=t("scenarios.swing_summary"),
        table=_table(both, moved),
        notes=() if len(known) == len(moved) else (t("scenarios.swing_unknown"),),
        marts=_MARTS,
    )


def _title(both: Sides, first: Swing) -> str:
    """Which assumption moves the outcome most, from its lowest to its highest change; or that none does."""
    if not first.size > 0:
        return t("scenarios.swing_title_flat", outcome=both.outcome_name)
    low, high = (change_said(both.outcome, end) for end in sorted((first.at_low, first.at_high)))
    words = {"outcome": both.outcome_name, "name": name_of(first.assumption)}
    return t("scenarios.swing_title", **words, low=low, high=high)


def _picture(both: Sides, moved: list[Swing]) -> str:
    outcome = both.outcome
    scale = SwingScale.over([end for one in moved for end in (one.at_low, one.at_high)])
    ends = tuple(change_said(outcome, end) for end in (scale.low, scale.high))
    words = t("scenarios.swing_scale", low=ends[0], high=ends[1])
    head = _row(
        [
            escape(t("scenarios.column_name")),
            swing_marks(scale, words, ends, both.view.synthetic),
            escape(t("scenarios.column_change")),
            escape(t("scenarios.column_values")),
        ],
        "columnheader",
    )
    body = "".join(_of(one, outcome, scale) for one in moved)
    return f'<div class="mw-offices" role="table">{head}{body}</div>'


def _of(one: Swing, outcome: str, scale: SwingScale) -> str:
    name = name_of(one.assumption)
    low, high = change_said(outcome, one.at_low), change_said(outcome, one.at_high)
    drawn = swing(one.at_low, one.at_high, scale, t("scenarios.swing_words", name=name, low=low, high=high))
    values = {
        level: amount(one.assumption, getattr(one.assumption, level)) for level in ("low", "central", "high")
    }
    cells = [escape(name), drawn, escape(f"{low} / {high}"), escape(t("scenarios.swing_values", **values))]
    return _row(cells, "cell")


def _row(cells: list[str], role: str) -> str:
    drawn = "".join(f'<div role="{role}">{cell}</div>' for cell in cells)
    return f'<div role="row">{drawn}</div>'


def _table(both: Sides, moved: list[Swing]) -> Table:
    rows = pl.DataFrame(
        {
            "assumption_name": [name_of(one.assumption) for one in moved],
            "scope": [scope_of(one.assumption, both.view.reader) for one in moved],
            "low_value": [one.assumption.low for one in moved],
            "central_value": [one.assumption.central for one in moved],
            "high_value": [one.assumption.high for one in moved],
            "change_at_low": [_known(one.at_low) for one in moved],
            "change_at_high": [_known(one.at_high) for one in moved],
        },
        schema_overrides={"change_at_low": pl.Float64, "change_at_high": pl.Float64},
    )
    return Table(
        rows,
        {
            "assumption_name": t("scenarios.column_name"),
            "scope": t("scenarios.column_scope"),
            "low_value": t("scenarios.column_low"),
            "central_value": t("scenarios.column_central"),
            "high_value": t("scenarios.column_high"),
            "change_at_low": t("scenarios.column_change_at_low"),
            "change_at_high": t("scenarios.column_change_at_high"),
        },
        missing=t("common.not_computable"),
        on_phone=("change_at_low", "change_at_high"),
    )


def _known(change: float) -> float | None:
    return change if math.isfinite(change) else None


def _lower(name: str) -> str:
    """Inside a sentence a name begins small, unless it is an abbreviation."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
