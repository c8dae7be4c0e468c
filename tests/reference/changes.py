"""The work of a day on which weights changed, by the rows of the day before and by its own."""

from tests.reference.averages import Daily, Mart, workload_pct
from tests.reference.case_days import case_day
from tests.reference.days import ONE_DAY, Day
from tests.reference.offices import line_days
from tests.reference.policy import Policy
from tests.reference.task_days import task_units
from tests.reference.world import World


def change_days(world: World, weight_scheme: str) -> list[Day]:
    """Days up to as_of on which a row of the scheme begins or ends."""
    rows = (*world.policy.case_weights, *world.policy.case_factors, *world.policy.task_weights)
    of_scheme = [row for row in rows if row.weight_scheme == weight_scheme]
    days = {day for row in of_scheme for day in (row.valid_from, row.valid_to) if day is not None}
    return sorted(day for day in days if Day.min < day <= world.as_of)


def office_weight_changes(world: World) -> Mart:
    """By office what fct_area_weight_changes adds up, keyed by office, service line, scheme, day."""
    mart: Mart = {}
    daily = line_days(world)
    all_days = {day for scheme in world.weight_schemes for day in change_days(world, scheme)}
    before = {day: _work(world, day, world.policy.as_weighed_on(day - ONE_DAY)) for day in all_days}
    # A task whose window only the rows before give is in the work before alone.
    places = {*daily.figures, *(place for figures in before.values() for place in figures.figures)}
    for key, day in places:
        if day in all_days and day in change_days(world, key[-1]):
            figures = daily.on(key, day)
            work, capacity = figures["workload_units"], figures["capacity_units"]
            work_before = before[day].on(key, day)["workload_units"]
            mart[*key, day] = {
                "workload_before_units": work_before,
                "workload_after_units": work,
                "capacity_units": capacity,
                "workload_before_pct": workload_pct(work_before, capacity),
                "workload_after_pct": workload_pct(work, capacity),
            }
    return mart


def _work(world: World, day: Day, policy: Policy) -> Daily:
    """Work of one day by office, service line and scheme as another policy weighs it."""
    daily = Daily("workload_units")
    for story in world.stories:
        if day in story.open_days:
            one, line = case_day(story, day, policy), policy.service_line(story.case.supervision_type)
            for scheme in world.weight_schemes:
                daily.add((one.office_id, line, scheme), day, workload_units=one.workload(scheme))
    for task in world.delivery.tasks:
        line = policy.service_line(task.task_type)
        for scheme in world.policy.schemes:
            units = task_units(task, policy, scheme, day)
            if units is not None:
                daily.add((task.office_id, line, scheme.weight_scheme), day, workload_units=units)
    return daily
