"""Who waits, and how long, on the last day of each week."""

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

from tests.reference.averages import Mart
from tests.reference.case_days import UNCOVERED, WAITING
from tests.reference.days import WEEKS, week_start
from tests.reference.to_close import to_close
from tests.reference.world import World

TO_CLOSE = ("waiting_to_close_cases", "uncovered_to_close_cases")


def percentile(numbers: Sequence[int], share: Fraction) -> Fraction:
    """Linear interpolation between the two ranks around ``share`` of the way from least to greatest."""
    ordered = sorted(numbers)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def backlog_weeks(world: World) -> Mart:
    """fct_backlog_weeks, keyed by office, supervision type, scheme, Monday of the week."""
    waiting, uncovered = defaultdict(list), defaultdict(list)
    for one in world.case_days:
        monday = week_start(one.day)
        if one.state in (WAITING, UNCOVERED) and one.day == WEEKS.last_day(monday, world.as_of):
            found = waiting if one.state == WAITING else uncovered
            found[one.office_id, one.case.supervision_type, monday].append(one)
    mart: Mart = {}
    dead = to_close(world)
    for office_id, supervision_type, monday in waiting.keys() | uncovered.keys():
        cases, left = (found[office_id, supervision_type, monday] for found in (waiting, uncovered))
        waits = [(one.day - one.case.opened_on).days for one in cases]
        for scheme in world.weight_schemes:
            mart[office_id, supervision_type, scheme, monday] = {
                "counted_on": WEEKS.last_day(monday, world.as_of),
                "waiting_cases": len(cases),
                "waiting_units": sum(one.units[scheme] for one in cases),
                "wait_days_p50": percentile(waits, Fraction(1, 2)) if waits else None,
                "wait_days_p90": percentile(waits, Fraction(9, 10)) if waits else None,
                "wait_days_max": max(waits, default=None),
                "uncovered_cases": len(left),
                "uncovered_units": sum(one.units[scheme] for one in left),
                "waiting_to_close_cases": sum(one.case.case_id in dead for one in cases),
                "uncovered_to_close_cases": sum(one.case.case_id in dead for one in left),
            }
    return mart
