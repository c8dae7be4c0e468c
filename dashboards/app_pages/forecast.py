"""Forecast: what work to expect in the months ahead, how sure that is, and what came of it before."""

from dashboards.choice import USUAL_LINE
from dashboards.page import Page
from dashboards.panels.forecast import answer, frames, held, lines, methods, offices
from dashboards.screen.page import show

PAGE = Page(
    "forecast",
    filters=("region", "office", "service_line", "work_type", "forecast_measure"),
    defaults={"service_line": USUAL_LINE},
    parts=(
        answer.unweighed,
        answer.missing,
        answer.expected,
        lines.months_ahead,
        held.before_and_after,
        held.kept_before,
        methods.by_horizon,
        offices.every_office,
    ),
    is_empty=frames.is_empty,
    without_cases=(answer.no_cases,),
)

if __name__ == "__main__":
    show(PAGE)
