"""The waiting list and the workload, as they were and as they may come: as now, and with what is chosen."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date

import numpy as np
import polars as pl

from dashboards.charts.queue import Band, as_now, band_lines, with_chosen
from dashboards.panel import Panel, Table
from dashboards.panels.staff.frames import AHEAD, FULL_PCT, Numbers, Outcome, Run
from dashboards.panels.staff.words import area_words, levers_said, weeks_said
from dashboards.panels.weights import basis
from dashboards.text import number, percentage, t
from dashboards.view import View

_COLUMNS = ("as_now_low", "as_now", "as_now_high", "chosen_low", "chosen", "chosen_high")
# What a download calls them.
_WAITING = (
    "waiting_was",
    "waiting_as_now_low",
    "waiting_as_now",
    "waiting_as_now_high",
    "waiting_chosen_low",
    "waiting_chosen",
    "waiting_chosen_high",
)
_WORKLOAD = (
    "workload_was",
    "workload_as_now_low",
    "workload_as_now",
    "workload_as_now_high",
    "workload_chosen_low",
    "workload_chosen",
    "workload_chosen_high",
)


def waiting(found: Outcome, view: View) -> Panel:
    """How many wait at the end of each month."""
    past = found.cells.past.waiting_cases[1:].sum(axis=1)
    rows = rows_of(found, past, lambda run: run.waiting_cases)
    target = float(found.most_cases.sum())
    ends = (run.waiting_cases[1, AHEAD - 1] for run in (found.as_now, found.chosen))
    now, then, chosen = (number(amount) for amount in (past[-1], *ends))
    return Panel(
        "staff_waiting",
        title=title_of("waiting", view, now=now, then=then, chosen=chosen),
        subtitle=t("staff.waiting_subtitle", **area_words(view)),
        chart=band_lines(
            rows,
            both(),
            view.look,
            {
                "was": t("staff.was"),
                "unit": t("staff.cases"),
                "quiet": t("staff.target_line", target=number(target)),
            },
            quiet=target,
        ),
        summary=t(
            "staff.waiting_summary",
            now=weeks_said(found.as_now.weeks_waited),
            chosen=weeks_said(found.chosen.weeks_waited),
        ),
        table=table_of(rows, _WAITING),
        marts=("fct_area_clearance_months",),
    )


def workload(found: Outcome, view: View) -> Panel:
    """Work in per cent of what the staff can give, at the end of each month."""
    past = found.cells.past
    was = FULL_PCT * past.workload_units.sum(axis=1) / past.capacity_units.sum(axis=1)
    rows = rows_of(found, was, lambda run: run.workload_pct)
    ends = (run.workload_pct[1, AHEAD - 1] for run in (found.as_now, found.chosen))
    now, then, chosen = (percentage(amount) for amount in (was[-1], *ends))
    return Panel(
        "staff_workload",
        title=title_of("workload", view, now=now, then=then, chosen=chosen),
        subtitle=t("staff.workload_subtitle", **area_words(view), basis=basis(view)),
        chart=band_lines(
            rows,
            both(),
            view.look,
            {"was": t("staff.was"), "unit": view.look.percent_sign, "quiet": percentage(FULL_PCT)},
            quiet=FULL_PCT,
            from_zero=False,
        ),
        summary=t("staff.workload_summary"),
        table=table_of(rows, _WORKLOAD),
        marts=("fct_area_line_months",),
    )


def month_end(first: date) -> date:
    """The last day of a month."""
    return first.replace(day=monthrange(first.year, first.month)[1])


def title_of(of: str, view: View, **ends: str) -> str:
    """Now and in a year; with the choices where there are any, and once where they change nothing."""
    if not levers_said(view.choice):
        return t(f"staff.{of}_title_as_now", **ends)
    return t(f"staff.{of}_title{'_alike' if ends['then'] == ends['chosen'] else ''}", **ends)


def both() -> tuple[Band, Band]:
    """The bands of both simulations, for a chart."""
    return as_now(t("staff.line_as_now")), with_chosen(t("staff.line_chosen"))


def rows_of(found: Outcome, was: Numbers, of: Callable[[Run], Numbers]) -> pl.DataFrame:
    """A row per month: what was, then the bands of both simulations; they begin where the past ends.

    ``was``: an amount per past month, NaN where unknown; ``of``: the bands of a simulation, (bands, months).
    """
    behind = [month_end(first) for first in found.cells.months]
    ahead = [month_end(first) for first in found.months]
    last = np.full((3, 1), float(was[-1]))
    bands = np.vstack([np.hstack([last, of(run)]) for run in (found.as_now, found.chosen)])
    later = pl.DataFrame({"month_end_on": [behind[-1], *ahead]} | dict(zip(_COLUMNS, bands, strict=True)))
    earlier = pl.DataFrame({"month_end_on": behind, "was": np.asarray(was, float)}, nan_to_null=True)
    return earlier.join(later, on="month_end_on", how="full", coalesce=True).sort("month_end_on")


def table_of(rows: pl.DataFrame, names: tuple[str, ...]) -> Table:
    """The rows of `rows_of` as a table; ``names``: what its amounts are called in a download."""
    drawn = ("was", *_COLUMNS)
    headings = (t(f"staff.column_{column}") for column in drawn)
    return Table(
        rows.rename(dict(zip(drawn, names, strict=True))),
        {"month_end_on": t("staff.column_month"), **dict(zip(names, headings, strict=True))},
        missing=t("staff.not_of_month"),
    )
