"""How cases end, by age and by the end that was expected: counted case by case and month by month."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from tests.reference.areas import places_of
from tests.reference.averages import Mart
from tests.reference.days import ONE_DAY, Day, add_months, month_start
from tests.reference.mix import NOT_RECORDED, whole_years, year_of
from tests.reference.world import World

YEARS = 3
NEAR_DAYS = 30


def area_ending_ages(world: World) -> Mart:
    """fct_area_ending_ages, keyed by area, line, type or none, age in months, reason or none."""
    years = whole_years(world)[:YEARS]
    if not years:
        return {}
    first, after = years[-1], add_months(years[0], 12)
    places, at_risk, ended = _places_by_story(world), Counter(), Counter()
    for story in world.stories:
        case = story.case
        until = month_start(case.ended_on) if case.ended_on else None
        age = -1
        for month in _months(month_start(case.opened_on), after):
            age += 1
            if month < first:
                continue
            if until is not None and month > until:
                break
            for place in places[case.case_id]:
                at_risk[*place, age] += 1
                if month == until:
                    ended[*place, age, case.end_reason or NOT_RECORDED] += 1
                    ended[*place, age, ""] += 1
    shown = {"window_start_on": first, "last_day_on": after - ONE_DAY}
    of_all = {
        (*place, ""): {"at_risk_cases": count, "ended_cases": ended[*place, ""]} | shown
        for place, count in at_risk.items()
    }
    by_reason = {
        place: {"at_risk_cases": at_risk[place[:-1]], "ended_cases": count} | shown
        for place, count in ended.items()
        if place[-1]
    }
    return of_all | by_reason


DUE = ("due_cases", "ended_early_cases", "ended_near_cases", "ended_late_cases", "still_open_cases")


def area_due_years(world: World) -> Mart:
    """fct_area_due_years, keyed by area, line, type or none, first day of the year."""
    places, mart = _places_by_story(world), defaultdict(lambda: dict.fromkeys(DUE, 0))
    for story in world.stories:
        case = story.case
        year = year_of(case.expected_end_on, world) if case.expected_end_on else None
        if year is None:
            continue
        for place in places[case.case_id]:
            row = mart[*place, year]
            row["due_cases"] += 1
            row[_when(case)] += 1
    return {key: row | {"last_day_on": add_months(key[-1], 12) - ONE_DAY} for key, row in mart.items()}


def _when(case: object) -> str:
    if case.ended_on is None:
        return "still_open_cases"
    days_late = (case.ended_on - case.expected_end_on).days
    if abs(days_late) <= NEAR_DAYS:
        return "ended_near_cases"
    return "ended_late_cases" if days_late > 0 else "ended_early_cases"


def _places_by_story(world: World) -> dict:
    """Where each case counts: each area of the office that received it, its line, its type and all types."""
    areas, found = places_of(world.delivery), {}
    for story in world.stories:
        kind = story.case.supervision_type
        line = world.policy.service_line(kind)
        offices = areas[story.office(story.case.opened_on)]
        found[story.case.case_id] = [(area, line, one) for (area,) in offices for one in (kind, "")]
    return found


def _months(first: Day, after: Day) -> Iterator[Day]:
    """The first days of the months from one to another."""
    while first < after:
        yield first
        first = add_months(first, 1)
