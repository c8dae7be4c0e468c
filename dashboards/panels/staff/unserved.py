"""Cases that leave the waiting list without an officer: a flow of its own, not a success of the staff."""

import polars as pl

from dashboards.panel import Panel, Table
from dashboards.panels.parts import part_names
from dashboards.panels.staff.cells import MONTHS
from dashboards.panels.staff.frames import Outcome
from dashboards.panels.staff.words import area_words
from dashboards.text import listed, month, number, percentage, t
from dashboards.view import View


def flows(found: Outcome, view: View) -> Panel:
    """Month by month what came, started and left unserved, of the year that the rates are taken from."""
    past, when = found.cells.past.last(MONTHS), found.cells.months[-MONTHS:]
    gone = past.unserved_cases.sum(axis=1)
    rows = pl.DataFrame(
        {
            "month_start_on": when,
            "received_cases": past.received_cases.sum(axis=1),
            "started_cases": past.started_cases.sum(axis=1),
            "unserved_cases": gone,
            "waiting_at_end_cases": past.waiting_cases[1:].sum(axis=1),
        }
    )
    return Panel(
        "staff_unserved",
        title=t("staff.unserved_title", gone=number(gone.sum()), started=number(past.started_cases.sum())),
        subtitle=t("staff.unserved_subtitle", **area_words(view), first=month(when[0]), last=month(when[-1])),
        summary=t("staff.unserved_summary", share=percentage(_monthly_share(found), 1)),
        table=Table(
            rows,
            {
                "month_start_on": t("staff.column_month"),
                **{name: t(f"staff.column_{name}") for name in rows.columns[1:]},
            },
        ),
        notes=_warned(found, view),
        marts=("fct_area_clearance_months",),
    )


def _monthly_share(found: Outcome) -> float:
    """Of those who waited when a month began, the share that the simulation lets go unserved, in per cent."""
    before = found.cells.past.last(MONTHS).waiting_cases[:-1].sum(axis=0)
    share = found.calibration.rates.unserved_share
    return float(100 * (share * before).sum() / before.sum()) if before.sum() else 0.0


def _warned(found: Outcome, view: View) -> tuple[str, ...]:
    """Where more started than can have come: no share was left to go, so that none goes in the simulation."""
    negative = found.calibration.is_unserved_negative
    if not negative.any():
        return ()
    names = part_names(view) | {"": view.choice.label("office")}
    parts = [
        names.get(cell, t("staff.others"))
        for cell, is_so in zip(found.cells.ids, negative, strict=True)
        if is_so
    ]
    return (t("staff.unserved_negative", where=listed(parts)),)
