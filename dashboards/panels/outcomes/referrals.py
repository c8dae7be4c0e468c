"""Referrals to partners: what became of them, domain by domain."""

import polars as pl

from dashboards.charts.stacks import stacked_bars
from dashboards.panel import Panel, Table
from dashboards.panels import shares
from dashboards.panels.outcomes import frames
from dashboards.panels.parts import labelled, words
from dashboards.text import number, percentage, t
from dashboards.totals import TOTAL
from dashboards.view import View

_RESULTS = (
    *("completed_referrals", "open_referrals", "dropped_out_referrals"),
    *("refused_referrals", "no_place_referrals"),
)


def by_domain(view: View) -> Panel:
    """Referrals made in twelve months, by what has become of them since."""
    rows = frames.of_area(view, "referrals")
    if instead := frames.missing(view, "referrals", rows, "made_referrals"):
        return instead
    shared = shares.with_share(rows, "no_place_referrals", "made_referrals")
    whole = shared.filter(pl.col("category") == TOTAL).row(0, named=True)
    domains = frames.categories(shared)
    domains = domains.with_columns(label=labelled(view, "domain", domains["category"]))
    parts = {name: t(f"outcomes.{name}") for name in _RESULTS}
    drawn = domains.unpivot(_RESULTS, index="category", variable_name="part", value_name="amount")
    return Panel(
        "outcomes_referrals",
        title=t(
            "outcomes.referrals_title",
            referrals=number(whole["made_referrals"]),
            completed=percentage(100 * whole["completed_referrals"] / whole["made_referrals"]),
            no_place=percentage(whole["per_100"]),
        ),
        subtitle=t("outcomes.referrals_subtitle", **shares.place(view), **frames.months_said(rows)),
        chart=stacked_bars(
            drawn.rename({"category": "row"}),
            dict(domains.select("category", "label").iter_rows()),
            parts,
            view.look,
            words("outcomes", "none") | {"unit": t("outcomes.unit_referrals")},
        )
        if domains.height
        else None,
        summary=t(
            "outcomes.referrals_summary",
            started=percentage(100 * whole["started_referrals"] / whole["made_referrals"]),
            low=percentage(whole["per_100_low"], 1),
            high=percentage(whole["per_100_high"], 1),
        ),
        table=Table(
            domains,
            {
                "label": t("outcomes.column_domain"),
                "made_referrals": t("outcomes.column_made"),
                "started_referrals": t("outcomes.column_started"),
                **parts,
                "per_100": t("outcomes.column_no_place_share"),
                "per_100_low": t("outcomes.column_low"),
                "per_100_high": t("outcomes.column_high"),
            },
            missing=shares.too_few(),
            stands_for={"label": "domain"},
            on_phone=("made_referrals", "no_place_referrals"),
            digits={"per_100_low": 1, "per_100_high": 1},
        )
        if domains.height
        else None,
        notes=frames.notes(rows, t("outcomes.referrals_note")),
        marts=("fct_referral_months",),
    )
