"""How many people of an area carry how much, each counted once in a part."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from tests.reference.areas import parts_above_offices
from tests.reference.averages import Mart
from tests.reference.days import ONE_DAY, Day, week_start
from tests.reference.officers import officer_days
from tests.reference.world import World

DAYS = 28
MEASURES = ("active_cases", "workload_units", "capacity_units")


def last_four_whole_weeks(as_of: Day) -> tuple[Day, Day]:
    """Monday of the first, and Sunday of the last week that is over on as_of."""
    sunday = week_start(as_of + ONE_DAY) - ONE_DAY
    return sunday - (DAYS - 1) * ONE_DAY, sunday


def area_load_bands(world: World) -> Mart:
    """fct_area_load_bands, keyed by area, part, scheme, threshold of cases, threshold of workload."""
    parts, people = parts_above_offices(world.delivery), defaultdict(set)
    for officer_id, scheme, offices, sums in _loads(world):
        cases, work, capacity = (sums[measure] for measure in MEASURES)
        bands = (
            max((bound for bound in _bounds(world, "active_cases") if cases > bound * DAYS), default=None),
            max(
                (bound for bound in _bounds(world, "workload_pct") if 100 * work > bound * capacity),
                default=None,
            ),
        )
        for office_id in offices:
            for part in parts[office_id]:
                people[*part, scheme, *bands].add(officer_id)
    return {key: {"officers": len(found)} for key, found in people.items()}


def _bounds(world: World, measure: str) -> set[Decimal]:
    """Thresholds of a measure, of whatever set."""
    return {row.threshold for row in world.policy.threshold_sets if row.measure == measure}


def _loads(world: World) -> Iterator[tuple[str, str, set[str], dict[str, Decimal]]]:
    """By person and scheme with capacity: the offices that have it, and sums over all offices and days."""
    first, last = last_four_whole_weeks(world.as_of)
    sums = defaultdict(lambda: dict.fromkeys(MEASURES, Decimal(0)))
    offices = defaultdict(set)
    for ((officer_id, office_id, scheme), day), figures in officer_days(world).figures.items():
        if first <= day <= last:
            for measure, amount in figures.items():
                sums[officer_id, scheme][measure] += amount
            if figures["capacity_units"] > 0:
                offices[officer_id, scheme].add(office_id)
    for (officer_id, scheme), found in offices.items():
        yield officer_id, scheme, found, sums[officer_id, scheme]
