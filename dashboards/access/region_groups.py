"""Small groups in a service with regions: its own table has a row per region, and each region has a table.

The total of a region stands in both. Shown in one and hidden in the other, it would give away the small
region that it was hidden for; and what one table leaves open the other might close. All tables together are
one network, in which offices stand between the service and the grades (see `groups`).
"""

from collections.abc import Hashable, Iterable
from datetime import date

import polars as pl

from dashboards.access.door import SMALLEST_SHOWN
from dashboards.access.groups import KEYS, hidden_groups
from dashboards.totals import TOTAL

Edge = tuple[Hashable, Hashable]


def hidden_groups_within(
    groups: pl.DataFrame, region: str, whole: pl.DataFrame, smallest: int = SMALLEST_SHOWN
) -> pl.DataFrame:
    """The groups of a region, as `hidden_groups`; its totals are shown where the service's table shows them.

    `whole`: the groups of the service, with `is_hidden`. In a month in which the tables cannot be kept from
    telling on each other no office of the region is shown.
    """
    given = (
        whole.filter(pl.col("is_hidden") & (pl.col("part_id") == region))
        .select("month_start_on", pl.lit(TOTAL).alias("part_id"), "grade")
        .unique()
    )
    outside = _outside(region, whole)
    marked = hidden_groups(groups, smallest, given, outside)
    was_hidden = {(month, grade) for month, _, grade in given.iter_rows()}
    telling = [
        month
        for (month,), rows in marked.group_by("month_start_on")
        if _tells(month, rows.filter("is_hidden"), was_hidden, outside)
    ]
    is_total = pl.col("part_id") == TOTAL
    as_given = pl.struct("month_start_on", "grade").is_in(
        [{"month_start_on": month, "grade": grade} for month, grade in was_hidden]
    )
    everything = pl.col("is_hidden") | pl.col("month_start_on").is_in(telling)
    return marked.with_columns(is_hidden=pl.when(is_total).then(as_given).otherwise(everything))


def _outside(region: str, whole: pl.DataFrame) -> dict[tuple[date, str], int]:
    """For every month and grade which hidden grades hang together by what other regions hide."""
    found = {}
    hidden = whole.filter(pl.col("is_hidden") & (pl.col("part_id") != region)).unique(KEYS)
    for (month,), rows in hidden.group_by("month_start_on"):
        together = _together(_edges(rows))
        found |= {(month, node[1]): spot for node, spot in together.items() if node[0] == "grade" and node[1]}
    return found


def _tells(
    month: date, hidden: pl.DataFrame, was_hidden: set[tuple[date, str]], outside: dict[tuple[date, str], int]
) -> bool:
    """Whether totals are hidden otherwise than in the service's table, or grades that hang together there
    are apart here, so that what is hidden between them could be told.
    """
    totals = set(hidden.filter(pl.col("part_id") == TOTAL)["grade"])
    given = {grade for when, grade in was_hidden if when == month}
    if totals != given or TOTAL in given:
        return True
    inside = _together(_edges(hidden.filter(pl.col("part_id") != TOTAL)))
    spots: dict[Hashable, set] = {}
    for grade in given:
        around = outside.get((month, grade), grade)
        spots.setdefault(around, set()).add(inside.get(("grade", grade), grade))
    return any(len(apart) > 1 for apart in spots.values())


def _edges(hidden: pl.DataFrame) -> list[Edge]:
    rows = hidden.select("part_id", "grade").iter_rows()
    return [(("part", part), ("grade", grade)) for part, grade in rows]


def _together(edges: Iterable[Edge]) -> dict[Hashable, int]:
    """Every node, and a number that is the same for the nodes that edges connect."""
    number: dict[Hashable, int] = {}
    members: dict[int, list] = {}
    for ends in edges:
        for node in ends:
            if node not in number:
                number[node] = len(number)
                members[number[node]] = [node]
        kept, gone = (number[node] for node in ends)
        if kept != gone:
            moved = members.pop(gone)
            members[kept] += moved
            number |= dict.fromkeys(moved, kept)
    return number
