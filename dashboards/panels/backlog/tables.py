"""The tables of the page Backlog: the oldest cases without an officer, and office by kind of mandate."""

import polars as pl

from dashboards.panel import Panel, Table, nothing
from dashboards.panels.backlog import frames
from dashboards.panels.parts import labelled, named_parts, office_names, part_names
from dashboards.panels.weights import basis, unit
from dashboards.text import number, t
from dashboards.view import View

SHOWN = 50


def oldest_cases(view: View) -> Panel | None:
    """The cases waiting or uncovered longest, by opaque id; none where there are none."""
    now, title = frames.now(view), t("backlog.oldest_title")
    every_case = now["waiting_cases"] + now["uncovered_cases"]
    if not every_case:
        return None
    if not view.choice.lists_cases:
        return nothing("backlog_oldest", t("common.choose_office_for_cases"), title)
    cases = frames.oldest_cases(view, SHOWN)
    if cases.is_empty():
        return nothing("backlog_oldest", t("common.nothing_found"), title)
    worded = _worded(cases, view)
    return Panel(
        "backlog_oldest",
        title=title,
        subtitle=t(
            "backlog.oldest_subtitle", shown=number(cases.height), all=number(cases["listed_cases"][0])
        ),
        table=Table(
            worded,
            _case_columns(unit(view)),
            missing_in={"weight_units": t("common.no_weight")},
            marks=_longest_wait(cases),
            stands_for={"kind": "supervision_type"},
        ),
        marts=("fct_open_cases",),
        explains=("days_waiting", "days_uncovered"),
    )


def _longest_wait(cases: pl.DataFrame) -> dict[str, int]:
    """Where the case that has waited longest stands in the list, which also holds uncovered ones."""
    waiting = cases.with_row_index("place").filter(pl.col("state") == "waiting")
    if waiting.is_empty():
        return {}
    return {"longest_wait": waiting.sort("days", descending=True, maintain_order=True)["place"][0]}


def by_office_and_kind(view: View) -> Panel | None:
    """Waiting and uncovered cases per office and kind of mandate, with half, nine in ten, and the longest."""
    rows, beside = frames.now_by_part(view), frames.days_compared(view)
    if rows.is_empty():
        return None
    if beside is not None:
        rows = rows.join(beside, on="supervision_type", how="left", maintain_order="left")
    return Panel(
        "backlog",
        title=t("backlog.detail_title"),
        subtitle=basis(view),
        table=Table(
            _kinds_worded(named_parts(rows, part_names(view)), view),
            {
                "part_name": t("backlog.column_office"),
                "kind": t("backlog.column_type"),
                "waiting_cases": t("backlog.column_waiting"),
                "uncovered_cases": t("backlog.column_uncovered"),
                "to_close_cases": t("backlog.column_to_close"),
                "wait_days_p50": t("backlog.column_p50"),
                **_column_compared(beside, view),
                "wait_days_p90": t("backlog.column_p90"),
                "wait_days_max": t("backlog.column_max"),
                "demand_units": t("backlog.column_units", unit=unit(view)),
            },
            opens="" if view.choice.office else "part_id",
            missing=t("backlog.clear_empty"),
            missing_in={
                "demand_units": t("common.no_weight"),
                "compared_days": t("common.not_computable"),
            },
            stands_for={"kind": "supervision_type"},
        ),
        marts=("fct_area_backlog",),
    )


def _column_compared(beside: pl.DataFrame | None, view: View) -> dict[str, str]:
    """The heading of what half of the days waited are compared with; none where that is not known."""
    if beside is None or beside["compared_days"].null_count() == beside.height:
        return {}
    return {"compared_days": t(f"backlog.column_{view.choice.comparison}")}


def _kinds_worded(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    return frame.with_columns(kind=labelled(view, "work_type", frame["supervision_type"]))


def _worded(cases: pl.DataFrame, view: View) -> pl.DataFrame:
    states = {state: t(f"backlog.state_{state}") for state in ("waiting", "uncovered")}
    names = office_names(view)
    return _kinds_worded(cases, view).with_columns(
        pl.col("state").replace(states),
        risk_level=labelled(view, "risk_level", cases["risk_level"]),
        office_name=pl.col("office_id").replace_strict(names, default=None, return_dtype=pl.String),
    )


def _case_columns(in_units: str) -> dict[str, str]:
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
