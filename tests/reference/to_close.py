"""Records to close: cases whose end has long passed and that nobody has carried for as long."""

import csv

from tests.reference.case_days import CaseStory
from tests.reference.days import ONE_DAY
from tests.reference.world import World, once_per_world
from warehouse.places import SEEDS


def bound_days() -> int:
    """Beyond how many days a record is to close, as the policy supplied says it."""
    with (SEEDS / "noise_levels.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["measure"]: row["threshold"] for row in csv.DictReader(file)}
    return int(rows["to_close_days"])


@once_per_world
def to_close(world: World) -> frozenset[str]:
    """Ids of the cases open on as_of whose records are to close."""
    if not any(one.shares for one in world.case_days):
        return frozenset()  # it is not known who carries what
    bound = bound_days()
    return frozenset(story.case.case_id for story in world.stories if _is_to_close(story, world, bound))


def _is_to_close(story: CaseStory, world: World, bound: int) -> bool:
    """On each of so many days and today it was open, past its end, and carried by nobody."""
    expected, first = story.case.expected_end_on, world.as_of - (bound + 1) * ONE_DAY
    if expected is None or expected > first:
        return False
    days = [world.as_of - back * ONE_DAY for back in range(bound + 2)]
    is_open = world.as_of in story.open_days and first >= story.case.opened_on
    return is_open and not any(map(story.shares, days))
