"""Quality: contacts planned and held, audits, and the actions agreed after them until they are closed."""

from dashboards.choice import USUAL_LINE
from dashboards.page import Page
from dashboards.panels.quality import audits, contacts
from dashboards.screen.page import show

PAGE = Page(
    "quality",
    filters=("region", "office", "service_line"),
    defaults={"service_line": USUAL_LINE},
    parts=(contacts.over_months, contacts.by_mode, audits.by_criterion, audits.until_closed),
)

if __name__ == "__main__":
    show(PAGE)
