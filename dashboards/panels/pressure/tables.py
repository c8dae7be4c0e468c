"""The table of officers above thresholds by part and grade."""

import polars as pl

from dashboards.charts import pressure_readings as readings
from dashboards.panel import Panel, Table
from dashboards.panels.parts import part_names
from dashboards.panels.pressure import frames, thresholds
from dashboards.panels.pressure.wide import in_order_of, on_phone, wide, wide_columns, wide_stands_for
from dashboards.text import month, t
from dashboards.view import View


def by_part_and_grade(view: View) -> Panel | None:
    """Every part and grade of the last whole month with its totals, suppressed ones said to be so."""
    rows = frames.last_month(view)
    if view.choice.office:
        rows = rows.filter(pl.col("part_id") == view.choice.office)
    if view.choice.grade:
        rows = rows.filter(pl.col("grade") == view.choice.grade)
    if rows.is_empty():
        return None
    when = month(readings.last_whole_month(view.status.as_of))
    return Panel(
        "pressure",
        title=t("pressure.table_title", over=thresholds.over(view, *thresholds.amounts(view).values())),
        subtitle=f"{t('pressure.table_subtitle', month=when)}; {thresholds.measured_by(view)}",
        table=Table(
            _named_rows(rows, view),
            {
                "part_name": t("pressure.column_office"),
                "grade_name": t("pressure.column_grade"),
                **wide_columns(thresholds.above(view)),
            },
            opens="" if view.choice.office else "part_id",
            missing=t("pressure.suppressed_cell"),
            stands_for=wide_stands_for(thresholds.above(view)),
            on_phone=on_phone(thresholds.above(view), "grade_name"),
        ),
        marts=("fct_area_overload_series",),
    )


def _named_rows(rows: pl.DataFrame, view: View) -> pl.DataFrame:
    """One row per part and grade, in the fixed order of parts, within each that of grades."""
    grades = {"": t("pressure.every_grade"), **thresholds.grade_names(view)}
    parts = {**part_names(view), "": view.choice.label_of_all}
    by_grade = in_order_of(grades, wide(rows, "part_id", "grade"), "grade", "grade_name")
    return in_order_of(parts, by_grade, "part_id", "part_name")
