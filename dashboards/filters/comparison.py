"""What a figure can be compared with: a period, the target of the policy, the median of the parts."""

from dashboards import queries
from dashboards.choice import ALL
from dashboards.filters import areas
from dashboards.filters.filter import Context
from dashboards.text import t

BEFORE, YEAR_AGO, TARGET, MEDIAN = "before", "year_ago", "target", "median"
# Figures that a target of the policy can be for.
MEASURES = ("workload_pct", "wait_days_p50")
# With fewer parts the one in the middle is an office that everybody knows. An assumption.
LEAST_PARTS = 5


def offered(context: Context) -> list[str]:
    """The two periods, a target where the policy has one that holds, a median where parts are enough."""
    has_target = any(queries.target(context.reader, measure) for measure in MEASURES)
    has_median = _parts(context) >= LEAST_PARTS
    return [BEFORE, YEAR_AGO, *[TARGET] * has_target, *[MEDIAN] * has_median]


def words(_: Context, value: str) -> str:
    """One of them, as it follows on `compared with`."""
    return t(f"common.comparison_{value}")


def _parts(context: Context) -> int:
    """How many parts are compared; a page without places is about those of the service."""
    place = (context.values.get(name, ALL) for name in ("region", "office"))
    among = areas.among(context.reader, *place)
    rows = (*queries.choices(context.reader, "region"), *queries.choices(context.reader, "office"))
    return sum(row["parent_id"] == among for row in rows)
