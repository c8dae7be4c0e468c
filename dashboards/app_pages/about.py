"""What is behind the figures: freshness, loads, what was set aside, tests, published figures, words."""

from dashboards import use
from dashboards.page import Page
from dashboards.panels.about import accessibility, definitions, loads, published, use_of_pages, versions
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
        use_of_pages.use_of_pages,
        accessibility.accessibility,
        definitions.definitions,
    ),
    beside=lambda _: use.told(),
)

if __name__ == "__main__":
    show(PAGE)
