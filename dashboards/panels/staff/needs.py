"""Forward, backward and in balance: what comes, what the target takes, what is enough for good."""

import numpy as np
import polars as pl

from analysis.queue.formulas import WEEKS_A_MONTH, relief_capacity
from dashboards.access.few_people import FEW_MARK
from dashboards.panel import Panel, Table
from dashboards.panels import few
from dashboards.panels.parts import named_parts, part_names
from dashboards.panels.staff import frames
from dashboards.panels.staff.cells import MONTHS, OTHERS
from dashboards.panels.staff.frames import AHEAD, Outcome
from dashboards.panels.staff.words import area_words
from dashboards.panels.weights import basis
from dashboards.text import month, number, t
from dashboards.view import View

_AMOUNTS = (
    "waiting_now_cases",
    "waiting_as_now_cases",
    "wait_as_now_weeks",
    "target_cases",
    "need_more_fte",
    "steady_fte",
    "available_now_fte",
)


def every_part(found: Outcome, view: View) -> Panel:
    """What comes of today's staff, how many more the target takes in a year, how many are enough for good."""
    need, steady = frames.need_fte(found, view.choice), frames.steady_fte(found)
    available = found.as_now.levers.available_fte[0]
    rows = _rows(found, view, need, steady)
    return Panel(
        "staff_needs",
        title=t(
            "staff.needs_title",
            target=number(found.most_cases.sum()),
            total=_fte(available.sum() + need.sum()),
            steady=_fte(steady.sum()),
            now=_fte(available.sum()),
            month=month(view.choice.staff_from),
        ),
        subtitle=t("staff.needs_subtitle", **area_words(view), basis=basis(view)),
        summary=t("staff.needs_summary", weeks=view.choice.label("target_wait")),
        table=Table(
            rows,
            {
                "part_name": t("growth.column_part"),
                **{name: t(f"staff.column_{name}", month=month(view.choice.staff_from)) for name in _AMOUNTS},
            },
            missing=few.missing(rows, t("common.not_computable")),
            opens="" if view.choice.office or found.cells.ids == [""] else "part_id",
            on_phone=("need_more_fte", "steady_fte"),
        ),
        notes=few.notes_of(rows[FEW_MARK]),
        marts=("fct_area_clearance_months", "fct_area_line_months"),
    )


def _rows(found: Outcome, view: View, need: frames.Numbers, steady: frames.Numbers) -> pl.DataFrame:
    queue = found.as_now.queue
    amounts = {
        "waiting_now_cases": found.start.waiting_cases.sum(axis=1).astype(float),
        "waiting_as_now_cases": np.median(queue.waiting_cases[:, AHEAD - 1], axis=0),
        "wait_as_now_weeks": np.array([found.as_now.wait_weeks(cell) for cell in range(need.size)]),
        "target_cases": found.most_cases,
        "need_more_fte": need,
        "steady_fte": steady,
        "available_now_fte": found.as_now.levers.available_fte[0],
    }
    shown = pl.DataFrame({"part_id": found.cells.ids, FEW_MARK: False} | amounts)
    hidden = pl.DataFrame({"part_id": found.cells.hidden}, schema={"part_id": pl.String})
    rows = pl.concat(
        [shown.filter(pl.col("part_id") != OTHERS), hidden.with_columns(pl.lit(True).alias(FEW_MARK))],
        how="diagonal",
    ).with_columns(pl.when(pl.col(name).is_finite()).then(pl.col(name)).alias(name) for name in _AMOUNTS)
    # Cases are whole; half of a draw between two numbers is not a case.
    rows = rows.with_columns(pl.col("waiting_now_cases", "waiting_as_now_cases").round().cast(pl.Int64))
    names = {"": view.choice.label("office")} if found.cells.ids == [""] else {}
    return named_parts(rows, names | part_names(view))


def by_hand(found: Outcome, view: View) -> Panel:
    """The cases that must start each month, in one line that a reader can redo."""
    inflow = found.demand_levers.by_month(found.demand_levers.inflow_factor)[-1]
    received = float((found.calibration.rates.received_cases * inflow).sum())
    started = found.cells.past.started_cases[-MONTHS:].sum() / MONTHS
    waiting, target = int(found.start.waiting_cases.sum()), float(found.most_cases.sum())
    relief = float(relief_capacity(received, waiting, target, AHEAD))
    told = {
        "received": number(received, 1),
        "weeks": view.choice.label("target_wait"),
        "count": number(view.choice.amount("target_wait")),
        "target": number(target, 1),
        "most": number(target),
        "waiting": number(waiting),
        "relief": number(relief, 1),
        "started": number(started, 1),
        "more": number(relief - started, 1),
        "weeks_a_month": number(WEEKS_A_MONTH, 2),
        "room": number(found.as_now.started_a_month, 1),
    }
    return Panel(
        "staff_by_hand",
        title=t("staff.hand_title", **told),
        subtitle=t("staff.hand_subtitle", **area_words(view)),
        items=tuple(t(f"staff.hand_{step}", **told) for step in ("target", "relief", "started", "room")),
        notes=(t("staff.hand_note"),),
        marts=("fct_area_clearance_months",),
        explains=("received_cases", "started_cases"),
    )


def _fte(amount: float) -> str:
    return number(amount, 1) if np.isfinite(amount) else t("common.not_computable")
