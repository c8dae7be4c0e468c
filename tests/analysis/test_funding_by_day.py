"""Turning points against services that are played day by day, and found by halving, not by a formula."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

import polars as pl
import pytest

from analysis.funding import staff_need, turning_points

START_DAYS = 30


@dataclass(frozen=True)
class Service:
    """A service in which as many cases come each day, of a few kinds of stay, and some staff is away."""

    a_day: float
    stays_days: tuple[float, ...]
    start_weight: float
    later_weight: float
    contract_fte: float
    absence: float
    units_per_fte: float
    target_pct: float

    def work(self) -> float:
        """The weight of all cases that are there on a day, cohort by cohort, oldest last."""
        return sum(self._of_ages(lambda age: self.start_weight if age < START_DAYS else self.later_weight))

    def cases(self) -> float:
        return sum(self._of_ages(lambda _: 1))

    def _of_ages(self, weight: Callable[[int], float]):
        for stay in self.stays_days:
            for age in range(int(stay) + 1):
                yield self.a_day / len(self.stays_days) * weight(age) * min(1, stay - age)

    def capacity(self) -> float:
        return self.contract_fte * (1 - self.absence) * self.units_per_fte

    def gap(self) -> float:
        return self.work() - self.capacity() * self.target_pct / 100

    def with_factor(self, assumption: str, factor: float) -> "Service":
        changed = {
            "weights": {
                "start_weight": self.start_weight * factor,
                "later_weight": self.later_weight * factor,
            },
            "inflow": {"a_day": self.a_day * factor},
            "stay": {"stays_days": tuple(stay * factor for stay in self.stays_days)},
            "absence": {"absence": self.absence * factor},
        }
        return replace(self, **changed[assumption])


def drawn(random: Random) -> Service:
    stays = tuple(random.uniform(200, 900) for _ in range(3))
    service = Service(
        random.uniform(0.5, 4), stays, random.uniform(2, 9), random.uniform(1, 3), 1, 0, 100, 100
    )
    absence, load = random.uniform(0.05, 0.3), random.uniform(0.85, 1.2)
    contract = service.work() / load / (1 - absence) / 100
    return replace(service, contract_fte=contract, absence=absence, target_pct=random.choice([90, 100, 110]))


def row_of(service: Service) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "workload_units_avg": [service.work()],
            "capacity_units_avg": [service.capacity()],
            "contract_fte_avg": [service.contract_fte],
            "available_fte_avg": [service.contract_fte * (1 - service.absence)],
            "active_cases_avg": [service.cases()],
            "later_weight_units": [service.later_weight],
        }
    )


def halved(service: Service, assumption: str) -> float | None:
    """The factor at which the gap changes sign, by halving; None where it does not up to four times."""
    low, high = (START_DAYS / min(service.stays_days) if assumption == "stay" else 0.0), 4.0
    side = service.with_factor(assumption, low).gap() > 0
    if side == (service.with_factor(assumption, high).gap() > 0):
        return None
    for _ in range(40):
        middle = (low + high) / 2
        is_low = (service.with_factor(assumption, middle).gap() > 0) == side
        low, high = (middle, high) if is_low else (low, middle)
    return (low + high) / 2


@pytest.mark.parametrize("seed", range(12))
def test_the_answer_turns_where_halving_finds_it(seed):
    service = drawn(Random(seed))
    points = turning_points(row_of(service), service.target_pct)
    for assumption, factor in points.select("assumption", "turning_factor").iter_rows():
        found = halved(service, assumption)
        assert factor == (None if found is None else pytest.approx(found, abs=1e-6)), assumption


@pytest.mark.parametrize("seed", range(12))
def test_with_the_staff_needed_the_gap_is_closed(seed):
    service = drawn(Random(seed))
    need = staff_need(row_of(service), service.target_pct)["need_fte"].item()
    staffed = replace(service, contract_fte=need / (1 - service.absence))
    assert staffed.gap() == pytest.approx(0, abs=1e-6 * service.work())
