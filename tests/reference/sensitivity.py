"""The percentage of the last four weeks, were all weights or those of one work type off by so much."""

import csv
from decimal import Decimal

from tests.reference.averages import Mart, workload_pct
from tests.reference.offices import line_days, office_work_days
from tests.reference.windows import four_weeks, means_within
from tests.reference.world import World
from warehouse.places import SEEDS

ALL_WEIGHTS = ""


def office_sensitivity(world: World) -> Mart:
    """What fct_area_sensitivity adds up, keyed by office, service line, scheme, work type, error."""
    window, mart = four_weeks(world.as_of), {}
    wholes = means_within(line_days(world), window)
    subjects = {(*key, ALL_WEIGHTS): row["workload_units_avg"] for key, row in wholes.items()}
    for (office_id, work_type, scheme), row in means_within(office_work_days(world), window).items():
        if row["workload_units_avg"]:
            line = world.policy.service_line(work_type)
            subjects[office_id, line, scheme, work_type] = row["workload_units_avg"]
    for key, subject in subjects.items():
        whole = wholes[key[:3]]
        for error in errors():
            mart[*key, error] = _row(whole["workload_units_avg"], whole["capacity_units_avg"], subject, error)
    return mart


def errors() -> list[int]:
    """By how many percent weights are taken to be off, as the policy supplied says it."""
    with (SEEDS / "noise_levels.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [int(row["threshold"]) for row in rows if row["measure"].startswith("weights_off_")]


def _row(workload: Decimal, capacity: Decimal, subject: Decimal, error: int) -> dict:
    off = subject * error / 100
    return {
        "subject_units_avg": subject,
        "workload_units_avg": workload,
        "capacity_units_avg": capacity,
        "workload_pct": workload_pct(workload, capacity),
        "workload_lower_pct": workload_pct(workload - off, capacity),
        "workload_upper_pct": workload_pct(workload + off, capacity),
    }
