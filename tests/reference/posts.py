"""Posts that are to be filled, added up in plain fractions."""

from tests.reference.averages import Mart
from tests.reference.contract_days import LINE_OF_EMPTY
from tests.reference.days import Day, add_months, month_start
from tests.reference.world import World


def office_posts(world: World) -> Mart:
    """fct_office_posts, keyed by office, line, scheme, status, first whole month or none."""
    found: Mart = {}
    for post in world.delivery.posts:
        month = _first_whole_month(post.expected_start_on, world.as_of)
        for scheme in world.policy.schemes:
            line = post.service_line or LINE_OF_EMPTY
            key = (post.office_id, line, scheme.weight_scheme, post.status, month)
            row = found.setdefault(key, {"posts": 0, "fte_to_fill": 0, "fte_counted": 0})
            row["posts"] += 1
            row["fte_to_fill"] += post.fte
            row["fte_counted"] += post.fte * world.policy.capacity_share(scheme, post.grade, world.as_of)
    return found


def _first_whole_month(begins_on: Day | None, as_of: Day) -> Day | None:
    if begins_on is None or begins_on <= as_of:
        return None
    return begins_on if begins_on.day == 1 else add_months(month_start(begins_on), 1)
