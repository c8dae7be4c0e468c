"""What is behind the figures: freshness, loads, what was set aside, tests, published figures, words."""

from dashboards.page import Page
from dashboards.panels.about import definitions, loads, published, versions
from dashboards.screen.page import show

PAGE = Page(
    "about",
    parts=(
        loads.freshness,
        versions.sources,
        versions.changes,
        loads.ledger,
        loads.set_aside,
        loads.test_results,
        published.published,
        definitions.definitions,
    ),
)

if __name__ == "__main__":
    show(PAGE)
