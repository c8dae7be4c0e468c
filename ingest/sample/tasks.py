"""Tasks: closing work, periodic and other reports; some late, some open, some with no officer."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from ingest.sample.calendar import NEVER, day, working_day_from
from ingest.sample.carrying import Assignments
from ingest.sample.columns import dates, ids, words
from ingest.sample.contracts import officer_ids
from ingest.sample.inflow import Mandates
from ingest.sample.moves import Moves
from ingest.sample.offices import Teams
from ingest.sample.parameters import AS_OF, FIRST_DAY
from ingest.sample.volumes import LINE_OF_TYPE, TYPES, is_of_type

TASK_TYPES = (
    "closing_work",
    "progress_report",
    "commission_report",
    "incident_report",
    "non_compliance_procedure",
)
# months between periodic reports (domain facts 2.4, assumptions)
REPORT_EVERY = {
    "pretrial_conditions": 2,
    **dict.fromkeys(("conditional_release", "limited_detention", "placement_at_disposal", "internment"), 6),
}
CLOSING_SHARE = 0.35  # assumption: endings that ask for a final report of their own
# assumption: events per year of open mandate, by type of task and type of mandate
EVENTS_A_YEAR = {
    "commission_report": {"probation": 0.30, "autonomous_probation": 0.5},
    "incident_report": {"work_penalty": 0.12, "pretrial_conditions": 0.10, "electronic_monitoring": 0.20},
    "non_compliance_procedure": {
        **{"probation": 0.04, "work_penalty": 0.06, "conditional_release": 0.06},
        **{"electronic_monitoring": 0.08, "pretrial_conditions": 0.05},
    },
}
DAYS_TO_DELIVER = {
    "closing_work": 21,
    "progress_report": 14,
    "incident_report": 7,
    "non_compliance_procedure": 14,
}
STANDARD_DAYS = 28
LATE, WITHOUT_OFFICER, NEVER_DELIVERED = 0.16, 0.02, 0.004  # assumptions


@dataclass
class Requests:
    """Tasks before anybody has them: mandate, type of task, day."""

    case: np.ndarray
    kind: np.ndarray
    on: np.ndarray


def drawn_requests(rng: np.random.Generator, mandates: Mandates) -> Requests:
    """All tasks requested from `FIRST_DAY` to `AS_OF`, in order of day."""
    parts = [_closing(rng, mandates), _periodic(mandates)]
    parts += [_events(rng, mandates, name, by_type) for name, by_type in EVENTS_A_YEAR.items()]
    case, kind, on = (np.concatenate(column) for column in zip(*parts, strict=True))
    is_past = (on >= day(FIRST_DAY)) & (on <= day(AS_OF))
    order = np.lexsort((kind, case, on))
    order = order[is_past[order]]
    return Requests(case[order], kind[order], on[order])


def _closing(rng: np.random.Generator, mandates: Mandates) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A final report asked for around the end of a mandate."""
    mine = (LINE_OF_TYPE[mandates.kind] == 0) & ~is_of_type(mandates.kind, "brief_report", "social_enquiry")
    ends = (mandates.ended < NEVER) & (rng.random(len(mandates)) < CLOSING_SHARE)
    case = np.flatnonzero(mine & ends)
    on = np.maximum(mandates.ended[case] - rng.integers(1, 15, len(case)), mandates.opened[case])
    return case, np.full(len(case), 0), on


def _periodic(mandates: Mandates) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A report every so many months of a mandate, asked for two weeks before it is due."""
    every = np.array([REPORT_EVERY.get(name, 0) for name in TYPES])[mandates.kind] * 30
    last = np.minimum(mandates.ended, day(AS_OF) + 1)
    reports = np.where(every > 0, (last - mandates.opened) // np.maximum(every, 1), 0)
    case = np.repeat(np.arange(len(mandates)), reports)
    number = np.arange(len(case)) - np.repeat(np.cumsum(reports) - reports, reports) + 1
    return (
        case,
        np.full(len(case), 1),
        mandates.opened[case] + number * every[case] - DAYS_TO_DELIVER["progress_report"],
    )


def _events(
    rng: np.random.Generator, mandates: Mandates, name: str, by_type: dict[str, float]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Reports after something happened: by chance while a mandate is open."""
    a_year = np.array([by_type.get(kind, 0.0) for kind in TYPES])[mandates.kind]
    last = np.minimum(mandates.ended, day(AS_OF) + 1)
    days = np.maximum(last - mandates.opened - 30, 0)
    case = np.repeat(np.arange(len(mandates)), rng.poisson(a_year * days / 365.25))
    on = mandates.opened[case] + 30 + (rng.random(len(case)) * days[case]).astype(np.int64)
    return case, np.full(len(case), TASK_TYPES.index(name)), on


def carrier_on(assignments: Assignments, officer: np.ndarray, case: np.ndarray, on: np.ndarray) -> np.ndarray:
    """Number of the officer who carries each mandate on a day, -1 where nobody does."""
    step = 2 * NEVER
    started = assignments.case * step + assignments.begins
    latest = np.searchsorted(started, case * step + on, side="right") - 1
    known = latest >= 0
    running = known & (assignments.case[latest] == case) & (assignments.ends[latest] > on)
    return np.where(running, officer[assignments.posting[latest]], -1)


def tasks_frame(
    rng: np.random.Generator,
    requests: Requests,
    carrier: np.ndarray,
    office: pl.Series,
    case_ids: pl.Series,
) -> pl.DataFrame:
    """The entity ``tasks``; ``carrier`` and ``office`` are those of the mandate on the day of request."""
    count = len(requests.case)
    allowed = np.array([DAYS_TO_DELIVER.get(name, STANDARD_DAYS) for name in TASK_TYPES])[requests.kind]
    assigned = requests.on + np.minimum(rng.geometric(0.4, count) - 1, 10)
    due = working_day_from(requests.on + allowed)
    early = assigned + (rng.random(count) * np.maximum(due - assigned, 0)).astype(np.int64)
    late = due + rng.gamma(1.5, 14, count).astype(np.int64) + 1
    delivered = working_day_from(np.where(rng.random(count) < LATE, late, early))
    nobody = (carrier < 0) | (rng.random(count) < WITHOUT_OFFICER)
    # what is never delivered is cleared up some day: only the last years still show it
    recent = requests.on > day(AS_OF) - 730
    never = recent & (nobody & (rng.random(count) < 0.1) | (rng.random(count) < NEVER_DELIVERED))
    delivered = np.where(never | (delivered > day(AS_OF)), NEVER, np.maximum(delivered, assigned))
    unsaid = nobody | (assigned > day(AS_OF)) | (rng.random(count) < 0.03)
    return pl.DataFrame(
        {
            "task_id": ids("T", np.arange(1, count + 1)),
            "task_type": words(TASK_TYPES, requests.kind),
            "office_id": office,
            "case_id": case_ids.gather(requests.case),
            "officer_id": officer_ids(np.where(nobody, -1, carrier)),
            "requested_on": dates(requests.on),
            "assigned_on": dates(np.where(unsaid, NEVER, assigned)),
            "due_on": dates(due),
            "delivered_on": dates(delivered),
        }
    )


def office_of(requests: Requests, mandates: Mandates, moves: Moves, teams: Teams) -> pl.Series:
    """Office id of each task: that of its mandate on the day of request."""
    team = moves.team_on(mandates, requests.case, requests.on)
    return words(teams.ids, teams.office_on(team, requests.on))
