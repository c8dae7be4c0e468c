"""Reports of a breach, and what followed within six months."""

import polars as pl

from dashboards.charts.bands import percentage_bands
from dashboards.panel import Panel, Table
from dashboards.panels import shares
from dashboards.panels.outcomes import frames
from dashboards.panels.parts import words
from dashboards.text import number, percentage, t
from dashboards.totals import TOTAL
from dashboards.view import View

_FOLLOWED = ("revoked_reports", "sanctioned_reports", "unfollowed_reports")


def followed(view: View) -> Panel:
    """The share of reports after which a case was revoked, a sanction came, or neither."""
    rows = frames.of_area(view, "breaches")
    if instead := frames.missing(view, "breaches", rows, "watched_reports"):
        return instead
    whole = rows.filter(pl.col("category") == TOTAL).drop("category")
    counted = whole.unpivot(
        _FOLLOWED, index="watched_reports", variable_name="category", value_name="reports"
    )
    shared = shares.with_share(counted, "reports", "watched_reports").with_columns(
        label=pl.col("category").replace_strict({name: t(f"outcomes.{name}") for name in _FOLLOWED})
    )
    at = dict(shared.select("category", "per_100").iter_rows())
    return Panel(
        "outcomes_breaches",
        title=t(
            "outcomes.breaches_title",
            reports=number(whole["watched_reports"][0]),
            revoked=percentage(at["revoked_reports"]),
            sanctioned=percentage(at["sanctioned_reports"]),
        ),
        subtitle=t("outcomes.breaches_subtitle", **shares.place(view), **frames.months_said(whole)),
        chart=percentage_bands(
            shares.bands(shared), view.look, words("outcomes", "balance"), holds_100=False
        ),
        summary=t("outcomes.breaches_summary"),
        table=Table(
            shared.rename({"label": "followed_by"}),
            {
                "followed_by": t("outcomes.column_followed_by"),
                "reports": t("outcomes.column_reports"),
                "per_100": t("outcomes.column_report_share"),
                "per_100_low": t("outcomes.column_low"),
                "per_100_high": t("outcomes.column_high"),
            },
            on_phone=("reports", "per_100"),
            digits={"per_100_low": 1, "per_100_high": 1},
        ),
        notes=(t("outcomes.breaches_note"),),
        marts=("fct_breach_months",),
        explains=("watched_reports", *_FOLLOWED),
    )
