"""Work, capacity and demand per office: as a whole, by service line, by type of work."""

from collections.abc import Callable

from tests.reference.averages import Daily, Mart, with_pct
from tests.reference.case_days import ACTIVE, UNCOVERED, WAITING
from tests.reference.days import Grain
from tests.reference.world import World, once_per_world

OFFICE_MEASURES = (
    "active_cases",
    "workload_units",
    "capacity_units",
    "contract_fte",
    "available_fte",
    "uncovered_units",
    "waiting_units",
)


def office_means(world: World, grain: Grain) -> Mart:
    """fct_office_months or fct_office_weeks, keyed by office, scheme, first day of the period."""
    return with_pct(_whole_days(world).means(grain, world.as_of))


def office_line_means(world: World, grain: Grain) -> Mart:
    """fct_office_line_months, its weeks or those ahead, keyed by office, line, scheme, first day."""
    return with_pct(line_days(world).means(grain, world.as_of))


@once_per_world
def _whole_days(world: World) -> Daily:
    return _office_days(world, lambda line: ())


@once_per_world
def line_days(world: World) -> Daily:
    """By office, service line and scheme: the measures of an office."""
    return _office_days(world, lambda line: (line,))


def _office_days(world: World, line_key: Callable[[str], tuple]) -> Daily:
    daily = Daily(*OFFICE_MEASURES)
    for one in world.case_days:
        line = world.policy.service_line(one.case.supervision_type)
        for scheme, units in one.units.items():
            key = (one.office_id, *line_key(line), scheme)
            daily.add(
                key,
                one.day,
                active_cases=one.state == ACTIVE,
                workload_units=one.workload(scheme),
                uncovered_units=units if one.state == UNCOVERED else 0,
                waiting_units=units if one.state == WAITING else 0,
            )
    for one in world.task_days:
        line = world.policy.service_line(one.task.task_type)
        key = (one.task.office_id, *line_key(line), one.weight_scheme)
        daily.add(key, one.day, workload_units=one.units)
    for one in world.contract_days:
        for scheme, units in one.units.items():
            key = (one.contract.office_id, *line_key(one.service_line), scheme)
            daily.add(
                key,
                one.day,
                capacity_units=units,
                contract_fte=one.contract_fte,
                available_fte=one.available_fte,
            )
    return daily


def office_work_means(world: World, grain: Grain) -> Mart:
    """fct_office_work_months or its weeks ahead, keyed by office, work type, scheme, first day."""
    return office_work_days(world).means(grain, world.as_of)


@once_per_world
def office_work_days(world: World) -> Daily:
    """By office, work type and scheme: units of work, cases carried, tasks open."""
    daily = Daily("workload_units", "active_cases", "tasks_open")
    for one in world.case_days:
        if one.state == ACTIVE:
            for scheme in world.weight_schemes:
                key = (one.office_id, one.case.supervision_type, scheme)
                daily.add(key, one.day, workload_units=one.workload(scheme), active_cases=1)
    for one in world.task_days:
        key = (one.task.office_id, one.task.task_type, one.weight_scheme)
        daily.add(key, one.day, workload_units=one.units, tasks_open=1)
    return daily
