"""Who stands above a threshold on a day, and who does for four weeks in a row."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from tests.reference.averages import Mart
from tests.reference.days import MONTHS, ONE_DAY, Day, days_from, month_start, week_start
from tests.reference.officers import officer_days
from tests.reference.policy import Threshold
from tests.reference.world import World

WEEKS_IN_A_ROW = 4
Figures = dict[Day, dict[str, Decimal]]


def office_overload_months(world: World) -> Mart:
    """fct_office_overload_months, keyed by office, grade, scheme, set, measure, threshold, month."""
    mart: Mart = {}
    for scheme in world.weight_schemes:
        places, persons = _places(world, scheme), _persons(world, scheme)
        for threshold in world.policy.threshold_sets:
            for key, row in _months(world, threshold, places, persons).items():
                office_id, grade, month = key
                named = (threshold.threshold_set, threshold.measure, threshold.threshold)
                mart[office_id, grade, scheme, *named, month] = row
    return mart


def _places(world: World, scheme: str) -> dict[tuple[str, Day], set[tuple[str, str]]]:
    """By person and day: the office and grade of the contracts that give capacity."""
    found = defaultdict(set)
    for one in world.contract_days:
        if one.units[scheme] > 0:
            found[one.contract.officer_id, one.day].add((one.contract.office_id, one.contract.grade))
    return found


def _persons(world: World, scheme: str) -> dict[str, Figures]:
    """By person and day: cases, work and capacity over all offices."""
    found: dict[str, Figures] = defaultdict(dict)
    for (key, day), figures in officer_days(world).figures.items():
        officer_id, _, of_scheme = key
        if of_scheme == scheme:
            so_far = found[officer_id].setdefault(day, dict.fromkeys(figures, Decimal(0)))
            for measure, amount in figures.items():
                so_far[measure] += amount
    return found


def _is_above(threshold: Threshold, days: list[dict[str, Decimal]], of_days: int) -> bool:
    """Whether the figure of some days taken together is strictly above the threshold."""
    cases, work, capacity = (
        sum((figures[measure] for figures in days), Decimal(0))
        for measure in ("active_cases", "workload_units", "capacity_units")
    )
    if threshold.measure == "active_cases":
        return cases > threshold.threshold * of_days
    return capacity > 0 and 100 * work > threshold.threshold * capacity


def _months(world: World, threshold: Threshold, places: dict, persons: dict[str, Figures]) -> Mart:
    mart: Mart = defaultdict(
        lambda: dict.fromkeys(("officers", "over"), 0) | {"able": set(), "lasting": set()}
    )
    for (officer_id, day), at in places.items():
        is_over = _is_above(threshold, [persons[officer_id][day]], 1)
        for place in at:
            row = mart[*place, month_start(day)]
            row["officers"] += 1
            row["over"] += is_over
            if day == week_start(day) + 6 * ONE_DAY:
                row["able"].add(officer_id)
    for officer_id, figures in persons.items():
        for sunday in _ends_of_runs(world, threshold, figures):
            for place in places.get((officer_id, sunday), ()):
                mart[*place, month_start(sunday)]["lasting"].add(officer_id)
    return {key: _row(row, MONTHS.days(key[-1], world.as_of)) for key, row in mart.items()}


def _row(sums: dict, days: int) -> dict:
    return {
        "days": days,
        "officers_avg": Decimal(sums["officers"]) / days,
        "officers_over_avg": Decimal(sums["over"]) / days,
        "officers_with_capacity": len(sums["able"]),
        "officers_over_4_weeks": len(sums["lasting"]),
    }


def _ends_of_runs(world: World, threshold: Threshold, figures: Figures) -> Iterator[Day]:
    """Sundays that end the fourth or a later week in a row above the threshold."""
    in_a_row, monday = 0, week_start(min(figures))
    while monday + 6 * ONE_DAY <= world.as_of:
        days = [figures[day] for day in days_from(monday, monday + 7 * ONE_DAY) if day in figures]
        in_a_row = in_a_row + 1 if _is_above(threshold, days, 7) else 0
        if in_a_row >= WEEKS_IN_A_ROW:
            yield monday + 6 * ONE_DAY
        monday += 7 * ONE_DAY
