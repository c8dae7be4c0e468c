"""The rows of one delivery, as the contract names them."""

from dataclasses import dataclass, field
from decimal import Decimal

from tests.reference.days import Day
from tests.reference.result_records import (
    Audit,
    AuditAction,
    CaseEvent,
    Condition,
    Contact,
    ContextFigure,
    Feedback,
    Incident,
    Need,
    OutcomeFigure,
    Referral,
    Survey,
    Training,
)

# Without a setting of the agency.
SIDE_BY_SIDE = 40


@dataclass(frozen=True)
class Office:
    office_id: str
    office_name: str
    region: str | None = None


@dataclass(frozen=True)
class Contract:
    officer_id: str
    office_id: str
    valid_from: Day
    valid_to: Day | None
    grade: str
    fte: Decimal
    service_line: str | None = None


@dataclass(frozen=True)
class Reduction:
    officer_id: str
    reason: str
    valid_from: Day
    valid_to: Day | None
    share: Decimal


@dataclass(frozen=True)
class Post:
    post_id: str
    office_id: str
    grade: str
    fte: Decimal
    status: str
    service_line: str | None = None
    expected_start_on: Day | None = None


@dataclass(frozen=True)
class Case:
    case_id: str
    office_id: str
    supervision_type: str
    received_on: Day
    started_on: Day | None = None
    first_contact_on: Day | None = None
    expected_end_on: Day | None = None
    ended_on: Day | None = None
    end_reason: str | None = None
    sex: str | None = None

    @property
    def opened_on(self) -> Day:
        """The earlier of received and started."""
        return min(self.received_on, self.started_on or self.received_on)


@dataclass(frozen=True)
class CaseOffice:
    case_id: str
    valid_from: Day
    office_id: str


@dataclass(frozen=True)
class Assignment:
    case_id: str
    officer_id: str
    valid_from: Day
    valid_to: Day | None = None
    share: Decimal | None = None  # Empty counts as 1.


@dataclass(frozen=True)
class Assessment:
    case_id: str
    assessed_on: Day
    risk_level: str


@dataclass(frozen=True)
class Flag:
    case_id: str
    flag: str
    valid_from: Day
    valid_to: Day | None = None


@dataclass(frozen=True)
class Task:
    task_id: str
    task_type: str
    office_id: str
    case_id: str | None
    officer_id: str | None
    requested_on: Day
    assigned_on: Day | None = None
    due_on: Day | None = None
    delivered_on: Day | None = None


@dataclass(frozen=True)
class PublishedFigure:
    source: str
    edition: str
    period_start_on: Day
    period_end_on: Day
    measure: str
    office_id: str | None
    supervision_type: str | None
    value: Decimal
    unit: str = "count"


@dataclass
class Delivery:
    """One full delivery: a list for each file; ``not_delivered`` names the files that do not come.

    ``offices_side_by_side`` is what its build is told: with more offices, regions stand in between.
    """

    as_of: Day
    not_delivered: frozenset[str] = frozenset()
    offices_side_by_side: int = SIDE_BY_SIDE
    offices: list[Office] = field(default_factory=list)
    staff_contracts: list[Contract] = field(default_factory=list)
    staff_reductions: list[Reduction] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    case_offices: list[CaseOffice] = field(default_factory=list)
    case_assignments: list[Assignment] = field(default_factory=list)
    case_assessments: list[Assessment] = field(default_factory=list)
    case_flags: list[Flag] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    published_figures: list[PublishedFigure] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    case_events: list[CaseEvent] = field(default_factory=list)
    outcome_figures: list[OutcomeFigure] = field(default_factory=list)
    referrals: list[Referral] = field(default_factory=list)
    case_needs: list[Need] = field(default_factory=list)
    surveys: list[Survey] = field(default_factory=list)
    audits: list[Audit] = field(default_factory=list)
    audit_actions: list[AuditAction] = field(default_factory=list)
    feedback: list[Feedback] = field(default_factory=list)
    incidents: list[Incident] = field(default_factory=list)
    training: list[Training] = field(default_factory=list)
    context_figures: list[ContextFigure] = field(default_factory=list)
