"""What stands behind the figures: freshness, loads, what was set aside, tests, published figures, words."""

from dashboards.components import explained, page, states
from dashboards.sections import about

status = page.opening("about")
if status is not None:
    page.status_line(status)
    for part in (
        about.freshness,
        about.ledger,
        about.set_aside,
        about.test_results,
        about.published,
        about.definitions,
    ):
        with states.guarded(f"about {part.__name__}"):
            part(status)
    explained.how_computed("about", fct_published_against_computed=["computed_value", "difference_pct"])
