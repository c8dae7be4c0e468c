"""The table of officers above thresholds by office and grade, and how such rows are laid out."""

import polars as pl

from dashboards.charts import pressure_readings as readings
from dashboards.components import panels, tables
from dashboards.components.filters import Chosen
from dashboards.sections import part_names
from dashboards.sections.pressure.asked import grade_names, measured_by, rows_asked, thresholds_asked
from dashboards.text import month, t


def by_office_and_grade(status: dict, chosen: Chosen) -> None:
    """Every office and grade of the last whole month with its totals, suppressed ones said to be so."""
    when = readings.last_whole_month(status["as_of"])
    rows = rows_asked(chosen).filter(pl.col("month_start_on") == when)
    if chosen.office:
        rows = rows.filter(pl.col("office_id") == chosen.office)
    if chosen.grade:
        rows = rows.filter(pl.col("grade") == chosen.grade)
    if rows.is_empty():
        return
    offices = {**part_names(chosen.among), "": chosen.words_for_all}
    grades = {"": t("pressure.every_grade"), **grade_names()}
    named = thresholds_asked(chosen)
    panels.heading(
        t("pressure.table_title"),
        f"{t('pressure.table_subtitle', month=month(when))}; {measured_by(chosen)}",
        t("common.synthetic") if status["is_synthetic"] else "",
    )
    tables.table(
        _in_order(wide(rows, "office_id", offices, "grade", grades), offices, grades),
        name="pressure",
        caption=t("pressure.table_title"),
        columns={
            "office_name": t("pressure.column_office"),
            "grade_name": t("pressure.column_grade"),
            **wide_columns(named),
        },
        status=status,
        words=chosen.words,
        marts=("fct_area_overload_months",),
        opens="" if chosen.office else "office_id",
        missing=t("pressure.suppressed_cell"),
    )


def wide(
    rows: pl.DataFrame,
    key: str,
    names: dict[str, str] | None = None,
    second: str = "",
    second_names: dict[str, str] | None = None,
) -> pl.DataFrame:
    """One row per key: counts and shares of every threshold beside each other, and whether it is shown.

    `names` (of a key, or of two) become `<key>_name` without `_id`; the rows stand in the order of `names`.
    """
    keys = [key, second] if second else [key]
    first = rows.unique([*keys], keep="first", maintain_order=True).select(
        *keys,
        "people",
        state=pl.when("is_hidden")
        .then(pl.lit(t("pressure.suppressed")))
        .otherwise(pl.lit(t("pressure.shown"))),
    )
    for amount in rows["threshold"].unique().sort().to_list():
        of_threshold = rows.filter(pl.col("threshold") == amount).select(
            *keys,
            pl.col("people_over").alias(_column("over", amount)),
            pl.col("share_pct").alias(_column("share", amount)),
            pl.col("share_now_pct").alias(_column("now", amount)),
        )
        first = first.join(of_threshold, on=keys, how="left", maintain_order="left")
    for column, found in ((key, names), (second, second_names)):
        if found:
            first = first.filter(pl.col(column).is_in(list(found))).with_columns(
                pl.col(column)
                .replace_strict(found, default=None, return_dtype=pl.String)
                .alias(f"{column.removesuffix('_id')}_name")
            )
    return first if second or not names else _sorted(first, key, names)


def wide_columns(named: dict[float, str], *, has_now: bool = False) -> dict[str, str]:
    """The columns of `wide` with their headings, in order."""
    columns = {"people": t("pressure.column_people")}
    for amount, name in named.items():
        columns[_column("over", amount)] = t("pressure.column_over", name=name)
        columns[_column("share", amount)] = t("pressure.column_share", name=name)
        if has_now:
            columns[_column("now", amount)] = t("pressure.column_now", name=name)
    return columns | {"state": t("pressure.column_state")}


def _column(what: str, amount: float) -> str:
    return f"{what}_{amount:g}".replace(".", "_")


def _sorted(rows: pl.DataFrame, key: str, names: dict[str, str]) -> pl.DataFrame:
    spots = {name: spot for spot, name in enumerate(names)}
    return rows.sort(
        pl.col(key).replace_strict(spots, default=None, return_dtype=pl.Int64), maintain_order=True
    )


def _in_order(rows: pl.DataFrame, offices: dict[str, str], grades: dict[str, str]) -> pl.DataFrame:
    return _sorted(_sorted(rows, "grade", grades), "office_id", offices)
