"""The Overview's service lines: which there are, and each beside the first by itself."""

from html import escape

import polars as pl

from dashboards import queries
from dashboards.components import panels, pictures
from dashboards.components.filters import Chosen
from dashboards.sections.overview import comparing
from dashboards.sections.overview.cases import trend_html
from dashboards.text import label, number, percentage, t


def lines_with_work(months: pl.DataFrame) -> list[dict]:
    """The service lines of these months in their fixed order, then those policy has no name for."""
    present = set(months["service_line"].drop_nulls())
    named = [row for row in queries.choices("service_line") if row["id"] in present]
    known = {row["id"] for row in named}
    codes = sorted(present - known)
    return named + [{"id": code} | dict.fromkeys(("label_en", "label_nl"), _said(code)) for code in codes]


def _said(code: str) -> str:
    return code.replace("_", " ")


def other_lines(
    loads: pl.DataFrame, months: pl.DataFrame, lines: list[dict], status: dict, chosen: Chosen
) -> None:
    """Every other service line by itself: load with its range, cases, and its own small line."""
    parts = [_line_html(loads, months, line, status, chosen) for line in lines]
    if not any(parts):
        return
    panels.heading(t("overview.other_lines"), t("overview.other_lines_subtitle"))
    pictures.inline(f'<div class="mw-lines">{"".join(parts)}</div>')


def _line_html(loads: pl.DataFrame, months: pl.DataFrame, line: dict, status: dict, chosen: Chosen) -> str:
    rows = months.filter(pl.col("service_line") == line["id"])
    if rows.is_empty():
        return ""
    whole = comparing.load_ranges(loads, chosen.time_window, line["id"], chosen.weight_scheme).get(None)
    load = t("overview.line_no_load")
    if whole is not None and whole.is_known:
        low, high = number(whole.low), percentage(whole.high)
        load = t("overview.line_load", percentage=percentage(whole.workload_pct), low=low, high=high)
    last = rows.row(-1, named=True)
    stock = ""
    if last["open_cases_end"] is not None:
        counts = {"open": number(last["open_cases_end"]), "waiting": number(last["waiting_cases_end"])}
        stock = t("overview.line_cases", **counts)
    name, column, level = (
        ("load", "workload_pct", 100.0) if whole and whole.is_known else ("open", "open_cases_end", None)
    )
    picture = trend_html(rows, name, column, level, status, chosen)
    return f"<div><h3>{escape(label(line))}</h3><p>{escape(f'{load} {stock}')}</p>{picture}</div>"
