"""The one place that narrows every question to what its reader may see.

A scope has views of its own, in the same names as the marts, that stand before what may be shown to anybody.
They are laid when the scope first asks of a file. So no SQL of a question changes, and none can forget: a
mart by its bare name is the narrowed one, and a question that names anything else is refused.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2s

import polars as pl

from dashboards.access import asked, door, fixed_columns, fixed_tables, shown_marts
from dashboards.access.mart_rules import About, Shown, about, shown_to, smallest_count
from dashboards.access.scope import Role, Scope
from dashboards.access.shown_marts import PUBLISHED, SCHEMA, Connection

# What a row that was set aside says in the words of the delivery, where persons may be named after all.
_TEXT = ("original_value", "hint", "record")
_CARRIER = "'^(.*) [0-9.]+$'"  # the share follows the last space: an id may hold spaces too
_CARRIED = f"""
    select case_id, regexp_extract(unnest(string_split(officer_shares, ', ')), {_CARRIER}, 1)
        as officer_id
    from {PUBLISHED}.marts.fct_open_cases
"""  # noqa: S608 (fixed text)


class NotShownError(Exception):
    """What was asked is not for this reader.

    `why`: `role`, `office` or `officer` (whose it would have to be), or `few`: a count is below `smallest`.
    """

    def __init__(self, why: str, what: str, smallest: int = 0) -> None:
        super().__init__(f"{what} is not shown: {why}")
        self.why, self.what = why, what
        self.smallest = smallest


@dataclass(frozen=True)
class ScopedMarts:
    """What one scope sees of one file: where its views are, and what is its own."""

    scope: Scope
    schema: str
    relations: frozenset[str]
    offices: frozenset[str]
    officers: frozenset[str]
    _read: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def search_path(self) -> str:
        """The order in which a question finds what it names."""
        return f"memory.{self.schema},{shown_marts.SEARCH_PATH}"

    def check(self, connection: Connection, sql: str, parameters: Mapping[str, object]) -> None:
        """Raise NotShownError where a question is not for this scope, AroundError where it is no question.

        A question about single cases or officers says whose: an office or an officer that is not the reader's
        own gets a refusal, and never fewer rows than there are.
        """
        if sql not in self._read:
            self._read[sql] = self._named(asked.read(connection, sql))
        shown = {mart: shown_to(self.scope.role, mart) for mart in self._read[sql]}
        for refused, why in ((Shown.REFUSED, "role"), (Shown.FEW, "few")):
            if marts := [mart for mart, one in shown.items() if one is refused]:
                raise NotShownError(why, marts[0], smallest_count(self.scope.role))
        for mart in shown:
            if shown[mart] is Shown.OWN:
                self._check_subject(mart, parameters)

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """Turns what a view says of a hidden cell into NotShownError: whatever needs one is refused."""
        try:
            yield
        except Exception as error:
            if fixed_columns.REFUSED not in str(error):
                raise
            # without the words of the database, which may hold the question
            raise NotShownError("few", "a count", smallest_count(self.scope.role)) from None

    def shown(self, rows: pl.DataFrame) -> pl.DataFrame:
        """The rows as they are; NotShownError where a count in them is too small for this role.

        All of the answer is withheld: nobody would see that a sum or a sentence over the rest is short.
        """
        smallest = smallest_count(self.scope.role)
        if door.has_count_below(rows, smallest):
            raise NotShownError("few", "a count", smallest)
        return rows

    def _named(self, found: asked.Asked) -> frozenset[str]:
        """The marts and views among the names; one that is both made and published may be either."""
        if unknown := found.named - found.made - self.relations:
            raise NotShownError("role", ", ".join(sorted(unknown)))
        return found.named & self.relations

    def _check_subject(self, mart: str, parameters: Mapping[str, object]) -> None:
        if parameters.get("officer"):
            if parameters["officer"] not in self.officers:
                raise NotShownError("officer", mart)
        elif self.scope.role is Role.OFFICE_HEAD and "office" in parameters:
            if parameters["office"] not in self.offices:
                raise NotShownError("office", mart)
        elif about(mart) is About.CASES and {"office", "area"} & parameters.keys():
            asked_of = parameters.get("office", parameters.get("area"))
            if self.scope.role is Role.OFFICER:
                raise NotShownError("officer", mart)
            if asked_of not in self.offices:
                raise NotShownError("office", mart)


def lay(connection: Connection, scope: Scope) -> ScopedMarts:
    """Make the views of a scope over what `shown_marts` laid."""
    schema = f"of_{scope.role}_{blake2s(repr(scope).encode(), digest_size=8).hexdigest()}"
    connection.execute(f"create schema if not exists {schema}")
    under = _relations(connection)
    _keep_own(connection, schema, scope, under)
    smallest = smallest_count(scope.role)
    fixed = fixed_tables.laid(connection, schema, under.keys(), smallest) if smallest else None
    for name, (place, columns) in under.items():
        if fixed and shown_to(scope.role, name) is Shown.FIXED:
            view = fixed.view(name, f"{place}.{name}", columns)
        else:
            view = _view(schema, scope, name, f"{place}.{name}", columns)
        if view:
            connection.execute(f"create or replace view {schema}.{name} as {view}")
    return ScopedMarts(
        scope,
        schema,
        frozenset(under),
        _ids(connection, f"{schema}.own_offices"),
        _ids(connection, f"{schema}.own_officers"),
    )


def _relations(connection: Connection) -> dict[str, tuple[str, list[str]]]:
    """Every mart, and what stands before it: name -> its schema, its columns in order."""
    rows = connection.execute(
        "select table_name, database_name || '.' || schema_name, list(column_name order by column_index) "
        "from duckdb_columns() where (database_name, schema_name) in (($1, 'marts'), ('memory', $2)) "
        "group by all order by any_value(schema_name) = $2",
        [PUBLISHED, SCHEMA],
    ).fetchall()
    return {name: (place, columns) for name, place, columns in rows}


def _view(schema: str, scope: Scope, mart: str, place: str, columns: list[str]) -> str:
    """What stands before a mart for this scope; empty where it is shown as it is to anybody."""
    match shown_to(scope.role, mart):
        case Shown.ALL:
            return ""
        case Shown.WITHOUT_TEXT:
            text = ", ".join(f"null::varchar as {name}" for name in columns if name in _TEXT)
            return f"select * replace ({text}) from {place}"  # noqa: S608 (names of marts)
        case Shown.NOTHING:
            return f"from {place} where false"
        case Shown.OWN if (key := _key(mart, columns)) in columns:
            is_own = f"{key} in (from {schema}.own_{'officers' if key == 'officer_id' else 'cases'})"
            return f"{_without_others(schema, scope, place, columns)} where {is_own}"
        case _:
            # also what no page may have of anybody, and what nobody has said who may see
            return "select null as not_for_this_role where false"


def _key(mart: str, columns: list[str]) -> str:
    if about(mart) is About.OFFICERS:
        return "officer_id"
    return "case_id" if "case_id" in columns else "record_id"


def _without_others(schema: str, scope: Scope, place: str, columns: list[str]) -> str:
    """The rows of a mart; an officer sees of an own case not who else carries it."""
    if scope.role is not Role.OFFICER or "officer_shares" not in columns:
        return f"select * from {place}"  # noqa: S608 (names of marts)
    own = f"(select any_value(officer_id) from {schema}.own_officers)"  # noqa: S608 (names of marts)
    return f"""
        select * exclude (me) replace (
            array_to_string(list_filter(
                string_split(officer_shares, ', '), lambda one: regexp_extract(one, {_CARRIER}, 1) = me
            ), ', ') as officer_shares
        )
        from {place} cross join (select {own} as me)
    """  # noqa: S608 (names of marts)


def _keep_own(
    connection: Connection, schema: str, scope: Scope, under: Mapping[str, tuple[str, list[str]]]
) -> None:
    """Small tables of what is the reader's own; ids stand in no view, which others could read."""
    own: dict[str, list[tuple]] = {"offices": [], "officers": [], "cases": []}
    if "dim_areas" in under and scope.areas:
        own["offices"] = connection.execute(
            f"select area_id from {PUBLISHED}.marts.dim_areas "  # noqa: S608 (fixed names)
            "where area_kind = 'office' and (list_contains($1, area_id) or list_contains($1, parent_id))",
            [list(scope.areas)],
        ).fetchall()
    offices = [office for (office,) in own["offices"]]
    if "dim_officers" in under:
        own["officers"] = connection.execute(
            f"select officer_id from {PUBLISHED}.marts.dim_officers "  # noqa: S608 (fixed names)
            "where officer_id = $1 or list_contains($2::varchar[], office_id)",
            [scope.officer, offices],
        ).fetchall()
    if "fct_open_cases" in under:
        own["cases"] = connection.execute(
            f"select case_id from ({_CARRIED}) where officer_id in (select unnest($1::varchar[])) "  # noqa: S608
            f"union select case_id from {PUBLISHED}.marts.fct_open_cases "
            "where office_id in (select unnest($2::varchar[]))",
            [[officer for (officer,) in own["officers"]], offices],
        ).fetchall()
    for name, rows in own.items():
        key = {"offices": "office_id", "officers": "officer_id", "cases": "case_id"}[name]
        table = f"{schema}.own_{name}"
        connection.execute(f"create or replace table {table} ({key} varchar)")
        connection.execute(f"insert into {table} select unnest($1::varchar[])", [[one for (one,) in rows]])


def _ids(connection: Connection, table: str) -> frozenset[str]:
    return frozenset(one for (one,) in connection.execute(f"from {table}").fetchall())
