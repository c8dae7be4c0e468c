"""Which areas there are, and among which of them the parts are compared."""

from dashboards import queries
from dashboards.access.scope import Role
from dashboards.choice import ALL, SERVICE
from dashboards.reader import Reader


def has_regions(reader: Reader) -> bool:
    """Whether there are regions between the service and its offices."""
    return bool(queries.choices(reader, "region"))


def only_office(reader: Reader, area: str) -> str | None:
    """The one office of the service or of a region; None where there are several to compare."""
    rows = queries.choices(reader, "office")
    own = [row["id"] for row in rows if area in (SERVICE, row["parent_id"])]
    return own[0] if len(own) == 1 else None


def among(reader: Reader, region: str, office: str) -> str:
    """The area whose parts are compared: where an office is chosen, the one that it belongs to."""
    if office != ALL:
        rows = queries.choices(reader, "office")
        return next(row["parent_id"] for row in rows if row["id"] == office)
    return SERVICE if region == ALL else region


def own_offices(reader: Reader) -> list[str]:
    """The offices whose people and cases a reader may see, in the fixed order: of a demonstration all."""
    rows, scope = queries.choices(reader, "office"), reader.scope
    if scope.role is Role.WHOLE:
        return [row["id"] for row in rows]
    if scope.role is not Role.OFFICE_HEAD:
        return []
    return [row["id"] for row in rows if {row["id"], row["parent_id"]}.intersection(scope.areas)]
