"""Which areas there are, and among which of them the parts are compared."""

from dashboards import queries
from dashboards.choice import ALL, SERVICE
from dashboards.filters.filter import Context


def has_regions(context: Context) -> bool:
    """Whether regions stand between the service and its offices."""
    return bool(queries.choices(context.reader, "region"))


def among(context: Context) -> str:
    """The area whose parts are compared: where an office is chosen, the one that it belongs to."""
    office, region = context.values["office"], context.values["region"]
    if office != ALL:
        rows = queries.choices(context.reader, "office")
        return next(row["parent_id"] for row in rows if row["id"] == office)
    return SERVICE if region == ALL else region
