"""What each contract gives on each of its days up to as_of."""

from dataclasses import dataclass
from decimal import Decimal

from tests.reference.days import ONE_DAY, Day, days_from, runs
from tests.reference.policy import Policy
from tests.reference.records import Contract, Delivery

LINE_OF_EMPTY = "offender_supervision"


@dataclass(frozen=True)
class ContractDay:
    """One day of one contract: FTE with and without reductions, units by scheme."""

    contract: Contract
    day: Day
    service_line: str
    contract_fte: Decimal
    available_fte: Decimal
    units: dict[str, Decimal]


def reduced_share(delivery: Delivery, officer_id: str, day: Day) -> Decimal:
    """Share of an officer's contracts that is not available on the day, at most 1."""
    shares = [
        row.share
        for row in delivery.staff_reductions
        if row.officer_id == officer_id and runs(row.valid_from, row.valid_to, day)
    ]
    return min(Decimal(1), sum(shares, Decimal(0)))


def contract_days(delivery: Delivery, policy: Policy) -> list[ContractDay]:
    """Every day of every contract, up to as_of."""
    found = []
    after = delivery.as_of + ONE_DAY
    for contract in delivery.staff_contracts:
        for day in days_from(contract.valid_from, min(contract.valid_to or after, after)):
            available_fte = contract.fte * (1 - reduced_share(delivery, contract.officer_id, day))
            units = {
                scheme.weight_scheme: scheme.full_time_capacity
                * policy.capacity_share(scheme, contract.grade, day)
                * available_fte
                for scheme in policy.schemes
            }
            line = contract.service_line or LINE_OF_EMPTY
            found.append(ContractDay(contract, day, line, contract.fte, available_fte, units))
    return found
