"""Groups of people too small to be shown, in a table of parts (offices or regions) by grades with its totals.

A group of fewer than `SMALLEST_SHOWN` people is hidden. So is as much beside it as keeps a reader from
getting it back by subtraction: what is hidden of a row or column is two groups or more and five people or
more, and no small group follows from all that is shown together. A `part_id` or `grade` of '' is a
total.
"""

from datetime import date

import polars as pl

from dashboards.access.bridges import bridges
from dashboards.access.door import SMALLEST_SHOWN
from dashboards.totals import TOTAL

KEYS = ["month_start_on", "part_id", "grade"]
_MONTH = ["month_start_on"]


def hidden_groups(
    groups: pl.DataFrame,
    smallest: int = SMALLEST_SHOWN,
    hidden: pl.DataFrame | None = None,
    outside: dict[tuple[date, str], int] | None = None,
) -> pl.DataFrame:
    """The groups with `is_hidden`; `groups`: `month_start_on`, `part_id`, `grade`, `people` above zero.

    Holds the totals too: per part ('' as grade), per grade ('' as part) and of everybody. `hidden` are
    `KEYS` of groups hidden in any case, `outside` what hidden totals lead to: see `region_groups`.
    """
    marked = groups.select(*KEYS, "people").with_columns(is_hidden=pl.col("people") < smallest)
    if hidden is not None:
        given = marked.join(hidden, on=KEYS, how="semi").select(*KEYS, is_given=True)
        marked = marked.join(given, on=KEYS, how="left", maintain_order="left").select(
            *KEYS, "people", is_hidden=pl.col("is_hidden") | pl.col("is_given").fill_null(False)
        )
    while True:
        marked = _totals_cover_cells(_lines_covered(marked, smallest))
        marked = _lines_covered(marked, smallest)
        following = _following_from_the_rest(marked, smallest, outside or {})
        wider = marked if following.is_empty() else _one_more_hidden(marked, following)
        if wider["is_hidden"].sum() == marked["is_hidden"].sum():
            return marked
        marked = wider


def _lines_covered(marked: pl.DataFrame, smallest: int) -> pl.DataFrame:
    is_part, is_grade = pl.col("part_id") != TOTAL, pl.col("grade") != TOTAL
    return pl.concat(
        [
            marked.filter(~is_part & ~is_grade),
            _covered(marked.filter(is_part & ~is_grade), [_MONTH], smallest),
            _covered(marked.filter(~is_part & is_grade), [_MONTH], smallest),
            _covered(marked.filter(is_part & is_grade), [[*_MONTH, "part_id"], [*_MONTH, "grade"]], smallest),
        ]
    )


def _totals_cover_cells(marked: pl.DataFrame) -> pl.DataFrame:
    """Where a total is hidden its parts are: they would add up to it."""
    for own, other in (("part_id", "grade"), ("grade", "part_id")):
        is_total = (pl.col(own) != TOTAL) & (pl.col(other) == TOTAL) & pl.col("is_hidden")
        gone = is_total.any().over(*_MONTH, own)
        marked = marked.with_columns(is_hidden=pl.col("is_hidden") | (gone & (pl.col(own) != TOTAL)))
    return marked


def _covered(cells: pl.DataFrame, lines: list[list[str]], smallest: int) -> pl.DataFrame:
    """Hide the next smallest group of every line of which too little is hidden, until none is left."""
    done = [cells.clear()]
    while not cells.is_empty():
        before = cells["is_hidden"]
        for line in lines:
            cells = cells.with_columns(is_hidden=_with_next(line, smallest))
        moved = cells.filter(cells["is_hidden"] != before)["month_start_on"].unique()
        is_moving = pl.col("month_start_on").is_in(moved.implode())
        done.append(cells.filter(~is_moving))
        cells = cells.filter(is_moving)
    return pl.concat(done)


def _with_next(line: list[str], smallest: int) -> pl.Expr:
    hidden = pl.col("is_hidden")
    groups = hidden.sum().over(line)
    people = pl.when(hidden).then(pl.col("people")).otherwise(0).sum().over(line)
    is_bare = (groups > 0) & ((groups < 2) | (people < smallest))
    # Ties in a fixed order; a group already hidden has no rank.
    rank = pl.when(~hidden).then(pl.col("people")).rank("ordinal").over(line)
    return hidden | (is_bare & (rank == 1)).fill_null(False)


def _following_from_the_rest(
    marked: pl.DataFrame, smallest: int, outside: dict[tuple[date, str], int]
) -> pl.DataFrame:
    """Hidden small groups that all the shown ones together determine: one row per month and group.

    A table with its totals is a network: from a source over the parts and the grades to a sink. What flows
    along an unknown edge is known exactly where that edge is a bridge of the unknown ones.
    """
    found = []
    hidden = marked.filter("is_hidden")
    for (month,), rows in hidden.group_by("month_start_on"):
        keys = list(rows.select("part_id", "grade", "people").iter_rows())
        edges = [
            (("part", part or outside.get((month, grade), TOTAL)), ("grade", grade))
            for part, grade, _ in keys
        ]
        found += [(month, *keys[edge][:2]) for edge in bridges(edges) if keys[edge][2] < smallest]
    return pl.DataFrame(found, schema={key: marked.schema[key] for key in KEYS}, orient="row")


def _one_more_hidden(marked: pl.DataFrame, following: pl.DataFrame) -> pl.DataFrame:
    """With the smallest shown group of the row or column of each group that follows; else of its month."""
    more = []
    for month, part, grade in following.iter_rows():
        shown = marked.filter((pl.col("month_start_on") == month) & ~pl.col("is_hidden"))
        cells = shown.filter((pl.col("part_id") != TOTAL) & (pl.col("grade") != TOTAL))
        beside = cells.filter((pl.col("part_id") == part) | (pl.col("grade") == grade))
        totals = shown.filter((pl.col("part_id") != TOTAL) != (pl.col("grade") != TOTAL))
        nearest = next((rows for rows in (beside, cells, totals) if not rows.is_empty()), totals)
        more += nearest.sort("people", *KEYS).head(1).select(KEYS).rows()
    extra = pl.DataFrame(more, schema={key: marked.schema[key] for key in KEYS}, orient="row").unique()
    found = marked.join(extra.with_columns(is_more=True), on=KEYS, how="left")
    return found.with_columns(is_hidden=pl.col("is_hidden") | pl.col("is_more").fill_null(False)).drop(
        "is_more"
    )
