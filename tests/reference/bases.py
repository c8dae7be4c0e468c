"""What today's work rests on: the basis of the rows that weigh it, and since when they hold."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from tests.reference.averages import Mart
from tests.reference.case_days import ACTIVE
from tests.reference.days import Day
from tests.reference.world import World

NOT_STATED = "not_stated"
Weighed = tuple[tuple, Day, Decimal]


def office_weight_bases(world: World) -> Mart:
    """By office what fct_area_weight_bases adds up, keyed by office, service line, scheme, basis."""
    found, whole = defaultdict(list), defaultdict(Decimal)
    for key, valid_from, units in (*_cases(world), *_tasks(world)):
        found[key].append((valid_from, units))
        whole[key[:3]] += units
    mart = {}
    for key, weighed in found.items():
        units = sum(units for _, units in weighed)
        mart[key] = {
            "oldest_valid_from": min(valid_from for valid_from, _ in weighed),
            "newest_valid_from": max(valid_from for valid_from, _ in weighed),
            "workload_units": units,
            "workload_share": units / whole[key[:3]] if whole[key[:3]] else None,
        }
    return mart


def _cases(world: World) -> Iterator[Weighed]:
    """By case carried today that weighs something and scheme: key, first day of its row, its work."""
    for one in world.case_days:
        if one.day != world.as_of or one.state != ACTIVE:
            continue
        line = world.policy.service_line(one.case.supervision_type)
        for scheme in world.policy.schemes:
            kind = (scheme, one.case.supervision_type, one.risk_level, one.month, one.day)
            row, units = world.policy.weight_row(*kind), one.workload(scheme.weight_scheme)
            if row is not None and units:
                yield (one.office_id, line, scheme.weight_scheme, row.basis), row.valid_from, units


def _tasks(world: World) -> Iterator[Weighed]:
    """By task that weighs something today and scheme: key, first day of its row, its work."""
    schemes = {scheme.weight_scheme: scheme for scheme in world.policy.schemes}
    for one in world.task_days:
        if one.day == world.as_of and one.units:
            line = world.policy.service_line(one.task.task_type)
            row = world.policy.task_weight(schemes[one.weight_scheme], one.task.task_type, one.day)
            yield (one.task.office_id, line, one.weight_scheme, NOT_STATED), row.valid_from, one.units
