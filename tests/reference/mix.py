"""What the carried cases are, and how those that ended did."""

from collections import Counter, defaultdict
from fractions import Fraction

from tests.reference.areas import places_of
from tests.reference.averages import Daily, Mart
from tests.reference.backlog import percentile
from tests.reference.case_days import ACTIVE
from tests.reference.days import MONTHS, ONE_DAY, Day, add_months, month_start
from tests.reference.findings import first_month
from tests.reference.world import World

NOT_RECORDED = "not_recorded"


def case_mix_months(world: World) -> Mart:
    """fct_case_mix_months, keyed by office, type, risk level, phase, sex, scheme, month."""
    daily = Daily("active_cases", "workload_units")
    for one in world.case_days:
        if one.state != ACTIVE:
            continue
        kind = (one.case.supervision_type, one.risk_level, world.policy.phase(one.month))
        for scheme in world.weight_schemes:
            key = (one.office_id, *kind, one.case.sex or NOT_RECORDED, scheme)
            daily.add(key, one.day, active_cases=1, workload_units=one.workload(scheme))
    return daily.means(MONTHS, world.as_of)


def endings_months(world: World) -> Mart:
    """fct_endings_months, keyed by office, type, reason, month."""
    durations = defaultdict(list)
    for story in world.stories:
        case = story.case
        if case.ended_on is not None:
            office_id = story.office(story.open_days[-1] if story.open_days else case.opened_on)
            key = (office_id, case.supervision_type, case.end_reason or "", month_start(case.ended_on))
            durations[key].append((case.ended_on - case.opened_on).days)
    return {
        key: {"ended_cases": len(days), "duration_days_p50": percentile(days, Fraction(1, 2))}
        for key, days in durations.items()
    }


def area_mix_months(world: World) -> Mart:
    """fct_area_mix_months, keyed by area, line, aspect, category, month."""
    places, daily = places_of(world.delivery), Daily("active_cases")
    for one in world.case_days:
        if one.state != ACTIVE:
            continue
        line = world.policy.service_line(one.case.supervision_type)
        aspects = {
            "supervision_type": one.case.supervision_type,
            "risk_level": one.risk_level,
            "phase": world.policy.phase(one.month),
            "sex": one.case.sex or NOT_RECORDED,
        }
        for (area,) in places[one.office_id]:
            for aspect, category in aspects.items():
                daily.add((area, line, aspect, category), one.day, active_cases=1)
    return daily.means(MONTHS, world.as_of)


def area_endings_years(world: World) -> Mart:
    """fct_area_endings_years, keyed by area, line, type or none, reason or none, first day of the year."""
    places, durations = places_of(world.delivery), defaultdict(list)
    for story in world.stories:
        case = story.case
        year = None if case.ended_on is None else year_of(case.ended_on, world)
        if year is None:
            continue
        office_id = story.office(story.open_days[-1] if story.open_days else case.opened_on)
        kind, reason = case.supervision_type, case.end_reason or NOT_RECORDED
        for (area,) in places[office_id]:
            for key in ((kind, reason), (kind, ""), ("", reason), ("", "")):
                place = (area, world.policy.service_line(kind), *key, year)
                durations[place].append((case.ended_on - case.opened_on).days)
    return {
        key: {
            "ended_cases": len(days),
            "last_day_on": add_months(key[-1], 12) - ONE_DAY,
            "duration_days_p50": percentile(days, Fraction(1, 2)),
            "duration_days_p90": percentile(days, Fraction(9, 10)),
        }
        for key, days in durations.items()
    }


def area_risk_years(world: World) -> Mart:
    """fct_area_risk_years, keyed by area, line, first day of the year, level before, level at the end."""
    places, counts = places_of(world.delivery), Counter()
    levels = {(one.case.case_id, one.day): one for one in world.case_days}
    for year in whole_years(world):
        last = add_months(year, 12) - ONE_DAY
        for story in world.stories:
            before, now = (levels.get((story.case.case_id, day)) for day in (year - ONE_DAY, last))
            if before is None or now is None:
                continue
            line = world.policy.service_line(story.case.supervision_type)
            for (area,) in places[now.office_id]:
                counts[area, line, year, before.risk_level, now.risk_level] += 1
    return {
        key: {"open_cases": count, "last_day_on": add_months(key[2], 12) - ONE_DAY}
        for key, count in counts.items()
    }


def whole_years(world: World) -> list[Day]:
    """The first days of the twelve months that the data tell in full, the latest first, ten at most."""
    end = month_start(world.as_of + ONE_DAY)
    starts = [add_months(end, -12 * (years_ago + 1)) for years_ago in range(10)]
    return [start for start in starts if start >= first_month(world)]


def year_of(day: Day, world: World) -> Day | None:
    """The first day of the twelve months in which a day lies; None outside all of them."""
    return next((start for start in whole_years(world) if start <= day < add_months(start, 12)), None)
