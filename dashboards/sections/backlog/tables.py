"""The tables of the page Backlog: the oldest cases without an officer, and office by kind of mandate."""

import polars as pl

from dashboards.components import panels, states, tables
from dashboards.components.filters import Chosen
from dashboards.sections import basis, named_offices, office_names, part_names, unit
from dashboards.sections.backlog.asked import cases_asked, now_asked, whole_now
from dashboards.text import label, number, sentences, t

SHOWN = 50


def oldest_cases(status: dict, chosen: Chosen) -> None:
    """The cases waiting or uncovered longest, by opaque id; nothing is drawn when there are none."""
    now = whole_now(chosen)
    everything = now["waiting_cases"] + now["uncovered_cases"]
    if not everything:
        return
    if not chosen.is_listing:
        panels.heading(t("backlog.oldest_title"))
        states.note(t("common.choose_office_for_cases"))
        return
    shown = _worded(cases_asked(chosen, SHOWN))
    panels.heading(
        t("backlog.oldest_title"),
        t("backlog.oldest_subtitle", shown=number(shown.height), all=number(everything)),
        t("common.synthetic") if status["is_synthetic"] else "",
    )
    tables.table(
        shown,
        name="backlog_oldest",
        caption=t("backlog.oldest_title"),
        columns=_columns(unit(chosen.weight_scheme)),
        status=status,
        words=chosen.words,
        marts=("fct_open_cases",),
    )


def by_office_and_kind(status: dict, chosen: Chosen) -> None:
    """Waiting and uncovered cases per office and kind of mandate, with half, nine in ten, and the longest."""
    rows = now_asked(chosen)
    if rows.is_empty():
        return
    in_units = unit(chosen.weight_scheme)
    panels.heading(t("backlog.detail_title"), basis(chosen.weight_scheme))
    tables.table(
        _kinds_worded(named_offices(rows, part_names(chosen.among))),
        name="backlog",
        caption=t("backlog.detail_title"),
        columns={
            "office_name": t("backlog.column_office"),
            "kind": t("backlog.column_type"),
            "waiting_cases": t("backlog.column_waiting"),
            "uncovered_cases": t("backlog.column_uncovered"),
            "wait_days_p50": t("backlog.column_p50"),
            "wait_days_p90": t("backlog.column_p90"),
            "wait_days_max": t("backlog.column_max"),
            "waiting_units": t("backlog.column_units", unit=in_units),
        },
        status=status,
        words=chosen.words,
        marts=("fct_area_backlog",),
        opens="" if chosen.office else "office_id",
        missing=t("backlog.clear_empty"),
    )


def _kinds_worded(frame: pl.DataFrame) -> pl.DataFrame:
    kinds = {row["supervision_type"]: label(row) for row in frame.unique("supervision_type").to_dicts()}
    return frame.with_columns(
        kind=pl.col("supervision_type").replace_strict(kinds, default=None, return_dtype=pl.String)
    )


def _worded(cases: pl.DataFrame) -> pl.DataFrame:
    known = sentences("backlog")
    risks = {
        risk: t(f"backlog.risk_{risk}") for risk in cases["risk_level"].unique() if f"risk_{risk}" in known
    }
    said = {state: t(f"backlog.state_{state}") for state in ("waiting", "uncovered")}
    names = office_names()
    return _kinds_worded(cases).with_columns(
        pl.col("risk_level").replace(risks),
        pl.col("state").replace(said),
        office_name=pl.col("office_id").replace_strict(names, default=None, return_dtype=pl.String),
    )


def _columns(in_units: str) -> dict[str, str]:
    return {
        "case_id": t("backlog.column_case"),
        "days": t("backlog.column_days"),
        "state": t("backlog.column_state"),
        "office_name": t("backlog.column_office"),
        "kind": t("backlog.column_type"),
        "risk_level": t("backlog.column_risk"),
        "opened_on": t("backlog.column_opened"),
        "expected_end_on": t("backlog.column_expected"),
        "weight_units": t("backlog.column_units", unit=in_units),
    }
