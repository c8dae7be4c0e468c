"""What comes and goes by area, and how fast a waiting list shrinks: counted day by day."""

from collections import defaultdict
from fractions import Fraction

from tests.reference.ahead import QUARTER_WEEKS
from tests.reference.areas import places_of
from tests.reference.averages import Mart
from tests.reference.case_days import UNCOVERED, WAITING
from tests.reference.days import MONTHS, ONE_DAY, WEEKS, Day, month_start, week_start
from tests.reference.findings import first_month
from tests.reference.flow import FLOWS, STOCKS, case_flow_months
from tests.reference.to_close import to_close
from tests.reference.world import World

ALL_TYPES = ""
YEAR_FLOWS = ("received_cases", "started_cases", "ended_cases")
TO_CLOSE_END = ("waiting_to_close_cases_end", "uncovered_to_close_cases_end")


def area_clearance_months(world: World) -> Mart:
    """fct_area_clearance_months, keyed by area, service line, supervision type or none, month."""
    offices = {office.office_id for office in world.delivery.offices}
    places = places_of(world.delivery)
    mart: Mart = defaultdict(lambda: dict.fromkeys(FLOWS + STOCKS, 0))
    for (office_id, kind, month), row in case_flow_months(world).items():
        line = world.policy.service_line(kind)
        for (area,) in places[office_id]:
            for of_kind in (kind, ALL_TYPES):
                for column, cases in row.items():
                    mart[area, line, of_kind, month][column] += cases
    for (area, *_), row in mart.items():
        is_office = area in offices
        row["in_cases"] = row["received_cases"] + is_office * row["transferred_in_cases"]
        row["out_cases"] = row["ended_cases"] + is_office * row["transferred_out_cases"]
        row["clearance_pct"] = _per_hundred(row["ended_cases"], row["received_cases"])
    for key, row in mart.items():
        _add_year(world, dict(mart), key, row)
        row |= dict.fromkeys(TO_CLOSE_END, 0)
    for one in world.case_days:
        month, kind = month_start(one.day), one.case.supervision_type
        is_counted = one.case.case_id in to_close(world) and one.state in (WAITING, UNCOVERED)
        if is_counted and one.day == MONTHS.last_day(month, world.as_of):
            line = world.policy.service_line(kind)
            for (area,) in places[one.office_id]:
                for of_kind in (kind, ALL_TYPES):
                    mart[area, line, of_kind, month][f"{one.state}_to_close_cases_end"] += 1
    return dict(mart)


def _add_year(world: World, mart: Mart, key: tuple, row: dict) -> None:
    """The sums of the month of ``key`` and the eleven before it, without those before the first ending."""
    *place, month = key
    months = [_months_before(month, back) for back in range(12)]
    counted = [one for one in months if one >= first_month(world)]
    for column in YEAR_FLOWS:
        found = [mart[*place, one][column] for one in counted if (*place, one) in mart]
        row[f"{column}_12_months"] = sum(found) if found else None
    row["clearance_12_months_pct"] = _per_hundred(
        row["ended_cases_12_months"], row["received_cases_12_months"]
    )


def area_pace_weeks(world: World) -> Mart:
    """fct_area_pace_weeks, keyed by area, service line, supervision type or none, Monday."""
    first = week_start(first_month(world) + 6 * ONE_DAY)
    places, counts = places_of(world.delivery), {WAITING: defaultdict(int), UNCOVERED: defaultdict(int)}
    dead = {state: defaultdict(int) for state in counts}
    for one in world.case_days:
        monday = week_start(one.day)
        if one.state in counts and one.day == WEEKS.last_day(monday, world.as_of):
            kind = one.case.supervision_type
            for (area,) in places[one.office_id]:
                for of_kind in (kind, ALL_TYPES):
                    key = area, world.policy.service_line(kind), of_kind, monday
                    counts[one.state][key] += 1
                    dead[one.state][key] += one.case.case_id in to_close(world)
    lists = {key[:3] for found in counts.values() for key in found}
    mart: Mart = {}
    for key in lists:
        monday = first
        while monday <= world.as_of:
            mart[*key, monday] = _pace(world, counts, dead, key, monday, first)
            monday += 7 * ONE_DAY
    return mart


def _pace(world: World, counts: dict, dead: dict, key: tuple, monday: Day, first: Day) -> dict:
    quarter_before = monday - 7 * QUARTER_WEEKS * ONE_DAY
    real, before = (counts[WAITING][*key, day] - dead[WAITING][*key, day] for day in (monday, quarter_before))
    left = before - real if quarter_before >= first else None
    return {
        "counted_on": WEEKS.last_day(monday, world.as_of),
        "waiting_cases": counts[WAITING][*key, monday],
        "uncovered_cases": counts[UNCOVERED][*key, monday],
        "net_left_cases": left,
        "weeks_to_clear": Fraction(QUARTER_WEEKS * real, left) if left and left > 0 else None,
        "waiting_to_close_cases": dead[WAITING][*key, monday],
        "uncovered_to_close_cases": dead[UNCOVERED][*key, monday],
    }


def _months_before(month: Day, back: int) -> Day:
    number = 12 * month.year + month.month - 1 - back
    return month.replace(year=number // 12, month=number % 12 + 1)


def _per_hundred(part: int | None, whole: int | None) -> Fraction | None:
    return Fraction(100 * part, whole) if whole else None
