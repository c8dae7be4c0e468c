"""The rows of what is beside load, as the contract names them."""

from dataclasses import dataclass
from decimal import Decimal

from tests.reference.days import Day


@dataclass(frozen=True)
class Contact:
    contact_id: str
    case_id: str
    planned_on: Day
    mode: str
    attendance: str
    held_on: Day | None = None
    officer_id: str | None = None
    minutes: int | None = None

    @property
    def was_held_on(self) -> Day | None:
        """The day it was held; the planned one where none is said."""
        return (self.held_on or self.planned_on) if self.attendance == "held" else None

    @property
    def counted_on(self) -> Day:
        """The planned day, or the day it was held if that came first."""
        return min(self.planned_on, self.was_held_on or self.planned_on)


@dataclass(frozen=True)
class Condition:
    condition_id: str
    case_id: str
    kind: str
    imposed_on: Day
    ended_on: Day | None = None
    result: str | None = None


@dataclass(frozen=True)
class CaseEvent:
    event_id: str
    case_id: str
    event: str
    occurred_on: Day
    outcome: str | None = None


@dataclass(frozen=True)
class OutcomeFigure:
    source: str
    cohort_start_on: Day
    cohort_end_on: Day
    measure: str
    office_id: str | None
    supervision_type: str | None
    numerator: Decimal
    denominator: Decimal
    note: str | None = None


@dataclass(frozen=True)
class Referral:
    referral_id: str
    case_id: str
    domain: str
    referred_on: Day
    started_on: Day | None = None
    ended_on: Day | None = None
    result: str | None = None


@dataclass(frozen=True)
class Need:
    case_id: str
    assessed_on: Day
    domain: str
    direction: str
    level: int


@dataclass(frozen=True)
class Survey:
    wave_on: Day
    office_id: str
    scale: str
    group: str | None
    invited: int
    respondents: int
    mean: Decimal | None = None
    problem_pct: Decimal | None = None


@dataclass(frozen=True)
class Audit:
    audit_id: str
    criterion: str
    office_id: str
    audited_on: Day
    kind: str
    score_pct: Decimal
    case_id: str | None = None
    finding: str | None = None


@dataclass(frozen=True)
class AuditAction:
    action_id: str
    audit_id: str
    agreed_on: Day
    due_on: Day
    done_on: Day | None = None


@dataclass(frozen=True)
class Feedback:
    feedback_id: str
    received_on: Day
    from_group: str
    topic: str
    office_id: str | None = None
    rating: int | None = None
    answered_on: Day | None = None


@dataclass(frozen=True)
class Incident:
    incident_id: str
    office_id: str
    occurred_on: Day
    kind: str
    severity: str | None = None


@dataclass(frozen=True)
class Training:
    office_id: str
    month_start_on: Day
    topic: str
    hours: Decimal
    participants: int | None = None


@dataclass(frozen=True)
class ContextFigure:
    month_start_on: Day
    measure: str
    office_id: str | None
    value: Decimal
    unit: str = "count"
