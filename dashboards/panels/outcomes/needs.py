"""Needs that became smaller and protective factors that were gained, domain by domain."""

import polars as pl

from dashboards.charts.bands import percentage_bands
from dashboards.panel import Panel, Table
from dashboards.panels import shares
from dashboards.panels.outcomes import frames
from dashboards.panels.parts import labelled, words
from dashboards.text import number, percentage, t
from dashboards.totals import TOTAL
from dashboards.view import View

_MOVED = ("need_grown_cases", "protection_gained_cases", "protection_lost_cases")


def by_domain(view: View) -> Panel:
    """Of the needs at a first assessment, those that are smaller or gone at the latest, by domain."""
    rows = frames.of_area(view, "needs")
    if instead := frames.missing(view, "needs", rows, "needing_cases"):
        return instead
    shared = shares.with_share(rows, "need_reduced_cases", "needing_cases")
    whole = shared.filter(pl.col("category") == TOTAL).row(0, named=True)
    domains = frames.categories(shared)
    domains = domains.with_columns(label=labelled(view, "domain", domains["category"]))
    drawn = shares.bands(domains.drop_nulls("per_100"))
    return Panel(
        "outcomes_needs",
        title=t(
            "outcomes.needs_title", needs=number(whole["needing_cases"]), share=percentage(whole["per_100"])
        ),
        subtitle=t("outcomes.needs_subtitle", **shares.place(view), **frames.months_said(rows)),
        chart=percentage_bands(drawn, view.look, words("outcomes", "balance"), holds_100=False)
        if drawn.height
        else None,
        summary=t(
            "outcomes.needs_summary",
            gained=number(whole["protection_gained_cases"]),
            lost=number(whole["protection_lost_cases"]),
            grown=number(whole["need_grown_cases"]),
        ),
        table=Table(
            domains,
            {
                "label": t("outcomes.column_domain"),
                "reassessed_cases": t("outcomes.column_reassessed"),
                "needing_cases": t("outcomes.column_needing"),
                "need_reduced_cases": t("outcomes.column_reduced"),
                "per_100": t("outcomes.column_reduced_share"),
                "per_100_low": t("outcomes.column_low"),
                "per_100_high": t("outcomes.column_high"),
                **{name: t(f"outcomes.column_{name}") for name in _MOVED},
            },
            missing=shares.too_few(),
            stands_for={"label": "domain"},
            on_phone=("needing_cases", "per_100"),
            digits={"per_100_low": 1, "per_100_high": 1},
        )
        if domains.height
        else None,
        notes=frames.notes(rows, t("outcomes.needs_note")),
        marts=("fct_need_months",),
    )
