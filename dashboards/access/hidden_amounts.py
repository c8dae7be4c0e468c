"""Counts of officers as they may be shown: the amounts of small groups are gone, and each row says so."""

import polars as pl

from dashboards.access.door import SMALLEST_SHOWN
from dashboards.access.groups import ALL, KEYS, hidden_groups, hidden_parts
from dashboards.access.region_groups import hidden_groups_within

_OVER = ["people", "people_over", "people_over_now"]
_BANDS = ["cases_above", "pct_above", "people"]


def groups_cleared(rows: pl.DataFrame, region: str = "", service: pl.DataFrame | None = None) -> pl.DataFrame:
    """The rows with `is_hidden`, `share_pct` and `share_now_pct`; every amount of a hidden group is null.

    `rows`: `month_start_on`, `part_id`, `grade`, `threshold`, `people`, `people_over`, `people_over_now`. A
    group is hidden under every threshold alike: it is its people who are too few. Of the rows of a region:
    `region` is its id, and `service` the rows of the whole service, cleared already.
    """
    people = rows.unique(KEYS, maintain_order=True)
    if rows.is_empty():
        marked = people.with_columns(is_hidden=pl.lit(False))
    elif service is None:
        marked = hidden_groups(people)
    else:
        marked = hidden_groups_within(people, region, service)
    joined = rows.join(marked.select(*KEYS, "is_hidden"), on=KEYS, how="left", maintain_order="left")
    return _without_hidden(joined, _OVER).with_columns(
        share_pct=100 * pl.col("people_over") / pl.col("people"),
        share_now_pct=100 * pl.col("people_over_now") / pl.col("people"),
    )


def bands_cleared(rows: pl.DataFrame, *, is_all_hidden: bool = False) -> pl.DataFrame:
    """The rows with `is_hidden`; a part whose people are too few has one row, without bands and people.

    `rows`: `part_id`, `cases_above`, `pct_above`, `people`; a `part_id` of '' is all parts together.
    `is_all_hidden`: nothing of the area may be shown, because it is itself a part that is hidden elsewhere.
    """
    hidden = set(rows["part_id"]) if is_all_hidden else parts_of_few(rows)
    marked = rows.with_columns(is_hidden=pl.col("part_id").is_in(list(hidden)))
    return _without_hidden(marked, _BANDS).unique(maintain_order=True)


def parts_of_few(rows: pl.DataFrame) -> set[str]:
    """Parts ('' = all together) with too few people, and those that would give such a part away.

    `rows`: `part_id`, `people`, any number of rows for each.
    """
    people = dict(rows.group_by("part_id").agg(pl.col("people").sum()).iter_rows())
    everybody = people.pop(ALL, 0)
    return hidden_parts(people) | ({ALL} if everybody < SMALLEST_SHOWN else set())


def _without_hidden(rows: pl.DataFrame, amounts: list[str]) -> pl.DataFrame:
    return rows.with_columns(pl.when(~pl.col("is_hidden")).then(name).alias(name) for name in amounts)
