"""The Overview's cases: how many, what waits, what came and went, and three small lines."""

from calendar import monthrange
from datetime import date
from html import escape

import polars as pl
import streamlit as st

from dashboards.charts.backlog_readings import partial_months
from dashboards.components import panels, pictures
from dashboards.components.figures import Figure
from dashboards.components.filters import Chosen
from dashboards.sections import changes
from dashboards.sections.overview import comparing, load
from dashboards.svg.trend import trend_line
from dashboards.text import label, month, number, percentage, plural, signed, t

_STOCKS = {"open": "open_cases_end", "waiting": "waiting_cases_end", "uncovered": "uncovered_cases_end"}


def waiting_words(waits: pl.DataFrame, line: str) -> str:
    """How many cases wait and the longest of them, in one sentence."""
    rows = waits.filter(pl.col("service_line") == line)
    waiting = rows["waiting_cases"].sum()
    if not waiting:
        return t("overview.lead_nothing_waits")
    count = plural("overview.lead_waiting", waiting)
    return t("overview.lead_longest", waiting=count, days=number(rows["wait_days_max"].max()))


def stock_figures(months: pl.DataFrame, line: str, chosen: Chosen) -> list[Figure]:
    """Open, waiting and uncovered cases at the last day, each against an earlier month's end."""
    rows = months.filter(pl.col("service_line") == line).to_dicts()
    if not rows:
        return []
    last = rows[-1]
    back = 12 if chosen.comparison == "year_ago" else 1
    earlier_on = _months_before(last["month_start_on"], back)
    earlier = next((row for row in rows if row["month_start_on"] == earlier_on), {})
    return [
        _stock_figure(name, last[column], earlier.get(column), earlier_on) for name, column in _STOCKS.items()
    ]


def _stock_figure(name: str, now: int | None, then: int | None, earlier_on: date) -> Figure:
    change = comparing.difference(now, then)
    words = ""
    if change is not None:
        key = "overview.cases_against" if change else "overview.cases_same"
        words = t(key, change=signed(change), month=month(earlier_on))
    return Figure(t(f"overview.{name}"), number(now), change=words, state="missing" if now is None else "")


def _months_before(start: date, count: int) -> date:
    months = start.year * 12 + start.month - 1 - count
    return date(months // 12, months % 12 + 1, 1)


def changed(loads: pl.DataFrame, months: pl.DataFrame, line: dict, status: dict, chosen: Chosen) -> None:
    """What came in and ended in the last complete month, what moved the load, and three small lines."""
    rows = months.filter(pl.col("service_line") == line["id"])
    complete = rows.filter(~partial_months(rows, status["as_of"])).drop_nulls("received_cases")
    if complete.is_empty():
        return
    last = complete.row(-1, named=True)
    ending = comparing.change_in_words(last["received_cases"] - last["ended_cases"], 1)
    title = t(
        f"overview.changed_{ending}",
        received=number(last["received_cases"]),
        ended=number(last["ended_cases"]),
        month=month(last["month_start_on"]),
    )
    watermark = t("common.synthetic") if status["is_synthetic"] else ""
    panels.heading(title, t("overview.changed_subtitle", line=label(line)), watermark)
    if moved := _work_and_capacity(loads, line["id"], chosen):
        st.html(f'<p class="mw-summary">{escape(moved)}</p>')
    pictures.inline(f'<div class="mw-lines">{"".join(_trends(rows, status, chosen))}</div>')


def _work_and_capacity(loads: pl.DataFrame, line: str, chosen: Chosen) -> str:
    now, then = load.rows_compared(loads, line, chosen)
    if not (now and then and now["capacity_units"] and then["capacity_units"]):
        return ""
    work = comparing.growth_pct(now["workload_units"], then["workload_units"])
    capacity = comparing.growth_pct(now["capacity_units"], then["capacity_units"])
    return t(
        "overview.work_and_capacity",
        than=load.than(chosen),
        work=_signed_percentage(work),
        capacity=_signed_percentage(capacity),
    )


def _signed_percentage(amount: float | None) -> str:
    return percentage(None) if amount is None else ("+" if amount >= 0.05 else "") + percentage(amount, 1)


def _trends(rows: pl.DataFrame, status: dict, chosen: Chosen) -> list[str]:
    drawn = [
        ("load", "workload_pct", 100.0),
        ("waiting", "waiting_cases_end", None),
        ("open", "open_cases_end", None),
    ]
    return [trend_html(rows, name, column, level, status, chosen) for name, column, level in drawn]


def trend_html(
    rows: pl.DataFrame, name: str, column: str, level: float | None, status: dict, chosen: Chosen
) -> str:
    """One small line: its words above, its two ends and new weights under it; empty without figures."""
    known = rows.drop_nulls(column)
    if known.is_empty():
        return ""
    watermark = t("common.synthetic") if status["is_synthetic"] else ""
    write = percentage if column.endswith("_pct") else number
    first, last = write(known[column][0]), write(known[column][-1])
    start_on, end_on = month(known["month_start_on"][0]), month(known["month_start_on"][-1])
    words = t(f"overview.trend_{name}", first=start_on, last=end_on)
    marked = changes.days_marked(status, chosen, rows["month_start_on"].min())
    changed = changes.said(marked, chosen, of_counts=not column.endswith("_pct"))
    said = f"{words}: {t('overview.trend_ends', first=first, last=last)}" + (
        f" ({watermark})" if watermark else ""
    )
    below = f'<p class="mw-quiet">{escape(changed.strip())}</p>' if changed else ""
    return (
        f'<figure class="mw-trend"><p class="mw-quiet">{escape(words)}</p>'
        f"{trend_line(rows[column].to_list(), said + changed, watermark, level, _places(marked, rows))}"
        f"<figcaption><span>{escape(first)}</span><span>{escape(last)}</span></figcaption>"
        f"{below}</figure>"
    )


def _places(days: list[date], rows: pl.DataFrame) -> list[float]:
    """Where days lie between the months of a small line, each month standing on its first day."""
    months = rows["month_start_on"].to_list()
    return [
        min(
            months.index(day.replace(day=1)) + (day.day - 1) / monthrange(day.year, day.month)[1],
            len(months) - 1,
        )
        for day in days
        if day.replace(day=1) in months
    ]
