"""A small line with its words: above it what it is, below it its two ends and new weights."""

from calendar import monthrange
from datetime import date
from html import escape

import polars as pl

from dashboards.panels.weights import changes_said, days_changed
from dashboards.svg.trend import trend_line
from dashboards.text import month, number, percentage, t
from dashboards.view import View


def trend_html(rows: pl.DataFrame, name: str, column: str, level: float | None, view: View) -> str:
    """The line of one column over the months, as HTML; empty without figures."""
    known = rows.drop_nulls(column)
    if known.is_empty():
        return ""
    write = percentage if column.endswith("_pct") else number
    first, last = write(known[column][0]), write(known[column][-1])
    words = t(
        f"overview.trend_{name}",
        first=month(known["month_start_on"][0]),
        last=month(known["month_start_on"][-1]),
    )
    marked = days_changed(view, rows["month_start_on"].min())
    changed = changes_said(marked, view, of_counts=not column.endswith("_pct"))
    alternative = f"{words}: {t('overview.trend_ends', first=first, last=last)}" + (
        f" ({view.synthetic})" if view.synthetic else ""
    )
    below = f'<p class="mw-quiet">{escape(changed.strip())}</p>' if changed else ""
    drawn = trend_line(
        rows[column].to_list(), alternative + changed, view.synthetic, level, _positions(marked, rows)
    )
    return (
        f'<figure class="mw-trend"><p class="mw-quiet">{escape(words)}</p>{drawn}'
        f"<figcaption><span>{escape(first)}</span><span>{escape(last)}</span></figcaption>{below}</figure>"
    )


def _positions(days: list[date], rows: pl.DataFrame) -> list[float]:
    """Where days lie between the months of a small line, each month being at its first day."""
    months = rows["month_start_on"].to_list()
    return [
        min(
            months.index(day.replace(day=1)) + (day.day - 1) / monthrange(day.year, day.month)[1],
            len(months) - 1,
        )
        for day in days
        if day.replace(day=1) in months
    ]
