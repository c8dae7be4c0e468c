"""How long the simulation of a waiting list takes, beside SimPy, which follows every case."""

import importlib
import math
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import numpy as np

from analysis.queue import Levers, Queue, Rates, Start, simulated
from benchmarks.document import paragraph, table

SIMPY = "simpy==4.1.2"
OFFICES, LINES, MONTHS, DRAWS, SLOW_DRAWS, BINS = 15, 5, 12, 500, 20, 13
# Moments of a month, in the order of the simulation.
LEAVES, GIVES_UP, COMES, IS_GIVEN = 0.1, 0.2, 0.3, 0.9


@dataclass(frozen=True)
class Service:
    """Offices in lines, about as large as the sample, of which some have a list and some have room."""

    start: Start
    rates: Rates
    levers: Levers

    @property
    def places(self) -> list[int]:
        """How many cases each cell can carry."""
        units = self.levers.available_fte[0] * self.rates.fte_units * self.levers.limit_pct / 100
        return np.floor(units / self.rates.case_units + 1e-9).astype(int).tolist()


def measured(home: Path) -> str:
    """Simulate one year both ways; SimPy is installed for this measurement alone."""
    target = home / "simpy"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(target), SIMPY], check=True
    )
    sys.path.insert(0, str(target))
    return told(importlib.import_module("simpy"))


def told(simpy: object) -> str:
    """The table: seconds of one year, and the waits that come out."""
    service = drawn()
    ours, seconds = _timed(lambda: _fast(service), runs=3)
    (cells, slow), slow_seconds = _timed(lambda: _slow(service, simpy), runs=1)
    slow_seconds *= DRAWS / SLOW_DRAWS
    waits = ours.waited_months.sum(axis=(1, 2)) / ours.started_cases.sum(axis=(1, 2))
    error = math.sqrt(waits.var() / DRAWS + waits.var() / SLOW_DRAWS)
    rows = [
        ("simulation of months", f"{DRAWS}", f"{seconds:.2f}", f"{waits.mean():.3f}", ""),
        (SIMPY.replace("==", " "), f"{SLOW_DRAWS}", f"{slow_seconds:,.0f}", f"{slow:.3f}", f"{error:.3f}"),
    ]
    headings = ("way", "runs made", f"s for {DRAWS} runs", "mean wait, months", "error of the difference")
    said = (
        f"{OFFICES * LINES} cells, {int(service.start.carried_cases.sum()):,} carried cases, "
        f"{int(service.rates.received_cases.sum()):,} received a month; SimPy followed {cells:,} cases in "
        f"{SLOW_DRAWS} runs. Ratio {slow_seconds / seconds:,.0f}; the waits differ by "
        f"{abs(waits.mean() - slow) / error:.1f} errors."
    )
    return "\n\n".join([table(headings, rows), paragraph(said)])


def drawn(seed: int = 1) -> Service:
    """Cells with 20 to 400 carried cases, as many coming as leave within a tenth, a tenth of them waiting."""
    rng = np.random.default_rng(seed)
    carried = rng.integers(20, 400, OFFICES * LINES)
    waiting = np.zeros((carried.size, BINS), np.int64)
    waiting[:, 0] = carried // 10
    left = rng.uniform(0.04, 0.08, carried.size)
    ones = np.ones(carried.size)
    rates = Rates(
        carried * left * rng.uniform(0.9, 1.1, carried.size), left, 0.02 * ones, 2.1 * ones, 105 * ones
    )
    fte = np.tile(carried * 2.1 / 105 * rng.uniform(0.95, 1.05, carried.size), (MONTHS, 1))
    return Service(Start(waiting, carried), rates, Levers(fte, 100 * ones))


def _fast(service: Service) -> Queue:
    rng = np.random.default_rng(1)
    return simulated(service.start, service.rates, service.levers, rng, DRAWS)


def _slow(service: Service, simpy: object) -> tuple[int, float]:
    """How many cases were followed, and their mean wait in whole months over all runs."""
    chance, followed, waited = Random(1), 0, []
    for _ in range(SLOW_DRAWS):
        for cell, places in enumerate(service.places):
            office = _Office(simpy.Environment(), chance, places, *_rates_of(service, cell))
            office.begin(int(service.start.waiting_cases[cell].sum()), int(service.start.carried_cases[cell]))
            office.environment.run(MONTHS)
            followed, waited = followed + office.followed, waited + office.waited
    return followed, sum(waited) / len(waited)


def _rates_of(service: Service, cell: int) -> tuple[float, float, float]:
    rates = service.rates
    return tuple(float(of[cell]) for of in (rates.received_cases, rates.left_share, rates.unserved_share))


@dataclass
class _Office:
    """One cell in which every case is a process of its own."""

    environment: object
    chance: Random
    places: int
    received: float
    left_share: float
    unserved_share: float
    listed: list[list[int]] = field(default_factory=list)  # [month of coming] of each that waits
    carried: int = 0
    followed: int = 0
    waited: list[int] = field(default_factory=list)

    def begin(self, waiting: int, carried: int) -> None:
        """Cases that are there, the stream of those to come, and the meeting that gives them out."""
        for _ in range(waiting):
            self.environment.process(self._waiting(-1))
        for _ in range(carried):
            self.environment.process(self._carried(-1))
        self.environment.process(self._arrivals())
        self.environment.process(self._meetings())

    def _months(self, share: float) -> int:
        """The month, 1 or later, in which what happens with that share a month happens."""
        return int(math.log(1 - self.chance.random()) / math.log1p(-share)) + 1

    def _carried(self, since: int):
        self.carried, self.followed = self.carried + 1, self.followed + 1
        yield self.environment.timeout(since + self._months(self.left_share) + LEAVES - self.environment.now)
        self.carried -= 1

    def _waiting(self, since: int):
        case = [since]
        self.listed.append(case)
        self.followed += 1
        gives_up = since + self._months(self.unserved_share) + GIVES_UP
        yield self.environment.timeout(gives_up - self.environment.now)
        if any(one is case for one in self.listed):
            self.listed = [one for one in self.listed if one is not case]

    def _arrivals(self):
        # As many as come in a whole month, between the moments at which cases give up and are given.
        width = IS_GIVEN - COMES
        for month in range(MONTHS):
            yield self.environment.timeout(month + COMES - self.environment.now)
            at = self.chance.expovariate(self.received)
            while at < 1:
                yield self.environment.timeout(month + COMES + width * at - self.environment.now)
                self.environment.process(self._waiting(month))
                at += self.chance.expovariate(self.received)

    def _meetings(self):
        for month in range(MONTHS):
            yield self.environment.timeout(month + IS_GIVEN - self.environment.now)
            self.listed.sort(key=lambda case: case[0])
            given = self.listed[: max(self.places - self.carried, 0)]
            self.listed = self.listed[len(given) :]
            for (came,) in given:
                self.waited.append(month - came)
                self.environment.process(self._carried(month))


def _timed(work, runs: int) -> tuple:
    """What it gives, and the seconds of the fastest run."""
    taken = []
    for _ in range(runs):
        started = time.perf_counter()
        found = work()
        taken.append(time.perf_counter() - started)
    return found, min(taken)
