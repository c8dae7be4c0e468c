"""How far a percentage could move, were one finding resolved in every case that has it."""

from collections.abc import Callable
from decimal import Decimal

from tests.reference.ahead import last_day, world_ahead
from tests.reference.averages import Mart, workload_pct
from tests.reference.case_days import ACTIVE, NOT_ASSESSED, UNCOVERED, CaseDay
from tests.reference.days import Day
from tests.reference.offices import line_days
from tests.reference.policy import ANY_LEVEL, Scheme
from tests.reference.to_close import to_close
from tests.reference.world import World

TODAY, IN_52_WEEKS = "workload_pct_today", "workload_pct_in_52_weeks"
Ends = tuple[Decimal, Decimal]  # By how much less and more work of the case there could be.


def office_finding_effects(world: World) -> Mart:
    """What fct_area_finding_effects adds up, keyed by office, service line, scheme, finding, figure."""
    ahead, then = world_ahead(world), last_day(world.as_of)
    may_have_ended = _past_expected_end(world.as_of)
    return {
        **_effects(world, world.as_of, "not_assessed", TODAY, _by_level(world)),
        **_effects(world, world.as_of, "past_expected_end", TODAY, may_have_ended),
        **_effects(world, world.as_of, "uncovered", TODAY, _uncovered(world)),
        **_effects(world, world.as_of, "carried_above_whole", TODAY, _carried_above_whole),
        **_effects(ahead, then, "past_expected_end", IN_52_WEEKS, may_have_ended),
        **_effects(ahead, then, "no_expected_end", IN_52_WEEKS, _no_expected_end),
    }


def _effects(
    world: World, day: Day, finding: str, figure: str, ends: Callable[[CaseDay, Scheme], Ends | None]
) -> Mart:
    mart: Mart = {}
    for (key, on_day), figures in line_days(world).figures.items():
        if on_day == day:
            work, capacity = figures["workload_units"], figures["capacity_units"]
            mart[*key, finding, figure] = {
                "on_day": day,
                "concerned_cases": 0,
                "workload_units": work,
                "workload_lower_units": work,
                "workload_upper_units": work,
                "capacity_units": capacity,
            }
    for one in world.case_days:
        line = world.policy.service_line(one.case.supervision_type)
        for scheme in world.policy.schemes if one.day == day else ():
            found = ends(one, scheme)
            if found is not None:
                row = mart[one.office_id, line, scheme.weight_scheme, finding, figure]
                row["concerned_cases"] += 1
                row["workload_lower_units"] += found[0]
                row["workload_upper_units"] += found[1]
    lines = {key[1] for key, row in mart.items() if row["concerned_cases"]}
    mart = {key: row for key, row in mart.items() if key[1] in lines}
    for row in mart.values():
        for name in ("workload", "workload_lower", "workload_upper"):
            row[f"{name}_pct"] = workload_pct(row[f"{name}_units"], row["capacity_units"])
    return mart


def _by_level(world: World) -> Callable[[CaseDay, Scheme], Ends | None]:
    """A carried case without an assessment gets the lightest and the heaviest level."""
    policy = world.policy
    levels = {row.risk_level for row in policy.case_weights} - {ANY_LEVEL, NOT_ASSESSED}

    def ends(one: CaseDay, scheme: Scheme) -> Ends | None:
        if one.state != ACTIVE or one.risk_level != NOT_ASSESSED:
            return None
        kinds = [(scheme, one.case.supervision_type, level, one.month, one.day) for level in levels]
        weights = [policy.base_weight(*kind) for kind in kinds if policy.weight_row(*kind)]
        if not weights:
            return Decimal(0), Decimal(0)
        carried = policy.factor(scheme, one.flags, one.day) * sum(one.shares.values(), Decimal(0))
        work = one.workload(scheme.weight_scheme)
        return min(weights) * carried - work, max(weights) * carried - work

    return ends


def _past_expected_end(as_of: Day) -> Callable[[CaseDay, Scheme], Ends | None]:
    """A carried case that is past its expected end on as_of may have ended."""

    def ends(one: CaseDay, scheme: Scheme) -> Ends | None:
        expected = one.case.expected_end_on
        if one.state != ACTIVE or expected is None or expected >= as_of:
            return None
        return -one.workload(scheme.weight_scheme), Decimal(0)

    return ends


def _uncovered(world: World) -> Callable[[CaseDay, Scheme], Ends | None]:
    """An uncovered case may be carried by somebody, unless its record is to close."""
    dead = to_close(world)

    def ends(one: CaseDay, scheme: Scheme) -> Ends | None:
        if one.state != UNCOVERED or one.case.case_id in dead:
            return None
        return Decimal(0), one.units[scheme.weight_scheme]

    return ends


def _carried_above_whole(one: CaseDay, scheme: Scheme) -> Ends | None:
    """Officers whose shares add up to more than the case may share it instead."""
    above = sum(one.shares.values(), Decimal(0)) - 1
    return (-one.units[scheme.weight_scheme] * above, Decimal(0)) if above > 0 else None


def _no_expected_end(one: CaseDay, scheme: Scheme) -> Ends | None:
    """A case without an expected end, carried still in 52 weeks, may have ended by then."""
    if one.state != ACTIVE or one.case.expected_end_on is not None:
        return None
    return -one.workload(scheme.weight_scheme), Decimal(0)
