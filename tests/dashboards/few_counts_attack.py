"""Somebody who puts all answers to a policymaker side by side: between which values does a hidden count lie?

What is read are the tables that a scope's questions are answered from, cell by cell, so whatever a page adds
up, divides or rounds is known here already. Everything that is known of cases is written down as equations;
linear programmes say how little and how much each small count can be. Written without the rule it checks.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import duckdb
import numpy as np
import polars as pl
from scipy import optimize, sparse

from dashboards import database
from dashboards.access.narrowing import ScopedMarts
from dashboards.reader import Reader

SMALLEST = 10
WHOLE = "service"
STOCKS = ("open", "carried", "waiting", "uncovered", "to_close")
FLOWS = ("received", "started", "ended")
MOVES = ("moved_in", "moved_out")
# What is a count of cases of an area, with those that follow: cases of nobody are those that are not carried.
TARGETS = {
    **{name: {name: 1.0} for name in (*STOCKS, *FLOWS)},
    "nobodys": {"open": 1.0, "carried": -1.0},
    "not_waiting": {"uncovered": 1.0, "to_close": 1.0},
}
ROUNDS = 20
MOST = 1e5  # more cases than there are anywhere: a bound of the programme
Cell = tuple  # (what, area, month)


@dataclass
class System:
    """What is known: values of cells, and sums of cells (cell -> weight) that come to nothing."""

    known: dict[Cell, float] = field(default_factory=dict)
    sums: list[dict[Cell, float]] = field(default_factory=list)

    def cells(self) -> list[Cell]:
        """Every cell that a sum names."""
        return sorted({cell for one in self.sums for cell in one} | self.known.keys(), key=repr)


@dataclass(frozen=True)
class Told:
    """A small count that lies within too little: what it is, and between which values it is known to lie."""

    cell: Cell
    value: float
    lower: float
    upper: float


@dataclass(frozen=True)
class Tables:
    """The months of one file: as they are, and as a scope has them (null where a question is refused)."""

    true: pl.DataFrame
    shown: pl.DataFrame
    parents: dict[str, str]
    open_in_all: int | None


def read_file(reader: Reader) -> Tables:
    """The same of the file that a reader looks at."""
    connection = database._open(reader.file)
    return read(connection, database._narrowed(connection, reader.scope))


def read(connection: duckdb.DuckDBPyConnection, scope: ScopedMarts) -> Tables:
    """Every cell of the months that a scope can reach by any question, and the truth behind it."""
    tried = {
        "open": "open_cases_end",
        "carried": "active_cases_end",
        "waiting": "waiting_cases_end - waiting_to_close_cases_end",
        "uncovered": "uncovered_cases_end - uncovered_to_close_cases_end",
        "received": "received_cases",
        "started": "started_cases",
        "ended": "ended_cases",
        "received_12": "received_cases_12_months",
        "moved_in": "transferred_in_cases",
        "moved_out": "transferred_out_cases",
    }
    keys = "area_id, service_line, month_start_on"
    asked = ", ".join(f"({sql})::double as {name}" for name, sql in tried.items())
    sql = f"""
        with months as (
            select {keys}, {asked} from fct_area_clearance_months where supervision_type = ''
        ), means as (
            select if(part_id = '', area_id, part_id) as area_id, service_line, month_start_on,
                max(active_cases_avg) as carried_avg
            from fct_area_line_months
            group by all
        ), today as (
            select if(part_id = '', area_id, part_id) as area_id, service_line,
                date_trunc('month', as_of)::date as month_start_on,
                max(t.open_cases)::double as open_today, max(t.active_cases)::double as carried_today
            from fct_area_open_cases as t cross join dim_status
            group by all
        ), windows as (
            select if(part_id = '', area_id, part_id) as area_id, service_line,
                date_trunc('month', as_of)::date as month_start_on,
                max(active_cases_avg) as carried_in_window
            from fct_area_line_windows cross join dim_status
            where time_window = 'today'
            group by all
        )
        select * from months left join means using ({keys}) left join today using ({keys})
        left join windows using ({keys})
        left join (select {keys}, waiting_cases_end::double as waits from waiting_counts) using ({keys})
        where month_start_on >= coalesce((select first_month_on from dim_status), month_start_on)
        order by {keys}
    """  # noqa: S608 (fixed text of the tests)
    with connection.cursor() as asking:
        asking.execute("set search_path = 'memory.shown,published.marts'")
        true = asking.execute(sql).pl()
        parents = dict(asking.execute("select area_id, parent_id from dim_areas").fetchall())
        asking.execute(f"set search_path = 'memory.{_opened(asking, scope)},{scope.search_path}'")
        shown = asking.execute(sql).pl()
        total = asking.execute("select open_cases from dim_status").fetchone()[0]
    return Tables(true, shown, parents, total)


def _opened(connection: duckdb.DuckDBPyConnection, scope: ScopedMarts) -> str:
    """A schema of the same views that are empty where those of the scope refuse a question."""
    schema = f"{scope.schema}_opened"
    connection.execute(f"create schema if not exists {schema}")
    views = connection.execute(
        "select view_name, sql from duckdb_views() where schema_name = $1", [scope.schema]
    ).fetchall()
    for name, sql in views:
        made = re.sub(r'"?error"?\(\'[^\']*\'\)', "null", sql.partition(" AS ")[2])
        connection.execute(f"create or replace view {schema}.{name} as {made}")
    return schema


def told(tables: Tables, share: float = 1.0, seed: int = 0) -> list[Told]:
    """The small counts that follow from all that is shown within less than the smallest count; none is right.

    `share`: of the lines and years that are tried, drawn by `seed`.
    """
    chance = np.random.default_rng(seed)
    found = []
    for line, year in _parts(tables):
        if share >= 1 or chance.random() < share:
            found += _told_of(tables, line, year)
    return found + _told_of_lines(tables)


def _parts(tables: Tables) -> Iterator[tuple[str, int]]:
    pairs = tables.true.select("service_line", year=pl.col("month_start_on").dt.year()).unique()
    yield from sorted(pairs.iter_rows())


def _of(rows: pl.DataFrame, line: str, year: int) -> pl.DataFrame:
    """The months of a line in a year, and the one before."""
    when = pl.col("month_start_on")
    return rows.filter(
        pl.col("service_line") == line, when >= date(year - 1, 12, 1), when < date(year + 1, 1, 1)
    )


def _told_of(tables: Tables, line: str, year: int) -> list[Told]:
    true, shown = (_of(rows, line, year) for rows in (tables.true, tables.shown))
    system = _system(shown, tables.parents)
    small = {
        (name, row["area_id"], row["month_start_on"]): _weighted(row, name)
        for row in _with_rest(true).to_dicts()
        if row["month_start_on"].year == year
        for name in TARGETS
    }
    return list(_narrow(system, {cell: value for cell, value in small.items() if 0 < value < SMALLEST}))


def _with_rest(rows: pl.DataFrame) -> pl.DataFrame:
    rest = pl.col("open") - pl.col("carried") - pl.col("waiting") - pl.col("uncovered")
    return rows.with_columns(to_close=rest)


def _weighted(row: dict, name: str) -> float:
    return sum(weight * row[one] for one, weight in TARGETS[name].items())


def _system(shown: pl.DataFrame, parents: dict[str, str]) -> System:
    """What the rows of one line tell: what is shown of them, and how counts hang together."""
    system = System()
    months = shown["month_start_on"].unique().sort().to_list()
    there = {(row["area_id"], row["month_start_on"]): row for row in shown.to_dicts()}
    for (area, month), row in there.items():
        for name in (*STOCKS, *FLOWS, *MOVES, "carried_avg"):
            if row.get(name) is not None:
                system.known[name, area, month] = row[name]
        for name, also in (
            ("open", "open_today"),
            ("carried", "carried_today"),
            ("carried", "carried_in_window"),
            ("waiting", "waits"),
        ):
            if row[also] is not None:
                system.known[name, area, month] = row[also]
        system.sums.append({(name, area, month): 1.0 if name == "open" else -1.0 for name in STOCKS})
        before = months[months.index(month) - 1] if month != months[0] else None
        if (area, before) in there:
            system.sums.append(_flow(area, before, month))
    parts = defaultdict(list)
    for area, month in there:
        if (parents.get(area), month) in there:
            parts[parents[area], month].append(area)
    for (whole, month), areas in parts.items():
        for name in (*STOCKS, *FLOWS, "carried_avg"):
            system.sums.append({(name, whole, month): -1.0} | {(name, area, month): 1.0 for area in areas})
    for month in months:
        # who leaves one office for another stays with the service
        system.sums.append({("moved_in", WHOLE, month): 1.0, ("moved_out", WHOLE, month): -1.0})
    return system


def _flow(area: str, before: date, month: date) -> dict[Cell, float]:
    """The open cases at the end of a month: those before, and who came and left."""
    signs = {"received": 1.0, "moved_in": 1.0, "ended": -1.0, "moved_out": -1.0}
    return {("open", area, before): 1.0, ("open", area, month): -1.0} | {
        (name, area, month): sign for name, sign in signs.items()
    }


def _told_of_lines(tables: Tables) -> list[Told]:
    """The same of the open cases of each line on the last day, which add up to a number that is shown."""
    last = tables.true["month_start_on"].max()
    of_all = pl.col("month_start_on") == last, pl.col("area_id") == WHOLE
    true = dict(tables.true.filter(*of_all).select("service_line", "open").iter_rows())
    system = System()
    for line, count in tables.shown.filter(*of_all).select("service_line", "open").iter_rows():
        if count is not None:
            system.known["open", line, last] = count
    if tables.open_in_all is None or sum(true.values()) != tables.open_in_all:
        return []
    system.known["open", "all", last] = tables.open_in_all
    system.sums.append({("open", line, last): 1.0 for line in true} | {("open", "all", last): -1.0})
    small = {("open", line, last): count for line, count in true.items() if 0 < count < SMALLEST}
    return list(_narrow(system, small))


def _narrow(system: System, small: dict[Cell, float]) -> Iterator[Told]:
    """Those of the small counts whose least and most lie less than the smallest count apart."""
    if not small:
        return
    cells = system.cells()
    place = {cell: number for number, cell in enumerate(cells)}
    known = np.array([system.known.get(cell, np.nan) for cell in cells])
    bounds = np.column_stack([np.where(np.isnan(known), 0, known), np.where(np.isnan(known), MOST, known)])
    entries = [
        (row, place[cell], weight) for row, one in enumerate(system.sums) for cell, weight in one.items()
    ]
    rows, columns, weights = (np.array(part) for part in zip(*entries, strict=True))
    equal = sparse.csr_array((weights, (rows, columns)), shape=(len(system.sums), len(cells)))
    objectives = {cell: _objective(cell, place, len(cells)) for cell in small}
    lower, upper = dict(small), dict(small)

    near = bounds.copy()
    for cell, value in small.items():
        if len(TARGETS[cell[0]]) == 1 and cell not in system.known:
            near[place[cell]] = max(0, value - SMALLEST), value + SMALLEST

    def tried(objective: np.ndarray, within: np.ndarray = bounds) -> None:
        answer = optimize.linprog(
            objective, A_eq=equal, b_eq=np.zeros(len(system.sums)), bounds=within, method="highs"
        )
        assert answer.status == 0, (answer.message, next(iter(small)))
        for cell, own in objectives.items():
            value = float(own @ answer.x)
            lower[cell], upper[cell] = min(lower[cell], value), max(upper[cell], value)

    def left() -> list[Cell]:
        return [cell for cell in small if upper[cell] - lower[cell] < SMALLEST - 1e-6]

    chance = np.random.default_rng(1)
    for _ in range(ROUNDS):  # one answer moves many of them: whatever is possible is possible
        if open_ones := left():
            signs = chance.choice([1.0, -1.0], len(open_ones))
            tried(sum(sign * objectives[cell] for sign, cell in zip(signs, open_ones, strict=True)), near)
    for cell in left():
        for sign in (1, -1):
            tried(sign * objectives[cell])
    for cell in left():
        yield Told(cell, small[cell], lower[cell], upper[cell])


def _objective(cell: Cell, place: dict[Cell, int], size: int) -> np.ndarray:
    name, area, month = cell
    found = np.zeros(size)
    for one, weight in TARGETS[name].items():
        found[place[one, area, month]] = weight
    return found
