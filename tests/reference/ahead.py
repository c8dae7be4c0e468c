"""The days after as_of as they are booked: nothing new comes, what is planned happens."""

from dataclasses import replace
from functools import lru_cache

from tests.reference.case_days import CaseStory, case_days
from tests.reference.contract_days import contract_days
from tests.reference.days import ONE_DAY, WEEKS, Day, Grain, week_start
from tests.reference.records import Case, Delivery, Task
from tests.reference.task_days import task_days
from tests.reference.world import World

QUARTER_WEEKS, WEEKS_AHEAD = 13, 52


def last_day(as_of: Day) -> Day:
    """Sunday of the last of the whole weeks after the one of as_of."""
    return week_start(as_of) + (7 * (WEEKS_AHEAD + 1) - 1) * ONE_DAY


def weeks_ahead(world: World) -> Grain:
    """Weeks of which the first may have lost its days up to as_of."""
    return replace(WEEKS, first=world.as_of + ONE_DAY)


@lru_cache(maxsize=2)
def world_ahead(world: World) -> World:
    """The days from the one after as_of to the last of the outlook."""
    booked = _booked(world.delivery)
    stories = [CaseStory(case, booked) for case in booked.cases]
    for story in stories:
        story.open_days = [day for day in story.open_days if day > world.as_of]
    return World(
        booked,
        world.policy,
        stories,
        case_days(stories, world.policy),
        [one for one in task_days(booked, world.policy) if world.as_of < one.day < _until(one.task, world)],
        [one for one in contract_days(booked, world.policy) if one.day > world.as_of],
    )


def end_of(case: Case, as_of: Day) -> Day | None:
    """First day ahead on which an open case no longer counts; an expected end that has passed is none."""
    is_to_come = case.expected_end_on is not None and case.expected_end_on > as_of
    return case.expected_end_on if is_to_come else None


def _booked(delivery: Delivery) -> Delivery:
    still_open = [case for case in delivery.cases if case.ended_on is None]
    return replace(
        delivery,
        as_of=last_day(delivery.as_of),
        cases=[replace(case, ended_on=end_of(case, delivery.as_of)) for case in still_open],
    )


def _until(task: Task, world: World) -> Day:
    """First day on which a task without delivery is taken to be done."""
    is_to_come = task.delivered_on is None and task.due_on is not None and task.due_on > world.as_of
    return task.due_on if is_to_come else Day.max
