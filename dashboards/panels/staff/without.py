"""What would have happened without the staff that came: past months with those of the year before."""

from datetime import date

import numpy as np
import polars as pl

from analysis.queue.without import replayed
from dashboards.access.few_people import FEW_MARK
from dashboards.charts.queue import two_lines
from dashboards.panel import Panel, Table, hidden, nothing
from dashboards.panels import few
from dashboards.panels.staff.cells import MONTHS, cells, months
from dashboards.panels.staff.frames import FULL_PCT
from dashboards.panels.staff.lines import month_end
from dashboards.panels.staff.words import area_words
from dashboards.panels.weights import basis
from dashboards.text import month, number, percentage, signed, t
from dashboards.view import View


def staff_of_before(view: View) -> Panel | None:
    """The list since a month, as it was and with the capacity of the year before it."""
    since = view.choice.staff_until
    if since is None:
        return None
    area = months(view).filter(pl.col("part_id") == "").sort("month_start_on")
    year_before = since.replace(year=since.year - 1)
    if area.filter(pl.col("month_start_on") >= year_before)[FEW_MARK].any():
        return hidden("staff_without", few.sentence())
    rows = _rows(view)
    if rows is None:
        return nothing("staff_without", t("staff.without_unknown"))
    last, place = rows.row(-1, named=True), area_words(view)
    return Panel(
        "staff_without",
        title=_title(last, since),
        subtitle=t("staff.without_subtitle", **place, first=month(since), basis=basis(view)),
        chart=two_lines(
            rows.rename({"waiting_was": "was", "waiting_without": "without"}),
            view.look,
            {"was": t("staff.was"), "without": t("staff.line_without"), "unit": t("staff.cases")},
        ),
        summary=t("staff.without_summary"),
        items=_lag(area, rows, since),
        table=Table(
            rows,
            {
                "month_end_on": t("staff.column_month"),
                "waiting_was": t("staff.column_waiting_was"),
                "waiting_without": t("staff.column_waiting_without"),
                "workload_was": t("staff.column_workload_was"),
                "workload_without": t("staff.column_workload_without"),
            },
        ),
        marts=("fct_area_clearance_months", "fct_area_line_months"),
    )


def _title(last: dict, since: date) -> str:
    """Who waits and who would; or how full officers would be, where that is written otherwise than it is."""
    came, without = number(last["waiting_was"]), number(last["waiting_without"])
    key = f"staff.without_title{'_alike' if came == without else ''}"
    title = t(key, month=month(since), now=month(last["month_end_on"]), came=came, without=without)
    was, load = percentage(last["workload_was"]), percentage(last["workload_without"])
    return title if load == was else f"{title}; {t('staff.without_load', load=load, was=was)}"


def _rows(view: View) -> pl.DataFrame | None:
    """A row per month since the one chosen; None without a year before it."""
    found = cells(view, view.choice.staff_until)
    count = sum(first >= view.choice.staff_until for first in found.months)
    past, before = found.past.last(count), found.past.capacity_units[:-count]
    if not before.shape[0]:
        return None
    level = np.broadcast_to(before[-MONTHS:].mean(axis=0), past.capacity_units.shape)
    other = replayed(past, level)
    work = past.workload_units.sum(axis=1)
    return pl.DataFrame(
        {
            "month_end_on": [month_end(first) for first in found.months[-count:]],
            "waiting_was": past.waiting_cases[1:].sum(axis=1).astype(float),
            "waiting_without": other.waiting_cases.sum(axis=1),
            "workload_was": FULL_PCT * work / past.capacity_units.sum(axis=1),
            "workload_without": FULL_PCT * work / level.sum(axis=1),
            "capacity_more": past.capacity_units.sum(axis=1) / level.sum(axis=1) - 1,
        }
    )


def _lag(area: pl.DataFrame, rows: pl.DataFrame, since: date) -> tuple[str, ...]:
    """When half of the extra contracts were there, half of the extra capacity, half of the shorter list."""
    contracts = area["contract_fte_avg"].fill_null(0).to_numpy()
    is_since = (area["month_start_on"] >= since).to_numpy()
    before = contracts[~is_since][-MONTHS:]
    if not before.size:
        return ()
    more = contracts[is_since] - before.mean()
    steps = {
        "contract": more,
        "capacity": rows["capacity_more"].to_numpy(),
        "list": (rows["waiting_without"] - rows["waiting_was"]).to_numpy(),
    }
    told = [
        t(
            "staff.without_staff",
            more=signed(more[-1], 1),
            capacity=signed(FULL_PCT * steps["capacity"][-1], 1),
        )
    ]
    if min(of[-1] for of in steps.values()) > 0:
        halves = {name: month(rows["month_end_on"][_half(of)]) for name, of in steps.items()}
        told.append(t("staff.without_lag", **halves))
    return tuple(told)


def _half(amounts: np.ndarray) -> int:
    """The first month from which on at least half of the last amount was there."""
    return int(np.flatnonzero(amounts < amounts[-1] / 2)[-1] + 1) if (amounts < amounts[-1] / 2).any() else 0
