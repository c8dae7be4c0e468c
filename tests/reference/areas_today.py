"""The cases of an area that are open on as_of, those that wait among them, and what is booked ahead."""

from collections import defaultdict
from fractions import Fraction

from tests.reference.ahead import last_day, weeks_ahead, world_ahead
from tests.reference.areas import added_up, parts_of, places_of
from tests.reference.averages import Mart
from tests.reference.backlog import percentile
from tests.reference.case_days import ACTIVE, NOT_ASSESSED, UNCOVERED, WAITING, CaseDay
from tests.reference.days import week_start
from tests.reference.offices import office_work_means
from tests.reference.open_cases import open_cases
from tests.reference.to_close import to_close
from tests.reference.world import World

ALL_TYPES = ""
COUNTS = (
    *("open_cases", "active_cases", "waiting_cases", "uncovered_cases", "unable_cases"),
    *("uncovered_30_cases", "uncovered_90_cases", "uncovered_longer_cases"),
    *("not_assessed_cases", "past_expected_end_cases", "no_expected_end_cases"),
    *("carried_past_end_cases", "carried_without_end_cases"),
    "unweighed_cases",
    *("to_close_cases", "waiting_to_close_cases", "uncovered_to_close_cases"),
)
LONGEST = ("wait_days_max", "real_wait_days_max")
# First and last day waited of each band.
WAITS = ((0, 7), (8, 14), (15, 30), (31, 60), (61, 90), (91, 180), (181, None))
BOOKED = ("active_cases_avg", "case_units_avg", "task_units_avg", "ending_cases")


def _today(world: World) -> list[CaseDay]:
    return [one for one in world.case_days if one.day == world.as_of]


def area_open_cases(world: World) -> Mart:
    """fct_area_open_cases, keyed by area, part, service line, scheme."""
    said, mart = open_cases(world), defaultdict(lambda: dict.fromkeys(COUNTS, 0) | dict.fromkeys(LONGEST))
    parts = parts_of(world.delivery)
    for one in _today(world):
        for scheme in world.weight_schemes:
            row = said[one.case.case_id, scheme]
            counted = [column for column, is_so in _kinds(one, row).items() if is_so]
            for part in parts[one.office_id]:
                counts = mart[*part, row["service_line"], scheme]
                for column in counted:
                    counts[column] += 1
                for column in LONGEST if row["days_waiting"] is not None else ():
                    if column == "wait_days_max" or not row["is_to_close"]:
                        counts[column] = max(counts[column] or 0, row["days_waiting"])
    return dict(mart)


def _kinds(one: CaseDay, row: dict) -> dict[str, bool]:
    """In which columns a case counts."""
    expected, is_carried, dead = one.case.expected_end_on, one.state == ACTIVE, row["is_to_close"]
    without = None if dead else row["days_uncovered"]
    return {
        "open_cases": True,
        "active_cases": is_carried,
        "waiting_cases": one.state == WAITING,
        "uncovered_cases": one.state == UNCOVERED,
        "uncovered_30_cases": without is not None and without <= 30,
        "uncovered_90_cases": without is not None and 30 < without <= 90,
        "uncovered_longer_cases": without is not None and without > 90,
        "unable_cases": is_carried and row["needs_cover"],
        "not_assessed_cases": one.state != WAITING and one.risk_level == NOT_ASSESSED,
        "past_expected_end_cases": expected is not None and expected < one.day,
        "no_expected_end_cases": expected is None,
        "carried_past_end_cases": is_carried and expected is not None and expected <= one.day,
        "carried_without_end_cases": is_carried and expected is None,
        "unweighed_cases": not row["weight_basis"],
        "to_close_cases": dead,
        "waiting_to_close_cases": dead and one.state == WAITING,
        "uncovered_to_close_cases": dead and one.state == UNCOVERED,
    }


def _by_type(world: World, places: dict[str, list[tuple]], *states: str) -> dict[tuple, list[CaseDay]]:
    """Cases in these states today by place, service line and supervision type, and by all types together."""
    found = defaultdict(list)
    for one in _today(world):
        line = world.policy.service_line(one.case.supervision_type)
        for place in places[one.office_id] if one.state in states else ():
            found[*place, line, one.case.supervision_type].append(one)
            found[*place, line, ALL_TYPES].append(one)
    return found


def _waits(cases: list[CaseDay]) -> list[int]:
    return [(one.day - one.case.opened_on).days for one in cases if one.state == WAITING]


def area_backlog(world: World) -> Mart:
    """fct_area_backlog, keyed by area, part, service line, supervision type, scheme."""
    mart: Mart = {}
    for key, cases in _by_type(world, parts_of(world.delivery), WAITING, UNCOVERED).items():
        waits, left = _waits(cases), [one for one in cases if one.state == UNCOVERED]
        dead = [one for one in cases if one.case.case_id in to_close(world)]
        alive = [one for one in cases if one not in dead]
        real, said = _waits(alive), open_cases(world)
        for scheme in world.weight_schemes:
            mart[*key, scheme] = {
                "waiting_cases": len(waits),
                "waiting_units": sum(one.units[scheme] for one in cases if one.state == WAITING),
                "wait_days_p50": percentile(waits, Fraction(1, 2)) if waits else None,
                "wait_days_p90": percentile(waits, Fraction(9, 10)) if waits else None,
                "wait_days_max": max(waits, default=None),
                "uncovered_cases": len(left),
                "uncovered_units": sum(one.units[scheme] for one in left),
                "real_unweighed_cases": sum(
                    not said[one.case.case_id, scheme]["weight_basis"] for one in alive
                ),
                "real_wait_days_p50": percentile(real, Fraction(1, 2)) if real else None,
                "real_wait_days_p90": percentile(real, Fraction(9, 10)) if real else None,
                "real_wait_days_max": max(real, default=None),
            } | _told_apart(cases, dead, scheme)
    return mart


def _told_apart(cases: list[CaseDay], dead: list[CaseDay], scheme: str) -> dict:
    """By state the cases whose records are to close, and what the others weigh."""
    found = {}
    for state in (WAITING, UNCOVERED):
        found[f"{state}_to_close_cases"] = sum(one.state == state for one in dead)
        real = [one for one in cases if one.state == state and one not in dead]
        found[f"real_{state}_units"] = sum(one.units[scheme] for one in real)
    return found


def area_wait_bands(world: World) -> Mart:
    """fct_area_wait_bands, keyed by area, service line, supervision type, first day of the band."""
    mart: Mart = {}
    for key, cases in _by_type(world, places_of(world.delivery), WAITING).items():
        for first, last in WAITS:
            waits, dead = (
                sum(first <= wait and (last is None or wait <= last) for wait in _waits(counted))
                for counted in (cases, [one for one in cases if one.case.case_id in to_close(world)])
            )
            mart[*key, first] = {"to_days": last, "waiting_cases": waits, "waiting_to_close_cases": dead}
    return mart


def area_booked_weeks(world: World) -> Mart:
    """fct_area_booked_weeks, keyed by area, service line, scheme, Monday."""
    offices: Mart = defaultdict(lambda: dict.fromkeys(BOOKED, 0))
    kinds = {row.work_type: row for row in world.policy.work_types}
    booked = office_work_means(world_ahead(world), weeks_ahead(world))
    for (office_id, work_type, scheme, monday), means in booked.items():
        row = offices[office_id, kinds[work_type].service_line, scheme, monday]
        units = "task_units_avg" if kinds[work_type].kind == "task" else "case_units_avg"
        row[units] += means["workload_units_avg"]
        row["active_cases_avg"] += means["active_cases_avg"]
    for one in _today(world):
        ends_on = one.case.expected_end_on
        if one.state == ACTIVE and ends_on is not None and world.as_of < ends_on <= last_day(world.as_of):
            line = world.policy.service_line(one.case.supervision_type)
            for scheme in world.weight_schemes:
                offices[one.office_id, line, scheme, week_start(ends_on)]["ending_cases"] += 1
    return added_up(places_of(world.delivery), offices, **dict.fromkeys(BOOKED, sum))
