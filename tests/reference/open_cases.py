"""The cases that are open on as_of, and why they weigh what they weigh, today and ahead."""

from collections.abc import Iterator

from tests.reference.ahead import end_of, last_day
from tests.reference.averages import Mart
from tests.reference.case_days import NOT_ASSESSED, UNCOVERED, WAITING, CaseDay, CaseStory
from tests.reference.days import ONE_DAY, Day, days_from, months_since, runs
from tests.reference.policy import Scheme
from tests.reference.to_close import to_close
from tests.reference.world import World, once_per_world


@once_per_world
def open_cases(world: World) -> Mart:
    """fct_open_cases, keyed by case and scheme."""
    mart: Mart = {}
    stories = {story.case.case_id: story for story in world.stories}
    for one in world.case_days:
        if one.day == world.as_of:
            story = stories[one.case.case_id]
            for scheme in world.policy.schemes:
                said = _state(world, story, one) | _derivation(world, one, scheme)
                mart[one.case.case_id, scheme.weight_scheme] = said
    return mart


def _state(world: World, story: CaseStory, one: CaseDay) -> dict:
    """What is the same under every scheme."""
    days_open = (world.as_of - one.case.opened_on).days
    days_past = (world.as_of - (one.case.expected_end_on or world.as_of)).days
    return {
        "office_id": one.office_id,
        "supervision_type": one.case.supervision_type,
        "service_line": world.policy.service_line(one.case.supervision_type),
        "state": one.state,
        "risk_level": one.risk_level,
        "phase": world.policy.phase(one.month),
        "flags": ", ".join(sorted(one.flags)),
        "opened_on": one.case.opened_on,
        "clock_on": clock_on(story, world.as_of),
        "days_open": days_open,
        "days_waiting": days_open if one.state == WAITING else None,
        "days_uncovered": _days_uncovered(story, world.as_of) if one.state == UNCOVERED else None,
        "days_past_expected_end": days_past if days_past > 0 else None,
        "officers": len(one.shares),
        "officer_shares": ", ".join(f"{name} {float(one.shares[name])}" for name in sorted(one.shares)),
        "findings": ", ".join(sorted(case_findings(world, one))),
        "is_to_close": one.case.case_id in to_close(world),
    }


def _derivation(world: World, one: CaseDay, scheme: Scheme) -> dict:
    row = world.policy.weight_row(scheme, one.case.supervision_type, one.risk_level, one.month, one.day)
    return {
        "base_weight_units": row.weight if row else 0,
        "weight_basis": row.basis if row else "",
        "factor": world.policy.factor(scheme, one.flags, one.day),
        "weight_units": one.units[scheme.weight_scheme],
        "needs_cover": _needs_cover(world, one, scheme.weight_scheme),
    }


def clock_on(story: CaseStory, day: Day) -> Day | None:
    """The day from which the months of a case count; None while it waits."""
    if story.state(day) == WAITING:
        return None
    return min(start for start in (story.case.started_on, story.first_carried_on) if start is not None)


def _days_uncovered(story: CaseStory, as_of: Day) -> int:
    days = 0
    while not story.shares(as_of - (days + 1) * ONE_DAY):
        days += 1
    return days


def case_findings(world: World, one: CaseDay) -> list[str]:
    """Names of what is missing about a case on as_of or contradicts itself."""
    expected = one.case.expected_end_on
    found = {
        "not_assessed": one.risk_level == NOT_ASSESSED and one.state != WAITING,
        "past_expected_end": expected is not None and expected < world.as_of,
        "no_expected_end": expected is None,
        "uncovered": one.state == UNCOVERED,
        "to_close": one.case.case_id in to_close(world),
        "carried_above_whole": sum(one.shares.values()) > 1,
    }
    return [name for name, is_so in found.items() if is_so]


def _needs_cover(world: World, one: CaseDay, scheme: str) -> bool:
    """Nobody carries it any more, or nobody who does can give anything today."""
    there = {
        day.contract.officer_id
        for day in world.contract_days
        if day.day == world.as_of and day.units[scheme] > 0
    }
    return one.state == UNCOVERED or (bool(one.shares) and not one.shares.keys() & there)


def open_case_outlook(world: World) -> Mart:
    """fct_open_case_outlook, keyed by case, scheme, valid_from: a case as if somebody carried it from now."""
    mart: Mart = {}
    for story in world.stories:
        if world.as_of in story.open_days:
            for scheme in world.policy.schemes:
                _add_stretches(mart, world, story, scheme)
    return mart


def _days_ahead(world: World, story: CaseStory) -> Iterator[tuple[str, int, Day]]:
    """Level, month and day from as_of on of a case as if somebody carried it from now."""
    case, after = story.case, last_day(world.as_of) + ONE_DAY
    started = [day for day in (case.started_on, world.as_of) if day is not None]
    clock = clock_on(story, world.as_of) or min(started)
    for day in days_from(world.as_of, min(end_of(case, world.as_of) or after, after)):
        yield story.risk_level(day), months_since(clock, day), day


def prospects(world: World) -> Iterator[tuple[CaseStory, str, int, Day]]:
    """Every case open on as_of with its level and month on each day ahead."""
    for story in world.stories:
        if world.as_of in story.open_days:
            for level, month, day in _days_ahead(world, story):
                yield story, level, month, day


def _add_stretches(mart: Mart, world: World, story: CaseStory, scheme: Scheme) -> None:
    case, before, first = story.case, None, None
    for level, month, day in _days_ahead(world, story):
        flags = {row.flag for row in story.flags if runs(row.valid_from, row.valid_to, day)}
        weight = world.policy.base_weight(scheme, case.supervision_type, level, month, day)
        weight *= world.policy.factor(scheme, flags, day)
        if weight != before:
            before, first = weight, day
            mart[case.case_id, scheme.weight_scheme, first] = {"weight_units": weight}
        mart[case.case_id, scheme.weight_scheme, first]["valid_to"] = day + ONE_DAY
