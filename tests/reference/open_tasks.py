"""Tasks that somebody has and has not delivered, one by one."""

from tests.reference.averages import Mart
from tests.reference.world import World


def open_tasks(world: World) -> Mart:
    """fct_open_tasks, keyed by task."""
    found: Mart = {}
    for task in world.delivery.tasks:
        if not task.officer_id or task.delivered_on:
            continue
        found[(task.task_id,)] = {
            "officer_id": task.officer_id,
            "office_id": task.office_id,
            "case_id": task.case_id,
            "task_type": task.task_type,
            "requested_on": task.requested_on,
            "assigned_on": task.assigned_on or task.requested_on,
            "due_on": task.due_on,
        }
    return found
