"""What more staff buys: the waiting list and the workload as now, and with other staff, demand or policy."""

from dashboards.choice import USUAL_LINE
from dashboards.filters.levers import NAMES
from dashboards.page import Page
from dashboards.panels import unweighed
from dashboards.panels.staff import answer, cells
from dashboards.screen.page import show

PAGE = Page(
    "staff",
    filters=("region", "office", "service_line", "weight_scheme", *NAMES),
    defaults={"service_line": USUAL_LINE},
    parts=(
        unweighed.said_of_some,
        answer.what_if,
    ),
    is_empty=cells.is_empty,
    without_cases=(answer.no_cases,),
)

if __name__ == "__main__":
    show(PAGE)
