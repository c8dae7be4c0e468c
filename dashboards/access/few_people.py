"""Capacity, staff and percentages of fewer than five full-time posts are hidden: they would show who is away.

A group is an area (an office, a region, the service) in one service line. It is hidden for a whole calendar
year, behind and ahead, on every page alike; so is as much beside it as keeps it from being had by
subtraction from the total. Its work is shown. See docs/decisions/0031.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from dashboards.access.capacity import is_of_capacity, without
from dashboards.access.door import SMALLEST_SHOWN

FEW_MARK = "is_of_few"
TABLE = "few_posts (area_id varchar, service_line varchar, years bigint[])"
_PART = "if(m.part_id = '', m.area_id, m.part_id)"


@dataclass(frozen=True)
class Posts:
    """The posts of one group in a year: the fewest of any period that had some, and of every period."""

    fewest: float
    steady: float


@dataclass(frozen=True)
class _Rule:
    """Of which group a row of a mart is, and the days that its figures are about."""

    area: str
    first_on: str
    last_on: str


def _periods(area: str) -> dict[str, _Rule]:
    months = _Rule(area, "m.month_start_on", "m.month_start_on")
    weeks = _Rule(area, "m.week_start_on", "m.week_start_on + 6")
    windows = _Rule(area, "m.window_start_on", "m.window_end_on")
    return {
        "months": months,
        "months_now": months,
        "weeks": weeks,
        "weeks_now": weeks,
        "outlook_weeks": weeks,
        "windows": windows,
        "windows_now": windows,
    }


_PERIODS = ("months", "weeks", "outlook_weeks", "windows")
_RULES = {
    **{f"fct_area_line_{name}": rule for name, rule in _periods(_PART).items()},
    **{f"fct_office_line_{name}": rule for name, rule in _periods("m.office_id").items()},
    # of the four weeks to the last day
    "fct_area_sensitivity": _Rule("m.area_id", "{as_of} - 27", "{as_of}"),
    "fct_area_finding_effects": _Rule("m.area_id", "m.on_day", "m.on_day"),
    "fct_area_weight_changes": _Rule(_PART, "m.changed_on - 1", "m.changed_on"),
}
# An office as a whole, less its lines that are shown, would be the line that is not.
_OF_ALL_LINES = (
    "fct_office_periods",
    *(f"fct_office_{name}" for name in ("months", "months_now", "weeks", "weeks_now", "outlook_weeks")),
)
# Figures of the people of an office that say nothing of a line: hidden with the line that nearly all work in.
_OF_STAFF = {
    "fct_context_months": ("amount",),
    "fct_training_months": ("training_hours", "participants"),
}
_NEARLY_ALL = "offender_supervision"


def views(marts: Mapping[str, list[str]], as_of: date | None) -> dict[str, str]:
    """Mart -> what a page may have of it: capacity is null where `is_of_few`.

    `as_of`, the last day of the data, is written into the views: asked for, it would be planned each time.
    """
    found = {mart: _view(mart, marts[mart], rule, as_of) for mart, rule in _RULES.items() if mart in marts}
    found |= {mart: _of_staff(mart, figures) for mart, figures in _OF_STAFF.items() if mart in marts}
    return found | {
        mart: f"select {without(marts[mart])} from published.marts.{mart}"  # noqa: S608 (names of marts)
        for mart in _OF_ALL_LINES
        if mart in marts
    }


def _view(mart: str, columns: list[str], rule: _Rule, as_of: date | None) -> str:
    last_day = f"date '{as_of}'" if as_of else "null::date"
    years = f"[year({rule.first_on}), year({rule.last_on})]".format(as_of=last_day)
    is_of_few = f"coalesce(list_has_any(few.years, {years}), false)"
    cleared = ", ".join(
        f"case when not {is_of_few} then m.{name} end as {name}" for name in columns if is_of_capacity(name)
    )
    return (
        f"select m.* replace ({cleared}), {is_of_few} as {FEW_MARK} "  # noqa: S608 (names of marts)
        f"from published.marts.{mart} as m "
        f"left join shown.few_posts as few on few.area_id = {rule.area} and few.service_line = m.service_line"
    )


def _of_staff(mart: str, figures: Sequence[str]) -> str:
    is_of_few = "coalesce(list_contains(few.years, year(m.month_start_on)), false)"
    cleared = ", ".join(f"case when not {is_of_few} then m.{name} end as {name}" for name in figures)
    return (
        f"select m.* replace ({cleared}), {is_of_few} as {FEW_MARK} "  # noqa: S608 (names of marts)
        f"from published.marts.{mart} as m left join shown.few_posts as few "
        f"on few.area_id = m.office_id and few.service_line = '{_NEARLY_ALL}'"
    )


def hidden_throughout(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows of one group with all their capacity gone where any of it is: a gap would be noticed."""
    return hidden_in_rows(rows.with_columns(pl.col(FEW_MARK).any()))


def hidden_in_rows(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with all their capacity gone where they are of few: also what an aggregate made 0."""
    gone = [name for name in rows.columns if is_of_capacity(name)]
    return rows.with_columns(pl.when(~pl.col(FEW_MARK)).then(name).alias(name) for name in gone)


def hidden_years(connection: Any, marts: Mapping[str, list[str]]) -> list[tuple[str, str, list[int]]]:
    """The groups that are hidden in any year: area, service line, those years."""
    if not marts.keys() >= _NEEDED:
        return []
    parents = dict(
        connection.execute(
            "select area_id, parent_id from published.marts.dim_areas order by position"
        ).fetchall()
    )
    by_line: dict[tuple[str, int], dict[str, Posts]] = {}
    for area, line, year, fewest, steady in connection.execute(_POSTS).fetchall():
        by_line.setdefault((line, year), {})[area] = Posts(fewest, steady)
    years: dict[tuple[str, str], list[int]] = {}
    for (line, year), posts in sorted(by_line.items()):
        for area in hidden_areas(posts, parents):
            years.setdefault((area, line), []).append(year)
    return [(*group, found) for group, found in years.items()]


_NEEDED = frozenset({"dim_areas", "dim_weight_schemes"} | {f"fct_area_line_{one}" for one in _PERIODS})
# One row per area, line and calendar year with posts. Posts do not depend on the weights: one scheme is read.
_POSTS = """
    with every_period as (
        select *, 'month' as grain, month_start_on as first_on, month_start_on as last_on
        from published.marts.fct_area_line_months
        union all by name
        select *, 'week' as grain, week_start_on as first_on, week_start_on + 6 as last_on
        from published.marts.fct_area_line_weeks
        union all by name
        select *, 'week ahead' as grain, week_start_on as first_on, week_start_on + 6 as last_on
        from published.marts.fct_area_line_outlook_weeks
        union all by name
        select *, time_window as grain, window_start_on as first_on, window_end_on as last_on
        from published.marts.fct_area_line_windows
    ),

    periods as (
        select
            area_id, service_line, grain, first_on, contract_fte_avg,
            unnest(list_distinct([year(first_on), year(last_on)])) as year
        from every_period
        where part_id = ''
            and weight_scheme = (select min(weight_scheme) from published.marts.dim_weight_schemes)
    ),

    lengths as (
        select service_line, year, count(distinct (grain, first_on)) as periods
        from periods
        where contract_fte_avg > 0
        group by service_line, year
    )

    select
        area_id, service_line, year,
        min(contract_fte_avg) as fewest,
        if(count(distinct (grain, first_on)) = any_value(lengths.periods), min(contract_fte_avg), 0) as steady
    from periods
    inner join lengths using (service_line, year)
    where contract_fte_avg > 0
    group by area_id, service_line, year
"""


def hidden_areas(posts: Mapping[str, Posts], parents: Mapping[str, str]) -> set[str]:
    """The areas of one service line and year that may not be shown: the small ones, and what covers them.

    `posts` of every area that has any; `parents`: area -> the area that it is a part of, the whole first.
    Of an area that is hidden every part is: they would add up to it.
    """
    hidden = {area for area, own in posts.items() if own.fewest < SMALLEST_SHOWN}
    for area in parents:
        parts = [part for part, parent in parents.items() if parent == area and part in posts]
        if area in hidden:
            hidden.update(parts)
        else:
            hidden |= _covered({part: posts[part].steady for part in parts}, hidden)
    return hidden


def _covered(steady: Mapping[str, float], hidden: set[str]) -> set[str]:
    """The parts hidden of one whole: in every period two or more that have posts, and five posts or more."""
    gone = {part for part in steady if part in hidden}
    # Those with posts throughout come first, the smallest of them before: the others cover only for a while.
    others = sorted(
        (part for part in steady if part not in gone), key=lambda part: (not steady[part], steady[part], part)
    )
    while gone and others and not _is_enough([steady[part] for part in gone]):
        gone.add(others.pop(0))
    return gone


def _is_enough(posts: Sequence[float]) -> bool:
    return sum(one > 0 for one in posts) >= 2 and sum(posts) >= SMALLEST_SHOWN
