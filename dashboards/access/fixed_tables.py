"""The marts for a reader with a smallest count: fixed tables, of which a hidden cell is hidden everywhere.

A view gives the columns that `fixed_columns` names, of the rows that are shown, and refuses the question that
needs any other: so a sum, a rate or a sort over a hidden cell is refused as well, and nothing has to be
remembered in a page.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboards.access import small_counts
from dashboards.access.fixed_columns import DAY, TABLES, column, few
from dashboards.access.open_cases import WAITED
from dashboards.access.small_counts import WHOLE, Family

_BASES = "few_bases (service_line varchar, weight_scheme varchar)"
_WAITED = (
    "few_waited (area_id varchar, service_line varchar, weight_scheme varchar, months_waited bigint, "
    "waiting_cases bigint)"
)
_WEIGHED = "few_weighed (service_line varchar, weight_scheme varchar, is_none boolean, is_all boolean)"
LAST_MONTH = 12  # waited: a year and more
MARTS = frozenset({*TABLES, WAITED})


@dataclass(frozen=True)
class FixedTables:
    """The fixed tables of one scope: which cells are hidden is kept in its schema."""

    schema: str
    smallest: int
    as_of: date | None
    first_month_on: date | None

    def view(self, mart: str, place: str, columns: list[str]) -> str:
        """What stands before a mart that is one of these; `place`: where its rows are otherwise."""
        if mart == WAITED:
            return f"from {self.schema}.few_waited"
        fixed = TABLES[mart]
        shown = ", ".join(column(name, fixed) for name in columns)
        where = f"({fixed.where})"
        if fixed.last_day and self.first_month_on:
            where += f" and {fixed.last_day} >= date '{self.first_month_on}'"
        sql = (
            f"select {shown} from {place} as m left join {self.schema}.few_counts as few "  # noqa: S608
            f"on few.area_id = {fixed.area} and few.service_line = {fixed.line} {fixed.join} where {where}"
        )
        return self.told(sql)

    def told(self, sql: str) -> str:
        """SQL with what is the same in all rows written into it: asked for, it would be planned each time."""
        day = f"date '{self.as_of}'" if self.as_of else "null::date"
        said = {"$smallest": str(self.smallest), "$as_of": day, "{schema}": self.schema}
        for name, value in said.items():
            sql = sql.replace(name, value)
        return sql


def laid(connection: Any, schema: str, marts: Collection[str], smallest: int) -> FixedTables | None:
    """The fixed tables of a scope, with the cells that are hidden; None where the marts cannot say which."""
    for table in (small_counts.TABLE, _BASES, _WEIGHED, _WAITED):
        connection.execute(f"create or replace table {schema}.{table}")
    if not marts >= small_counts.NEEDED | {"fct_open_cases"}:
        return None
    found = connection.execute("select as_of, first_month_on from published.marts.dim_status").fetchone()
    fixed = FixedTables(schema, smallest, *(found or (None, None)))
    if rows := small_counts.hidden(connection, smallest, fixed.first_month_on):
        places = ", ".join("?" for _ in rows[0])
        connection.executemany(f"insert into {schema}.few_counts values ({places})", rows)  # noqa: S608
    connection.execute(
        f"insert into {schema}.few_bases select distinct service_line, weight_scheme "  # noqa: S608
        "from published.marts.fct_open_cases where state = 'active' "
        "group by service_line, weight_scheme, weight_basis having count(*) < $1",
        [smallest],
    )
    connection.execute(
        f"insert into {schema}.few_weighed select service_line, weight_scheme, unweighed_cases = 0, "  # noqa: S608
        "unweighed_cases = open_cases from published.marts.fct_area_open_cases "
        "where area_id = $1 and part_id = ''",
        [WHOLE],
    )
    _keep_waited(connection, fixed)
    return fixed


def banded(waited: Sequence[tuple[int, int]], smallest: int) -> list[tuple[int, int]]:
    """Months waited and cases, neighbours put together from the longest until each has enough or nobody.

    A band stands at its middle month; a year and more is one month. Too small a rest joins the band before
    it; nothing is left of fewer than `smallest` in all.
    """
    by_month: dict[int, int] = {}
    for months, cases in waited:
        by_month[min(months, LAST_MONTH)] = by_month.get(min(months, LAST_MONTH), 0) + cases
    bands: list[tuple[list[int], int]] = []
    months, cases = [], 0
    for one in sorted(by_month, reverse=True):
        months, cases = [*months, one], cases + by_month[one]
        if cases >= smallest:
            bands.append((months, cases))
            months, cases = [], 0
    if cases and bands:
        before = bands.pop()
        bands.append((before[0] + months, before[1] + cases))
    return sorted(((min(of) + max(of)) // 2, count) for of, count in bands)


def _keep_waited(connection: Any, fixed: FixedTables) -> None:
    """How long cases wait in the whole service: bands of months, where how many wait is shown today."""
    rows = connection.execute(
        fixed.told(
            f"select service_line, weight_scheme, months_waited, waiting_cases from shown.{WAITED} "  # noqa: S608
            "left join {schema}.few_counts as few using (area_id, service_line) "
            f"where area_id = $1 and not {few(Family.WAITING, DAY)}"
        ),
        [WHOLE],
    ).fetchall()
    groups: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for line, scheme, months, cases in rows:
        groups.setdefault((line, scheme), []).append((months, cases))
    kept = [(WHOLE, *group, *band) for group, of in groups.items() for band in banded(of, fixed.smallest)]
    if kept:
        connection.executemany(f"insert into {fixed.schema}.few_waited values (?, ?, ?, ?, ?)", kept)  # noqa: S608
