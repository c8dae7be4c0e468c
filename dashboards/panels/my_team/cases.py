"""The cases of one office that need a look: what waits, what has nobody, what ends and what began."""

from collections.abc import Callable

import polars as pl

from dashboards import queries
from dashboards.panel import HeadFigure, Link, Panel, Table, not_delivered, nothing
from dashboards.panels.my_team import frames
from dashboards.panels.my_team.frames import of_the_team
from dashboards.panels.parts import labelled
from dashboards.panels.weights import unit
from dashboards.text import number, plural, t
from dashboards.view import View

SHOWN = 10
_MARTS = ("fct_open_cases",)
# Where a list leads: the page and the panel that say more.
_ONWARD = {
    "cover": ("pressure", "pressure_cover"),
    "waiting": ("backlog", "backlog_oldest"),
    "ending": ("outlook", ""),
    "started": ("backlog", "backlog_flow"),
}


@of_the_team
def head_figures(view: View) -> Panel:
    """How many lack cover, wait, end and began."""
    lists = {name: frames.listed(view, name) for name in _ONWARD}
    return Panel(
        "my_team_head", head_figures=tuple(_figure(name, lists, view) for name in lists), marts=_MARTS
    )


def _figure(name: str, lists: dict[str, pl.DataFrame], view: View) -> HeadFigure:
    label = t(f"my_team.figure_{name}", weeks=view.status.quarter_weeks)
    if name != "waiting" and not view.status.has_assignments:
        return HeadFigure(label, t("common.not_computable"), state="missing")
    cases = lists[name]
    note = ""
    if name in ("waiting", "cover") and (longest := cases["days"].max()):
        note = t("my_team.longest", days=plural("common.days", longest))
    return HeadFigure(label, number(cases.height), unit=t("pressure.cases"), note=note)


@of_the_team
def waiting(view: View) -> Panel:
    """The cases that wait for their first officer, longest first."""
    return _listed("waiting", view)


@of_the_team
def cover(view: View) -> Panel:
    """The cases that lost their officer, or whose officers have all left; never for an absence."""
    return _listed("cover", view)


@of_the_team
def ending(view: View) -> Panel:
    """The cases that somebody carries and that are expected to end in the quarter, the first one first."""
    return _listed("ending", view)


@of_the_team
def started(view: View) -> Panel:
    """The cases that began to count in the last four weeks, the latest first."""
    return _listed("started", view)


def _listed(list_name: str, view: View) -> Panel:
    name, cases = f"my_team_{list_name}", frames.listed(view, list_name)
    title = t(f"my_team.list_title_{list_name}", weeks=view.status.quarter_weeks)
    if list_name != "waiting" and not view.status.has_assignments:
        return not_delivered(name, t("my_team.no_assignments"), title)
    if cases.is_empty():
        return nothing(name, t("pressure.list_none"), title)
    worded, shown = _wording(view, list_name), cases.head(SHOWN)
    return Panel(
        name,
        title=title,
        subtitle=t(
            f"my_team.list_subtitle_{list_name}", shown=number(shown.height), all=number(cases.height)
        ),
        table=Table(
            worded(shown),
            _columns(list_name, unit(view)),
            filters=frames.filters_said(view),
            missing=t("pressure.not_said_day"),
            missing_in={"weight_units": t("common.no_weight")},
            every_row=lambda: worded(cases),
            stands_for={"kind": "supervision_type"} | _day_of(list_name),
        ),
        links=(_onward(list_name, view),),
        marts=_MARTS,
    )


def _onward(list_name: str, view: View) -> Link:
    page, panel = _ONWARD[list_name]
    return Link(page, t(f"my_team.onward_{list_name}"), {"office": view.choice.office or ""}, panel=panel)


def _day_of(list_name: str) -> dict[str, str]:
    """The columns of the mart that the day and the days of a list are, where it has them as such."""
    days = {"waiting": "days_waiting", "cover": "days_uncovered"}.get(list_name)
    day = {"ending": "expected_end_on", "started": "clock_on"}.get(list_name)
    return ({"days": days} if days else {}) | ({"on_day": day} if day else {})


def _columns(list_name: str, in_units: str) -> dict[str, str]:
    columns = {
        "case_id": t("pressure.column_case"),
        "on_day": t(f"my_team.column_day_{list_name}"),
        "days": t("pressure.column_days"),
        "kind": t("pressure.column_type"),
        "risk_level": t("officer.column_risk"),
        "weight_units": t("pressure.column_weight", unit=in_units),
    }
    if list_name in ("ending", "started"):
        columns.pop("days")
        columns["officer_shares"] = t("my_team.column_carried_by")
    return columns


def _wording(view: View, list_name: str) -> Callable[[pl.DataFrame], pl.DataFrame]:
    """What puts cases in words; all words are looked up now, as a file is made where no language is known."""
    cases = frames.listed(view, list_name)
    kinds = {code: queries.label_of(view.reader, "work_type", code) for code in cases["supervision_type"]}
    risks = dict(zip(cases["risk_level"], labelled(view, "risk_level", cases["risk_level"]), strict=True))
    carriers = {shares: frames.carried_by(shares) for shares in cases["officer_shares"].unique()}
    left = t("my_team.left")

    def worded(rows: pl.DataFrame) -> pl.DataFrame:
        return rows.with_columns(
            kind=pl.col("supervision_type").replace(kinds),
            risk_level=pl.col("risk_level").replace(risks),
            officer_shares=pl.col("officer_shares").replace(carriers),
        ).with_columns(
            kind=pl.when(pl.col("has_left") & pl.lit(list_name == "cover"))
            .then(pl.concat_str("kind", pl.lit(f" ({left})")))
            .otherwise("kind"),
        )

    return worded


def no_cases(view: View) -> Panel:
    """What is said where no cases were delivered."""
    return not_delivered("my_team_no_cases", t("my_team.no_cases"))
