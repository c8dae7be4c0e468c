"""Which counts of cases a reader with a smallest count is not shown: chosen once per published file.

A cell is a group (an area in one service line) in one calendar year and family of figures. A family is shown
of a group for a whole year or not at all, so that months, differences of them and sums over months or areas
tell no more than what is shown. The families: work and the cases that officers carry; open cases; cases
received; how many wait and start; how many lack cover; what is booked ahead. See docs/decisions/0051.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

import numpy as np
import polars as pl

WHOLE, LINES = "service", "every line"


class Family(StrEnum):
    """Figures that are shown together or hidden together."""

    CARRIED = "carried"
    OPEN = "open"
    RECEIVED = "received"
    WAITING = "waiting"
    UNCOVERED = "uncovered"
    BOOKED = "booked"


# Work under several schemes of known weights says more of few cases than their number: 5 times as many.
AMOUNT_TIMES = 5
TABLE = (
    "few_counts (area_id varchar, service_line varchar, "
    + ", ".join(f"{family} bigint[]" for family in Family)
    + ")"
)
# Whoever is in a later family is in these too: its counts with theirs would give a remainder.
_WITHIN = {
    Family.WAITING: (Family.CARRIED, Family.OPEN, Family.RECEIVED),
    Family.UNCOVERED: (Family.WAITING,),
}
NEEDED = frozenset(
    {
        "dim_areas",
        "dim_status",
        "dim_weight_schemes",
        "fct_area_clearance_months",
        "fct_area_line_months",
        "fct_area_line_weeks",
        "fct_area_line_windows",
        "fct_area_booked_weeks",
        "fct_area_open_cases",
    }
)
# One row per cell of every table. A group is hidden where one is more than 0 and below `least`; where
# `is_sum`, what is hidden of it beside each other has to come to the smallest count. What follows from shown
# cells is a cell as well: nobody's cases are the open less the carried ones. `both` is what somebody who
# knows how the open cases changed cannot know of those received.
_CELLS = """
    with every_month as (
        select
            area_id, service_line, month_start_on as on_day,
            open_cases_end as open, active_cases_end as carried, open - carried as nobodys,
            waiting_cases_end - waiting_to_close_cases_end as waiting, nobodys - waiting as not_waiting,
            uncovered_cases_end - uncovered_to_close_cases_end as uncovered,
            not_waiting - uncovered as to_close,
            received_cases as received, started_cases as started, ended_cases as ended,
            coalesce(lag(open) over in_order, 0) + received - open as gone,
            coalesce(lag(waiting) over in_order, 0) + received - started - waiting as left_waiting
        from published.marts.fct_area_clearance_months
        where supervision_type = ''
        window in_order as (partition by area_id, service_line order by month_start_on)
    ),

    months as (
        select * from every_month where on_day >= coalesce($first_month_on::date, on_day)
    ),

    loads as (
        select area_id, service_line, 'm' as grain, month_start_on as on_day, month_start_on as last_on,
            active_cases_avg, weight_scheme
        from published.marts.fct_area_line_months where part_id = ''
        union all
        select area_id, service_line, 'w', week_start_on, week_start_on + 6, active_cases_avg, weight_scheme
        from published.marts.fct_area_line_weeks where part_id = ''
        union all
        select area_id, service_line, time_window, window_start_on, window_end_on, active_cases_avg,
            weight_scheme
        from published.marts.fct_area_line_windows where part_id = ''
    ),

    of_one_scheme as (
        select * from loads
        where weight_scheme = (select min(weight_scheme) from published.marts.dim_weight_schemes)
            and last_on >= coalesce($first_month_on::date, last_on)
    ),

    ahead as (
        select area_id, service_line, week_start_on as on_day, ending_cases, active_cases_avg,
            -- its last days may be in the next year
            unnest(list_distinct([year(week_start_on), year(week_start_on + 6)])) as year
        from published.marts.fct_area_booked_weeks
        where weight_scheme = (select min(weight_scheme) from published.marts.dim_weight_schemes)
    ),

    cells as (
        select area_id, service_line, year(on_day) as year, on_day::varchar as period,
            unnest([
                {'family': 'carried', 'cell': 'carried', 'least': $of_amount, 'is_sum': true,
                    'value': carried::double},
                {'family': 'carried', 'cell': 'nobodys', 'least': 0, 'is_sum': true,
                    'value': nobodys},
                {'family': 'open', 'cell': 'open', 'least': $smallest, 'is_sum': true,
                    'value': open},
                {'family': 'open', 'cell': 'nobodys', 'least': $smallest, 'is_sum': true,
                    'value': nobodys},
                {'family': 'received', 'cell': 'received', 'least': $smallest, 'is_sum': true,
                    'value': received},
                {'family': 'received', 'cell': 'ended', 'least': $smallest, 'is_sum': false,
                    'value': ended},
                {'family': 'received', 'cell': 'gone', 'least': $smallest, 'is_sum': false,
                    'value': gone},
                {'family': 'received', 'cell': 'both', 'least': 0, 'is_sum': true,
                    'value': least(received, greatest(gone, 0))},
                {'family': 'waiting', 'cell': 'waiting', 'least': $smallest, 'is_sum': true,
                    'value': waiting},
                {'family': 'waiting', 'cell': 'not_waiting', 'least': $smallest, 'is_sum': true,
                    'value': not_waiting},
                {'family': 'waiting', 'cell': 'started', 'least': $smallest, 'is_sum': true,
                    'value': started},
                {'family': 'uncovered', 'cell': 'uncovered', 'least': $smallest, 'is_sum': true,
                    'value': uncovered},
                {'family': 'uncovered', 'cell': 'to_close', 'least': $smallest, 'is_sum': true,
                    'value': to_close}
            ], recursive := true)
        from months
        union all
        select area_id, service_line, year(on_day), min(on_day)::varchar, 'waiting', 'left_waiting',
            $smallest, false, sum(left_waiting)
        from months
        group by area_id, service_line, year(on_day)
        union all
        select area_id, service_line, unnest(list_distinct([year(on_day), year(last_on)])), grain || on_day,
            'carried', 'active', $of_amount, false, active_cases_avg
        from of_one_scheme
        union all
        select area_id, service_line, year, on_day::varchar, 'booked', 'ending', $smallest, true, ending_cases
        from ahead
        union all
        select area_id, service_line, year, on_day::varchar, 'booked', 'active', $of_amount, false,
            active_cases_avg
        from ahead
    )

    select family, service_line, year, area_id, cell, period, least, is_sum, value::double as value
    from cells where value is not null
    order by family, service_line, year, area_id, cell, period
"""


def hidden(connection: Any, smallest: int, first_month_on: date | None) -> list[tuple]:
    """The rows of `few_counts`: per group the years in which each family is hidden of it.

    `first_month_on`: the first month of which all cases are known; no fixed table begins before it.
    """
    least = {"smallest": smallest, "of_amount": AMOUNT_TIMES * smallest}
    rows = connection.execute(_CELLS, {**least, "first_month_on": first_month_on}).pl()
    places = connection.execute(
        "select area_id, area_kind, parent_id from published.marts.dim_areas order by position"
    ).fetchall()
    parents = {area: parent for area, _, parent in places}
    offices = {area for area, kind, _ in places if kind == "office"}
    found: dict[tuple[str, str], dict[Family, list[int]]] = {}
    for family, line, year, area in sorted(hidden_groups(rows, parents, offices, smallest)):
        found.setdefault((area, line), {one: [] for one in Family})[family].append(year)
    return [(*group, *years.values()) for group, years in found.items()]


Hidden = set[tuple[Family, str, int, str]]


def hidden_groups(
    rows: pl.DataFrame, parents: Mapping[str, str], offices: Collection[str], smallest: int
) -> Hidden:
    """Family, service line, year and area of what is hidden: what is small, and what it takes to cover it.

    `rows`: a cell each, see `_CELLS`. `parents`: area -> the area that it is a part of, '' of the whole.
    """
    tables = {
        (Family(family), line, year): _Table(own)
        for (family, line, year), own in rows.group_by("family", "service_line", "year")
    }
    found: Hidden = set()
    for family in Family:  # in their order: later ones are within those before
        for (_, line, year), table in sorted(_of(tables, family).items()):
            within = {area for one in _WITHIN.get(family, ()) for area in _areas(found, one, line, year)}
            coarse = set(offices) if family in (Family.WAITING, Family.UNCOVERED) else set()
            gone = table.small | ((within | coarse) & set(table.areas))
            found |= {(family, line, year, area) for area in table.covered(gone, parents, smallest)}
        if family is Family.OPEN:
            found |= _lines_covered(tables, found, parents, smallest)
    return found


def _of(tables: Mapping, family: Family) -> dict:
    return {key: table for key, table in tables.items() if key[0] is family}


def _areas(found: Hidden, family: Family, line: str, year: int) -> set[str]:
    return {area for one, of_line, of_year, area in found if (one, of_line, of_year) == (family, line, year)}


def _lines_covered(tables: Mapping, found: Hidden, parents: Mapping[str, str], smallest: int) -> Hidden:
    """What is hidden more of open cases because the lines of the service add up to a total that is shown."""
    more: Hidden = set()
    for year in {year for _, _, year in _of(tables, Family.OPEN)}:
        lines = {line: one for (_, line, of), one in _of(tables, Family.OPEN).items() if of == year}
        rows = [
            one.rows.filter(area_id=WHOLE).with_columns(area_id=pl.lit(line)) for line, one in lines.items()
        ]
        together = _Table(pl.concat(rows))
        gone = {line for line in lines if (Family.OPEN, line, year, WHOLE) in found}
        for line in together.covered(gone, dict.fromkeys(lines, LINES), smallest) - gone - {LINES}:
            more |= {
                (Family.OPEN, line, year, area) for area in lines[line].covered({WHOLE}, parents, smallest)
            }
    return more


class _Table:
    """The cells of one family, line and year: areas by what adds up over them."""

    def __init__(self, rows: pl.DataFrame) -> None:
        self.rows = rows
        self.small = set(
            rows.filter((pl.col("value") > 0) & (pl.col("value") < pl.col("least")))["area_id"].unique()
        )
        wide = (
            rows.filter("is_sum")
            .with_columns(key=pl.col("cell") + " " + pl.col("period"), value=pl.col("value").clip(0))
            .pivot("key", index="area_id", values="value", sort_columns=True)
            .sort("area_id")
        )
        self.areas = wide["area_id"].to_list()
        self.place = {area: place for place, area in enumerate(self.areas)}
        values = wide.drop("area_id").to_numpy()
        self.is_there = ~np.isnan(values)
        self.values = np.nan_to_num(values)

    def covered(self, gone: set[str], parents: Mapping[str, str], smallest: int) -> set[str]:
        """The areas hidden with those that are `gone`: of every whole that is shown, enough of its parts."""
        gone, before = set(gone), None
        while gone != before:
            before = set(gone)
            for whole in dict.fromkeys(parents.values()):
                parts = [area for area, parent in parents.items() if parent == whole and area in self.place]
                if whole in gone:
                    gone.update(parts)
                elif whole and not self._cover(gone, parts, smallest):
                    gone.add(whole)
        return gone

    def _cover(self, gone: set[str], parts: list[str], smallest: int) -> bool:
        """Add the next smallest part until enough is hidden; False where that is never so."""
        others = sorted((part for part in parts if part not in gone), key=self._size)
        while not self._is_enough([part for part in parts if part in gone], smallest):
            if not others:
                # each of them alone is the whole then, and that is not small
                return self._is_enough([part for part in parts if part in gone], smallest, fewest=1)
            gone.add(others.pop(0))
        return True

    def _size(self, area: str) -> tuple:
        """Parts that are there all year come first, the smallest of them before."""
        own = self.place[area]
        return int((~self.is_there[own]).sum()), float(self.values[own].sum()), area

    def _is_enough(self, gone: Iterable[str], smallest: int, fewest: int = 2) -> bool:
        places = [self.place[area] for area in gone]
        if not places:
            return True
        sums, count = self.values[places].sum(axis=0), self.is_there[places].sum(axis=0)
        return bool(np.all((sums == 0) | ((sums >= smallest) & (count >= fewest))))
