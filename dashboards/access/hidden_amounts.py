"""Counts of officers as they may be shown: the amounts of small groups are gone, and each row says so."""

import polars as pl

from dashboards.access.groups import KEYS, hidden_groups
from dashboards.access.groups_of_a_day import hidden_of_a_day
from dashboards.access.region_groups import hidden_groups_within
from dashboards.totals import TOTAL

_OVER = ["people", "people_over", "people_over_now"]


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


def bands_cleared(
    rows: pl.DataFrame, bands: list[float | None], region: str = "", service: pl.DataFrame | None = None
) -> pl.DataFrame:
    """The rows with `is_hidden`: a band of cases with too few people in a part is one row without them.

    `rows`: `part_id` ('' = all parts together), `cases_above`, `pct_above`, `people`; `bands`: every
    `cases_above` that there may be. A band without anybody is hidden like one of few: beside the caseload of
    everybody it would say who is away. Of the rows of a region: `region` is its id, and `service` the
    groups of the whole service, as `band_groups` marks them.
    """
    if rows.is_empty():
        return rows.with_columns(is_hidden=pl.lit(False))
    marked = band_groups(rows, bands, region, service).filter(pl.col("grade") != TOTAL)
    names = pl.DataFrame({"cases_above": bands, "grade": [_band(one) for one in bands]})
    every = marked.join(names, on="grade").select("part_id", "cases_above", "is_hidden")
    found = every.join(
        rows, on=["part_id", "cases_above"], how="left", nulls_equal=True, maintain_order="left"
    )
    cleared = _without_hidden(found, ["pct_above", "people"]).unique(maintain_order=True)
    return cleared.select(*rows.columns, "is_hidden").sort("part_id", "cases_above", "pct_above")


def band_groups(
    rows: pl.DataFrame, bands: list[float | None], region: str = "", service: pl.DataFrame | None = None
) -> pl.DataFrame:
    """Every part and band of cases with its people, and whether it is hidden; the totals too ('')."""
    named = {_band(one): one for one in bands}
    counted = rows.group_by("part_id", "cases_above").agg(pl.col("people").sum())
    people = {(part, _band(above)): count for part, above, count in counted.iter_rows()}
    grid = []
    for part in rows["part_id"].unique().sort():
        own = {band: people.get((part, band), 0) for band in named}
        grid += [(part, band, count) for band, count in own.items()] + [(part, TOTAL, sum(own.values()))]
    groups = pl.DataFrame(
        grid, schema={"part_id": pl.String, "grade": pl.String, "people": pl.Int64}, orient="row"
    )
    return hidden_of_a_day(groups, region, service)


def _band(above: float | None) -> str:
    return "below all" if above is None else f"{above:g}"


def _without_hidden(rows: pl.DataFrame, amounts: list[str]) -> pl.DataFrame:
    return rows.with_columns(pl.when(~pl.col("is_hidden")).then(name).alias(name) for name in amounts)
