"""How heavy, what waits, what changed, where to look: words and small pictures, no charts."""

from dashboards.page import Page
from dashboards.panels.overview import cases, frames, lines, outstanding, since_start, workload
from dashboards.screen.page import show

PAGE = Page(
    "overview",
    filters=("weight_scheme", "weights", "time_window", "comparison"),
    defaults={"period": "two_years"},
    parts=(
        workload.lead,
        workload.offices,
        since_start.since_start,
        cases.changed,
        lines.other_lines,
        outstanding.where_to_look,
    ),
    is_empty=frames.is_empty,
    without_cases=(outstanding.published_only,),
)

if __name__ == "__main__":
    show(PAGE)
