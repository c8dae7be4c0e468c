"""The time window of the Overview and the one it is compared with: their rows and their words."""

from dashboards.charts.backlog_readings import is_month_end
from dashboards.panels.overview import comparing, frames
from dashboards.queries.overview import COMPARED
from dashboards.text import day, month, t
from dashboards.view import View


def when(row: dict, time_window: str) -> str:
    """The window in words: "On 30 June 2026", "In June 2026 so far (3 days)"."""
    start, end = row["window_start_on"], row["window_end_on"]
    days = (end - start).days + 1
    key = f"overview.in_{time_window}"
    if time_window == "month":
        key += "_whole" if is_month_end(end) else "_first_day" if days == 1 else ""
    return t(key, end=day(end), month=month(end), days=days)


def than(view: View) -> str:
    """What is compared with, in words."""
    return t(f"overview.than_{COMPARED[view.choice.time_window, view.choice.comparison]}")


def rows_compared(view: View, line: str) -> tuple[dict | None, dict | None]:
    """The rows of all parts together in the chosen window and in the one compared with."""
    choice, loads = view.choice, frames.windows(view)
    windows = (choice.time_window, COMPARED[choice.time_window, choice.comparison])
    now, before = (comparing.load_row(loads, window, line, choice.weight_scheme) for window in windows)
    return now, before
