"""Contacts: how many of those planned were held, month by month, and by mode what became of them."""

import polars as pl

from analysis.control import chart, trial_limits
from dashboards import queries
from dashboards.charts.one_control import SIGNALS, control_chart
from dashboards.charts.stacks import stacked_bars
from dashboards.panel import Panel, Table, hidden, not_delivered, nothing
from dashboards.panels import shares
from dashboards.panels.parts import labelled, words
from dashboards.queries import quality as questions
from dashboards.text import month, number, percentage, plural, t
from dashboards.view import View

MONTHS = 24  # of a control chart: enough for its limits, and few enough to be about now
YEAR = 12
_AMOUNTS = ("planned_contacts", "held_contacts", "held_in_time_contacts")
_OUTCOMES = ("held_in_time_contacts", "held_late_contacts", "excused_contacts", "missed_contacts")


def over_months(view: View) -> Panel:
    """The share of planned contacts that was held, as a control chart of its last 24 whole months."""
    if not queries.has_mart(view.reader, questions.CONTACTS):
        return not_delivered("quality_contacts", t("quality.contacts_not_delivered"))
    rows = _by_month(view)
    if rows.is_empty():
        return nothing("quality_contacts", t("quality.contacts_none"))
    known = rows.drop_nulls("value").height
    if not known:
        return hidden("quality_contacts", t("quality.contacts_few", fewest=shares.FEWEST))
    charted = rows.hstack(
        chart(rows["value"].to_list(), screening="once").select("mean", "lower", "upper", "kind")
    )
    signals = charted.filter(pl.col("kind").is_in(SIGNALS)).height
    last = charted.drop_nulls("value").row(-1, named=True)
    said = {"share": percentage(last["value"]), "month": month(last["month_start_on"])}
    kinds = {kind: t(f"quality.kind_{kind}") for kind in (*SIGNALS, "common")}
    return Panel(
        "quality_contacts",
        title=plural("quality.contacts_title", signals, **said)
        if signals
        else t("quality.contacts_title_none", **said),
        subtitle=t("quality.contacts_subtitle", **shares.place(view)),
        chart=control_chart(charted, view.look, _chart_words()),
        summary=_spread(charted),
        table=Table(
            charted.sort("month_start_on", descending=True).with_columns(
                per_100="value", month_kind=pl.col("kind").replace_strict(kinds, default=None)
            ),
            {
                "month_start_on": t("quality.column_month"),
                "planned_contacts": t("quality.column_planned"),
                "held_contacts": t("quality.column_held"),
                "per_100": t("quality.column_held_share"),
                "per_100_low": t("quality.column_low"),
                "per_100_high": t("quality.column_high"),
                "month_kind": t("quality.column_kind"),
            },
            missing=shares.too_few(),
            on_phone=("planned_contacts", "per_100"),
            digits={"per_100": 1, "per_100_low": 1, "per_100_high": 1},
        ),
        notes=(t("quality.contacts_trial") if trial_limits(known) else t("quality.contacts_note"),),
        marts=(questions.CONTACTS,),
    )


def by_mode(view: View) -> Panel | None:
    """What became of the contacts planned in the last twelve whole months, by how they were to be held."""
    if not queries.has_mart(view.reader, questions.CONTACTS):
        return None
    rows = questions.contact_months(view.reader, view.choice)
    months = rows["month_start_on"].unique().sort().to_list()[-YEAR:]
    counted = (
        rows.filter(pl.col("month_start_on").is_in(months))
        .group_by("mode", maintain_order=True)
        .agg(pl.col("^.*_contacts$").sum())
        .with_columns(held_late_contacts=pl.col("held_contacts") - pl.col("held_in_time_contacts"))
    )
    planned = int(counted["planned_contacts"].sum())
    if planned < shares.FEWEST:
        return None
    shown = shares.with_share(counted, "held_in_time_contacts", "planned_contacts")
    shown = shown.with_columns(label=labelled(view, "mode", shown["mode"]))
    parts = {
        name: t(f"quality.{name}") for name in (*_OUTCOMES, "cancelled_contacts")
    }
    drawn = shown.unpivot(list(parts), index="mode", variable_name="part", value_name="amount")
    in_time = 100 * counted["held_in_time_contacts"].sum() / planned
    return Panel(
        "quality_modes",
        title=t("quality.modes_title", planned=number(planned), in_time=percentage(in_time)),
        subtitle=t(
            "quality.modes_subtitle", **shares.place(view), first=month(months[0]), last=month(months[-1])
        ),
        chart=stacked_bars(
            drawn.rename({"mode": "row"}),
            dict(shown.select("mode", "label").iter_rows()),
            parts,
            view.look,
            words("quality", "unit", "none"),
        ),
        table=Table(
            shown,
            {
                "label": t("quality.column_mode"),
                "planned_contacts": t("quality.column_planned"),
                **parts,
                "per_100": t("quality.column_in_time_share"),
                "per_100_low": t("quality.column_low"),
                "per_100_high": t("quality.column_high"),
            },
            missing=shares.too_few(),
            stands_for={"label": "mode"},
            on_phone=("planned_contacts", "per_100"),
            digits={"per_100_low": 1, "per_100_high": 1},
        ),
        notes=(t("quality.modes_note"),),
        marts=(questions.CONTACTS,),
    )


def _by_month(view: View) -> pl.DataFrame:
    """The last months with their share, a row also for a month without contacts between two that have some."""
    rows = questions.contact_months(view.reader, view.choice)
    sums = rows.group_by("month_start_on").agg(pl.col(*_AMOUNTS).sum()).sort("month_start_on")
    if sums.is_empty():
        return sums
    months = pl.date_range(sums["month_start_on"][0], sums["month_start_on"][-1], "1mo", eager=True)
    every = pl.DataFrame({"month_start_on": months}).join(
        sums, on="month_start_on", how="left", maintain_order="left"
    )
    shared = shares.with_share(every.tail(MONTHS), "held_contacts", "planned_contacts")
    return shared.with_columns(value="per_100")


def _spread(charted: pl.DataFrame) -> str:
    row = charted.row(0, named=True)
    if row["lower"] is None:
        return t("quality.contacts_no_limits")
    ends = {name: percentage(min(max(row[name], 0), 100), 1) for name in ("mean", "lower", "upper")}
    return t("quality.contacts_summary", **ends)


def _chart_words() -> dict[str, str]:
    said = words("quality", *(f"chart_{name}" for name in ("line", "signal", "limits", "mean")))
    kinds = words("quality", *(f"kind_{kind}" for kind in SIGNALS))
    return {name.partition("_")[2]: word for name, word in (said | kinds).items()}
