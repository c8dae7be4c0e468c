"""The Overview's other service lines, each by itself."""

from html import escape

import polars as pl

from dashboards.panel import Panel
from dashboards.panels import few
from dashboards.panels.overview import frames
from dashboards.panels.overview.comparing import LoadRange
from dashboards.panels.overview.trends import trend_html
from dashboards.text import number, percentage, t
from dashboards.view import View


def other_lines(view: View) -> Panel | None:
    """Every other service line: workload with its range, cases, and its own small line."""
    lines = [_line_html(view, line) for line in frames.lines(view)[1:]]
    if not any(lines):
        return None
    return Panel(
        "overview_lines",
        title=t("overview.other_lines"),
        subtitle=t("overview.other_lines_subtitle"),
        picture=f'<div class="mw-lines">{"".join(lines)}</div>',
        marts=("fct_area_line_windows", "fct_area_line_months", "fct_area_clearance_months"),
    )


def _line_html(view: View, line: dict) -> str:
    rows = frames.months(view).filter(pl.col("service_line") == line["id"])
    if rows.is_empty():
        return ""
    ranges = frames.ranges(view, line["id"])
    whole = ranges.get("")
    is_known = whole is not None and whole.is_known
    is_of_few = whole is not None and whole.is_of_few
    load = few.sentence() if is_of_few else t(_why_unknown(whole))
    if is_known:
        low, high = number(whole.low), percentage(whole.high)
        load = t("overview.line_load", percentage=percentage(whole.workload_pct), low=low, high=high)
    trend = ("load", "workload_pct", 100.0) if is_known else ("open", "open_cases_end", None)
    name = frames.line_words(view, line)
    words = f"{load} {_stock_words(rows.row(-1, named=True))}"
    picture = trend_html(rows, *trend, view)
    return f"<div><h3>{escape(name)}</h3><p>{escape(words)}</p>{picture}</div>"


def _why_unknown(whole: LoadRange | None) -> str:
    """The sentence that says why there is no percentage."""
    return "overview.unweighed" if whole is not None and whole.is_unweighed else "overview.line_no_load"


def _stock_words(last: dict) -> str:
    if last["open_cases_end"] is None:
        return ""
    counts = {"open": number(last["open_cases_end"]), "waiting": number(last["waiting_cases_end"])}
    return t("overview.line_cases", **counts)
