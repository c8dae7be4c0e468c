"""The split of growth the slow way: the mean of what each cause adds, over every order of changes.

Nothing of ``analysis.growth`` is used. A month is a plain dictionary, a share of nothing is that of the other
month, and what a set of changes gives is summed up anew, cell by cell.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import permutations
from math import factorial

STOCK = ("inflow", "kinds", "stay", "older", "transfers")
WORK = (*STOCK, "cover", "risk", "phase", "flags", "weights", "tasks")
STAFF = ("contract", "absence", "grades")
Outcome = Callable[[frozenset[str]], float]
Rows = list[dict]


def mean_over_all_orders(outcome: Outcome, causes: tuple[str, ...]) -> dict[str, float]:
    """What each cause adds when it changes, averaged over every order of all causes."""
    known: dict[frozenset[str], float] = {}
    added = dict.fromkeys(causes, 0.0)
    for order in permutations(causes):
        changed: frozenset[str] = frozenset()
        for cause in order:
            one, changed = changed, changed | {cause}
            for changes in (one, changed):
                if changes not in known:
                    known[changes] = outcome(changes)
            added[cause] += known[changed] - known[one]
    return {cause: total / factorial(len(causes)) for cause, total in added.items()}


def mean_over_all_sets(outcome: Outcome, causes: tuple[str, ...]) -> dict[str, float]:
    """The same with orders counted instead of gone through.

    As many have a set before a cause as put its members in any order in front of it, and the others behind.
    """
    sets = [frozenset()]
    for cause in causes:
        sets += [changed | {cause} for changed in sets]
    known = {changed: outcome(changed) for changed in sets}
    count = len(causes)
    return {
        cause: sum(
            factorial(len(changed)) * factorial(count - len(changed) - 1) / factorial(count)
            * (known[changed | {cause}] - known[changed])
            for changed in sets
            if cause not in changed
        )
        for cause in causes
    }  # fmt: skip


def total(rows: Iterable[dict], amount: str, **where: object) -> float:
    return sum(row[amount] for row in rows if all(row[key] == value for key, value in where.items()))


def shares(part: tuple[float, float], whole: tuple[float, float]) -> tuple[float, float]:
    """Part of whole in both months; where there is no whole, the share of the other month."""
    found = [p / w if w else None for p, w in zip(part, whole, strict=True)]
    before, after = found
    return (
        before if before is not None else after or 0.0,
        after if after is not None else before or 0.0,
    )


class Office:
    """One office and line in two months; ``months`` are two dictionaries of rows by frame."""

    def __init__(self, before: dict[str, Rows], after: dict[str, Rows], when: str, known_months: int) -> None:
        """``known_months``: how far back the earlier of the two months knows everybody who was received."""
        self.months, self.when, self.known_months = (before, after), when, known_months
        # sums are the same whatever has changed: taken once
        self.sums: dict[tuple, tuple[float, float]] = {}

    def both(self, frame: str, amount: str, **where: object) -> tuple[float, float]:
        key = (frame, amount, *where.items())
        if key not in self.sums:
            self.sums[key] = tuple(total(month[frame], amount, **where) for month in self.months)
        return self.sums[key]

    def values(self, frame: str, column: str, **where: object) -> list:
        rows = [row for month in self.months for row in month[frame]]
        return list({row[column] for row in rows if all(row[key] == one for key, one in where.items())})

    def open_cases(self, kind: str, changed: frozenset[str]) -> float:
        still, present = f"still_open_cases_{self.when}", f"open_cases_{self.when}"

        def now(cause: str, sides: tuple[float, float]) -> float:
            return sides[cause in changed]

        cases, older = 0.0, (0.0, 0.0)
        for band in self.values("cohorts", "age_from_months", supervision_type=kind):
            (until,) = self.values("cohorts", "age_to_months", supervision_type=kind, age_from_months=band)
            if until is None or until > self.known_months:
                of_band = self.both("cohorts", still, age_from_months=band, supervision_type=kind)
                older = tuple(map(sum, zip(older, of_band, strict=True)))
                continue
            everything = self.both("cohorts", "received_cases", age_from_months=band)
            received = self.both("cohorts", "received_cases", age_from_months=band, supervision_type=kind)
            stayed = self.both("cohorts", still, age_from_months=band, supervision_type=kind)
            cases += (
                now("inflow", everything)
                * now("kinds", shares(received, everything))
                * now("stay", shares(stayed, received))
            )
        own = self.both("cohorts", still, supervision_type=kind)
        here = self.both("cohorts", present, supervision_type=kind)
        moved = tuple(h - o for h, o in zip(here, own, strict=True))
        return cases + now("older", older) + now("transfers", moved)

    def all_open_cases(self, changed: frozenset[str]) -> float:
        return sum(self.open_cases(kind, changed) for kind in self.values("cohorts", "supervision_type"))

    def work(self, changed: frozenset[str]) -> float:
        mandates = (
            self.open_cases(kind, changed) * self.a_case(kind, changed)
            for kind in self.values("mix", "supervision_type")
        )
        return sum(mandates) + self.task_work(changed)

    def a_case(self, kind: str, changed: frozenset[str]) -> float:
        """Units of a kind's open case, most of them with an officer."""
        present = self.both("cohorts", "open_cases_avg", supervision_type=kind)
        carried = self.both("mix", "active_cases_avg", supervision_type=kind)
        units = 0.0
        for risk in self.values("mix", "risk_level", supervision_type=kind):
            at_level = self.both("mix", "active_cases_avg", supervision_type=kind, risk_level=risk)
            for phase in self.values("mix", "phase", supervision_type=kind, risk_level=risk):
                cell = {"supervision_type": kind, "risk_level": risk, "phase": phase}
                active = self.both("mix", "active_cases_avg", **cell)
                then, today = self.weighed("mix", **cell)
                sides = {
                    "risk": shares(at_level, carried),
                    "phase": shares(active, at_level),
                    "flags": shares(today, active),
                    "weights": shares(then, today),
                }
                product = 1.0
                for cause, side in sides.items():
                    product *= side[cause in changed]
                units += product
        return shares(carried, present)["cover" in changed] * units

    def task_work(self, changed: frozenset[str]) -> float:
        units = 0.0
        for task in self.values("tasks", "work_type"):
            then, today = self.weighed("tasks", work_type=task)
            units += today["tasks" in changed] * shares(then, today)["weights" in changed]
        return units

    def weighed(self, frame: str, **cell: str) -> tuple[tuple[float, float], tuple[float, float]]:
        then = self.both(frame, "workload_units_avg", **cell)
        today = self.both(frame, "workload_units_now_avg", **cell)
        is_gone = any(one and not other for one, other in zip(then, today, strict=True))
        return then, then if is_gone else today

    def capacity(self, changed: frozenset[str]) -> float:
        steps = ("contract_fte_avg", "available_fte_avg", "capacity_units_avg")
        fte, available, units = (self.both("staff", step) for step in steps)
        return (
            fte["contract" in changed]
            * shares(available, fte)["absence" in changed]
            * shares(units, available)["grades" in changed]
        )


def pct_of(offices: list[Office]) -> Outcome:
    """The workload percentage of offices together; work does not ask what changed in the staff."""
    known: dict[frozenset[str], float] = {}

    def pct(changed: frozenset[str]) -> float:
        of_work = changed & {*WORK}
        if of_work not in known:
            known[of_work] = sum(office.work(of_work) for office in offices)
        return 100 * known[of_work] / sum(office.capacity(changed) for office in offices)

    return pct


def by_office(frames: dict[str, Rows]) -> dict[tuple[str, str, str], dict[str, Rows]]:
    """Rows of all frames by office, line and month."""
    found: dict = defaultdict(lambda: {frame: [] for frame in frames})
    for frame, rows in frames.items():
        for row in rows:
            found[row["office_id"], row["service_line"], row["month_start_on"]][frame].append(row)
    return found
