"""Feedback and incidents: what was said to the service and what it did about it; what went badly wrong."""

from dashboards.choice import USUAL_LINE
from dashboards.page import Page
from dashboards.panels.feedback import answered, incidents, received
from dashboards.screen.page import show

PAGE = Page(
    "feedback",
    filters=("region", "office", "service_line", "weight_scheme"),
    defaults={"service_line": USUAL_LINE},
    parts=(
        received.by_group,
        received.by_topic,
        answered.by_answer,
        answered.by_days,
        incidents.by_month,
        incidents.by_office,
        incidents.with_load,
    ),
)

if __name__ == "__main__":
    show(PAGE)
