"""What stands behind the figures: freshness, loads, what was set aside, tests, published figures, words."""

from dashboards.components import explained, page, states
from dashboards.sections.about import tables

status = page.opening("about")
if status is not None:
    page.status_line(status)
    for part in (
        tables.freshness,
        tables.ledger,
        tables.set_aside,
        tables.test_results,
        tables.published,
        tables.definitions,
    ):
        with states.guarded(f"about {part.__name__}"):
            part(status)
    explained.how_computed("about", fct_published_against_computed=["computed_value", "difference_pct"])
