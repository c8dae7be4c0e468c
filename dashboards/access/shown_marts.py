"""What stands before the marts: views of the same names that leave out what no page may show.

They are laid when a published file is opened, once for all its readers. A question names a mart and gets the
view before it; so no question, and no page, can forget a rule. Marts without a rule are asked themselves.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from dashboards.access import cover, few_people, one_person, open_cases
from dashboards.access.capacity import is_of_capacity

SCHEMA = "shown"
# The published file as it is attached, and the order in which a question finds what it names.
PUBLISHED = "published"
SEARCH_PATH = f"memory.{SCHEMA},{PUBLISHED}.marts"

# What pages have no question about: of each some rows are of capacity.
_NOT_FOR_PAGES = ("fct_area_line_periods",)
# What earlier publications said of cases and work; of capacity each of them would need its own small groups.
_AS_KNOWN = "fct_figures_as_known"
_WORK_AS_KNOWN = f"""
    select * from {PUBLISHED}.marts.{_AS_KNOWN}
    where measure in (
        'received_cases', 'ended_cases', 'open_cases_end', 'waiting_cases_end', 'workload_units_avg'
    )
"""  # noqa: S608 (fixed names)


class Connection(Protocol):
    """What is needed of a connection to the published file, which this room does not open."""

    def execute(self, query: str, parameters: object = None) -> Any:
        """Run one statement."""

    def executemany(self, query: str, parameters: object = None) -> Any:
        """Run one statement for each of the rows."""


def lay(connection: Connection) -> None:
    """Make the views, and the small tables that they look into; a mart that is not there gets none."""
    connection.execute(f"create schema {SCHEMA}")
    marts = _columns(connection)
    _keep(connection, few_people.TABLE, few_people.hidden_years(connection, marts))
    _keep(connection, cover.LEFT_TABLE, cover.cases_left(connection, marts))
    _keep(connection, cover.COUNTS_TABLE, cover.counts(connection, marts))
    views = dict.fromkeys(_NOT_FOR_PAGES, "select null as not_for_pages where false")
    views[_AS_KNOWN] = _WORK_AS_KNOWN
    views |= one_person.views(marts) | few_people.views(marts, _last_day(connection, marts)) | cover.views()
    for name in views.keys() & marts.keys():
        connection.execute(f"create view {SCHEMA}.{name} as {views[name]}")
    for name, view in open_cases.counts(marts).items():
        connection.execute(f"create view {SCHEMA}.{name} as {view}")


def unruled(connection: Connection) -> set[str]:
    """The marts with a column of capacity that no view stands before; there should be none."""
    laid = {
        name
        for (name,) in connection.execute(
            "select view_name from duckdb_views() where schema_name = $1", [SCHEMA]
        ).fetchall()
    }
    return {
        name
        for name, columns in _columns(connection).items()
        if name not in laid and any(is_of_capacity(column) for column in columns)
    }


def _last_day(connection: Connection, marts: Mapping[str, list[str]]) -> date | None:
    if "as_of" not in marts.get("dim_status", ()):
        return None
    found = connection.execute(f"select as_of from {PUBLISHED}.marts.dim_status").fetchone()  # noqa: S608
    return found[0] if found else None


def _columns(connection: Connection) -> Mapping[str, list[str]]:
    """Every mart with its columns, in order."""
    rows = connection.execute(
        "select table_name, column_name from duckdb_columns() "
        "where database_name = $1 and schema_name = 'marts' order by table_name, column_index",
        [PUBLISHED],
    ).fetchall()
    found: dict[str, list[str]] = {}
    for mart, column in rows:
        found.setdefault(mart, []).append(column)
    return found


def _keep(connection: Connection, table: str, rows: Sequence[tuple]) -> None:
    """A small table with these rows; `table`: its name and columns."""
    connection.execute(f"create table {SCHEMA}.{table}")
    if rows:
        places = ", ".join("?" for _ in rows[0])
        name = table.partition("(")[0].strip()
        connection.executemany(f"insert into {SCHEMA}.{name} values ({places})", rows)  # noqa: S608
