"""A policy as rows, and what it says about one case, task or contract on one day."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from tests.reference.days import Day, runs

ANY_LEVEL = "any"
BASES = ("assumed", "published", "measured")
FACTOR_DECIMALS = Decimal("0.00000001")


@dataclass(frozen=True)
class Scheme:
    weight_scheme: str
    unit: str
    full_time_capacity: Decimal
    factor_cap: Decimal
    is_default: bool = False


@dataclass(frozen=True)
class CaseWeight:
    weight_scheme: str
    supervision_type: str
    risk_level: str
    from_month: int
    to_month: int | None
    weight: Decimal
    valid_from: Day
    valid_to: Day | None = None
    basis: str = "assumed"

    def matches(self, risk_level: str, month: int, day: Day) -> bool:
        """Whether the row is about this very level, this month of a case and this day."""
        in_months = self.from_month <= month and (self.to_month is None or month < self.to_month)
        return self.risk_level == risk_level and in_months and runs(self.valid_from, self.valid_to, day)


@dataclass(frozen=True)
class CaseFactor:
    weight_scheme: str
    flag: str
    factor: Decimal
    valid_from: Day
    valid_to: Day | None = None


@dataclass(frozen=True)
class TaskWeight:
    weight_scheme: str
    task_type: str
    weight: Decimal
    weighs: str
    window_days: int | None
    valid_from: Day
    valid_to: Day | None = None


@dataclass(frozen=True)
class GradeShare:
    weight_scheme: str
    grade: str
    capacity_share: Decimal
    valid_from: Day
    valid_to: Day | None = None


@dataclass(frozen=True)
class WorkType:
    work_type: str
    kind: str
    service_line: str


@dataclass(frozen=True)
class Phase:
    phase: str
    from_month: int
    to_month: int | None


@dataclass(frozen=True)
class Threshold:
    threshold_set: str
    measure: str
    threshold: Decimal


@dataclass(frozen=True)
class Policy:
    """All rows of a policy folder that decide a figure."""

    schemes: tuple[Scheme, ...]
    case_weights: tuple[CaseWeight, ...]
    case_factors: tuple[CaseFactor, ...] = ()
    task_weights: tuple[TaskWeight, ...] = ()
    capacity_grades: tuple[GradeShare, ...] = ()
    work_types: tuple[WorkType, ...] = ()
    phases: tuple[Phase, ...] = ()
    service_lines: tuple[str, ...] = ("offender_supervision", "victims", "civil", "coordination")
    reduction_reasons: tuple[str, ...] = ("absence", "long_leave", "training")
    threshold_sets: tuple[Threshold, ...] = ()

    @cached_property
    def _weights_of(self) -> dict[tuple[str, str], list[CaseWeight]]:
        found: dict[tuple[str, str], list[CaseWeight]] = {}
        for row in self.case_weights:
            found.setdefault((row.weight_scheme, row.supervision_type), []).append(row)
        return found

    def base_weight(
        self, scheme: Scheme, supervision_type: str, risk_level: str, month: int, day: Day
    ) -> Decimal:
        """Units of the weight row; no row weighs nothing."""
        row = self.weight_row(scheme, supervision_type, risk_level, month, day)
        return row.weight if row else Decimal(0)

    def weight_row(
        self, scheme: Scheme, supervision_type: str, risk_level: str, month: int, day: Day
    ) -> CaseWeight | None:
        """The row that weighs such a case on a day; an exact level wins over any."""
        rows = self._weights_of.get((scheme.weight_scheme, supervision_type), [])
        for level in (risk_level, ANY_LEVEL):
            matching = [row for row in rows if row.matches(level, month, day)]
            if matching:
                assert len(matching) == 1, f"two rows of equal rank: {matching}"
                return matching[0]
        return None

    def as_weighed_on(self, day: Day) -> "Policy":
        """The same policy, had its weights of ``day`` held for ever; capacity stays as it was."""

        def of_the_day(rows: tuple) -> tuple:
            valid = [row for row in rows if runs(row.valid_from, row.valid_to, day)]
            return tuple(replace(row, valid_from=Day.min, valid_to=None) for row in valid)

        return replace(
            self,
            case_weights=of_the_day(self.case_weights),
            case_factors=of_the_day(self.case_factors),
            task_weights=of_the_day(self.task_weights),
        )

    def factor(self, scheme: Scheme, flags: Iterable[str], day: Day) -> Decimal:
        """The capped product of the factors of these flags on a day, each flag once."""
        product = Decimal(1)
        for flag in sorted(set(flags)):
            rows = [r for r in self.case_factors if (r.weight_scheme, r.flag) == (scheme.weight_scheme, flag)]
            for row in rows:
                if runs(row.valid_from, row.valid_to, day):
                    product *= row.factor
        return min(scheme.factor_cap, product.quantize(FACTOR_DECIMALS, ROUND_HALF_UP))

    def task_weight(self, scheme: Scheme, task_type: str, day: Day) -> TaskWeight | None:
        """The row of a task type that is valid on a day, or None."""
        rows = [
            r
            for r in self.task_weights
            if (r.weight_scheme, r.task_type) == (scheme.weight_scheme, task_type)
        ]
        return next((row for row in rows if runs(row.valid_from, row.valid_to, day)), None)

    def capacity_share(self, scheme: Scheme, grade: str, day: Day) -> Decimal:
        """Share of the full-time capacity that a grade gives on a day; 1 without a row."""
        shares = self._capacity_shares(scheme, grade, day)
        return shares[0] if shares else Decimal(1)

    def has_capacity_row(self, scheme: Scheme, grade: str, day: Day) -> bool:
        """Whether a row says what a grade gives on a day."""
        return bool(self._capacity_shares(scheme, grade, day))

    def _capacity_shares(self, scheme: Scheme, grade: str, day: Day) -> list[Decimal]:
        rows = [
            r for r in self.capacity_grades if (r.weight_scheme, r.grade) == (scheme.weight_scheme, grade)
        ]
        return [row.capacity_share for row in rows if runs(row.valid_from, row.valid_to, day)]

    def service_line(self, work_type: str) -> str:
        """The line of work that carries a supervision type or task type."""
        return next(row.service_line for row in self.work_types if row.work_type == work_type)

    def phase(self, month: int) -> str:
        """The named phase in which a month of a case lies; empty outside all of them."""
        for row in self.phases:
            if row.from_month <= month and (row.to_month is None or month < row.to_month):
                return row.phase
        return ""
