"""The time window of the Overview and what it is compared with: their rows and their words."""

from dashboards.charts.backlog_readings import is_month_end
from dashboards.panels import compared
from dashboards.panels.overview import comparing, frames
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


def row_now(view: View, line: str) -> dict | None:
    """The row of all parts together in the window chosen."""
    choice = view.choice
    return comparing.load_row(frames.windows(view), choice.time_window, line, choice.weight_scheme)


def row_before(view: View, line: str) -> dict | None:
    """The row of all parts together in the window compared with; None where it is no period."""
    window = compared.window(view)
    return comparing.load_row(frames.windows(view), window, line, view.choice.weight_scheme)


def pct_compared(view: View, line: str) -> float | None:
    """The percentage that the one of the window chosen is compared with; None where it is not known."""
    return compared.pct_of(frames.windows(view).filter(service_line=line), view)
