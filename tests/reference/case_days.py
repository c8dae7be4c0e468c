"""What is true of each case on each of its open days up to as_of, and what it then weighs."""

from dataclasses import dataclass
from decimal import Decimal

from tests.reference.days import ONE_DAY, Day, days_from, months_since, runs
from tests.reference.policy import Policy
from tests.reference.records import Assignment, Case, Delivery

ACTIVE, WAITING, UNCOVERED = "active", "waiting", "uncovered"
NOT_ASSESSED = "not_assessed"


@dataclass(frozen=True)
class CaseDay:
    """One open day of one case. ``units``: weight by scheme; ``shares``: share by officer who carries it."""

    case: Case
    day: Day
    office_id: str
    state: str
    month: int
    risk_level: str
    flags: frozenset[str]
    shares: dict[str, Decimal]
    units: dict[str, Decimal]

    def workload(self, weight_scheme: str) -> Decimal:
        """Units that weigh on all officers of the case together."""
        return self.units[weight_scheme] * sum(self.shares.values(), Decimal(0))


class CaseStory:
    """One case with what hangs on it; every question is asked for one day."""

    def __init__(self, case: Case, delivery: Delivery) -> None:
        def own(rows: list) -> list:
            return [row for row in rows if row.case_id == case.case_id]

        self.case = case
        self.as_of = delivery.as_of
        self.transfers = sorted(own(delivery.case_offices), key=lambda row: row.valid_from)
        self.assignments: list[Assignment] = own(delivery.case_assignments)
        self.assessments = sorted(own(delivery.case_assessments), key=lambda row: row.assessed_on)
        self.flags = own(delivery.case_flags)
        end = min(case.ended_on or self.as_of + ONE_DAY, self.as_of + ONE_DAY)
        self.open_days = list(days_from(case.opened_on, end))
        self.first_carried_on = next((day for day in self.open_days if self.shares(day)), None)

    def office(self, day: Day) -> str:
        """The latest transfer on or before the day, else the first office."""
        before = [row.office_id for row in self.transfers if row.valid_from <= day]
        return before[-1] if before else self.case.office_id

    def shares(self, day: Day) -> dict[str, Decimal]:
        """Share by officer whose assignment runs on the day; empty when nobody's does."""
        running = [row for row in self.assignments if runs(row.valid_from, row.valid_to, day)]
        return {row.officer_id: Decimal(1) if row.share is None else row.share for row in running}

    def risk_level(self, day: Day) -> str:
        """The latest assessment on or before the day."""
        before = [row.risk_level for row in self.assessments if row.assessed_on <= day]
        return before[-1] if before else NOT_ASSESSED

    def state(self, day: Day) -> str:
        """Active, waiting or uncovered; asked for open days only."""
        if self.shares(day):
            return ACTIVE
        return UNCOVERED if self.first_carried_on is not None and self.first_carried_on < day else WAITING

    def month(self, day: Day) -> int:
        """Month of the case by its clock; a waiting case is always in its first, month 0."""
        if self.state(day) == WAITING:
            return 0
        starts = [start for start in (self.case.started_on, self.first_carried_on) if start is not None]
        return months_since(min(starts), day)


def case_day(story: CaseStory, day: Day, policy: Policy) -> CaseDay:
    """Everything about one case on one open day."""
    month, risk_level = story.month(day), story.risk_level(day)
    flags = frozenset(row.flag for row in story.flags if runs(row.valid_from, row.valid_to, day))
    units = {
        scheme.weight_scheme: policy.base_weight(scheme, story.case.supervision_type, risk_level, month, day)
        * policy.factor(scheme, flags, day)
        for scheme in policy.schemes
    }
    shares = story.shares(day)
    return CaseDay(
        story.case, day, story.office(day), story.state(day), month, risk_level, flags, shares, units
    )


def case_days(stories: list[CaseStory], policy: Policy) -> list[CaseDay]:
    """Every open day of every case, up to as_of."""
    return [case_day(story, day, policy) for story in stories for day in story.open_days]
