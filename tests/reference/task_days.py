"""On which days up to as_of each task weighs on its officer, and how much."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from tests.reference.days import ONE_DAY, Day, days_from
from tests.reference.policy import Policy, Scheme, TaskWeight
from tests.reference.records import Delivery, Task


@dataclass(frozen=True)
class TaskDay:
    """One day on which the window of a task is open under one scheme."""

    task: Task
    day: Day
    weight_scheme: str
    units: Decimal


def is_window_open(task: Task, row: TaskWeight, day: Day) -> bool:
    """Whether the task weighs on the day under a weight row that is valid then."""
    if row.weighs == "in_progress":
        begins_on = task.assigned_on or task.requested_on
        return begins_on <= day and (task.delivered_on is None or day < task.delivered_on)
    if task.delivered_on is None:
        return False
    return task.delivered_on <= day < task.delivered_on + dt.timedelta(days=row.window_days)


def task_units(task: Task, policy: Policy, scheme: Scheme, day: Day) -> Decimal | None:
    """What a task weighs on its officer on a day; None where it has none or its window is not open."""
    row = policy.task_weight(scheme, task.task_type, day)
    is_on_somebody = task.officer_id is not None and row is not None and is_window_open(task, row, day)
    return row.weight if is_on_somebody else None


def task_days(delivery: Delivery, policy: Policy) -> list[TaskDay]:
    """Every day of every window of the tasks that have an officer, by scheme."""
    found = []
    for task in delivery.tasks:
        if task.officer_id is None:
            continue
        first = min(task.requested_on, task.assigned_on or task.requested_on)
        for day in days_from(first, delivery.as_of + ONE_DAY):
            for scheme in policy.schemes:
                units = task_units(task, policy, scheme, day)
                if units is not None:
                    found.append(TaskDay(task, day, scheme.weight_scheme, units))
    return found
