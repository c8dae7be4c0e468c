"""How rows of thresholds are laid out as a table: one row per group, the thresholds beside each other."""

import polars as pl

from dashboards.text import t


def wide(rows: pl.DataFrame, *keys: str) -> pl.DataFrame:
    """One row per value of the keys: counts and shares of every threshold, and whether they are shown."""
    is_shown = (
        pl.when("is_hidden").then(pl.lit(t("pressure.suppressed"))).otherwise(pl.lit(t("pressure.shown")))
    )
    wider = rows.unique([*keys], keep="first", maintain_order=True).select(*keys, "people", state=is_shown)
    for amount in rows["threshold"].unique().sort().to_list():
        of_threshold = rows.filter(pl.col("threshold") == amount).select(
            *keys,
            pl.col("people_over").alias(_column("over", amount)),
            pl.col("share_pct").alias(_column("share", amount)),
            pl.col("share_now_pct").alias(_column("now", amount)),
        )
        wider = wider.join(of_threshold, on=keys, how="left", maintain_order="left")
    return wider


def wide_columns(above: dict[float, str], *, has_now: bool = False) -> dict[str, str]:
    """The columns of `wide` with their headings, in order; `above`: threshold -> words."""
    columns = {"people": t("pressure.column_people")}
    for amount, name in above.items():
        columns[_column("over", amount)] = t("pressure.column_over", name=name)
        columns[_column("share", amount)] = t("pressure.column_share", name=name)
        if has_now:
            columns[_column("now", amount)] = t("pressure.column_now", name=name)
    return columns | {"state": t("pressure.column_state")}


def on_phone(above: dict[float, str], *first: str) -> tuple[str, ...]:
    """The columns that a narrow screen shows: these, and the share above each threshold."""
    return (*first, *(_column("share", amount) for amount in above))


def wide_stands_for(above: dict[float, str]) -> dict[str, str]:
    """The columns of `wide` and those of the mart that they show."""
    shown = {"over": "", "share": "_pct", "now": "_now_pct"}
    return {"people": "officers_with_capacity"} | {
        _column(what, amount): f"officers_over_4_weeks{ending}"
        for amount in above
        for what, ending in shown.items()
    }


def in_order_of(names: dict[str, str], rows: pl.DataFrame, key: str, name_column: str) -> pl.DataFrame:
    """The rows whose key has a name, in the order of the names, with the name as a column."""
    ranks = {one: rank for rank, one in enumerate(names)}
    return (
        rows.filter(pl.col(key).is_in(list(names)))
        .with_columns(
            pl.col(key).replace_strict(names, default=None, return_dtype=pl.String).alias(name_column)
        )
        .sort(pl.col(key).replace_strict(ranks, default=None, return_dtype=pl.Int64), maintain_order=True)
    )


def _column(what: str, amount: float) -> str:
    return f"{what}_{amount:g}".replace(".", "_")
