"""Daily figures by key, and their means over months and weeks."""

from collections import defaultdict
from decimal import Decimal

from tests.reference.days import Day, Grain

Key = tuple
Row = dict[str, object]
Mart = dict[Key, Row]


class Daily:
    """Sums by key and day of named measures; what was never added is 0."""

    def __init__(self, *measures: str) -> None:
        self.measures = measures
        # Several marts read one of these: a key that is only asked for does not come in.
        self.figures: dict[tuple[Key, Day], dict[str, Decimal]] = {}

    def add(self, key: Key, day: Day, **amounts: Decimal | int) -> None:
        """Add amounts to the measures of a key on a day."""
        figures = self.figures.get((key, day))
        if figures is None:
            figures = self.figures[key, day] = self.nothing()
        for measure, amount in amounts.items():
            figures[measure] += amount

    def on(self, key: Key, day: Day) -> dict[str, Decimal]:
        """The measures of a key on a day."""
        return self.figures.get((key, day)) or self.nothing()

    def nothing(self) -> dict[str, Decimal]:
        """Every measure at 0."""
        return dict.fromkeys(self.measures, Decimal(0))

    def means(self, grain: Grain, as_of: Day) -> Mart:
        """One row per key and period: ``days`` that exist and ``<measure>_avg``, the mean over those days."""
        sums: dict[Key, dict[str, Decimal]] = defaultdict(self.nothing)
        for (key, day), figures in self.figures.items():
            for measure, amount in figures.items():
                sums[*key, grain.start(day)][measure] += amount
        rows = {}
        for key, totals in sums.items():
            days = grain.days(key[-1], as_of)
            rows[key] = {"days": days} | {f"{measure}_avg": totals[measure] / days for measure in totals}
        return rows


def workload_pct(workload: Decimal, capacity: Decimal) -> Decimal | None:
    """A ratio of sums; None without capacity."""
    return 100 * workload / capacity if capacity else None


def with_pct(mart: Mart) -> Mart:
    """The rows with ``workload_pct`` from their means: over one set of days that is the ratio of the sums."""
    for row in mart.values():
        row["workload_pct"] = workload_pct(row["workload_units_avg"], row["capacity_units_avg"])
    return mart
