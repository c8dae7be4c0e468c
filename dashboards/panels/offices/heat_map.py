"""Office by month, so that a heavy year or a heavy office shows as a row or a column."""

import polars as pl

from dashboards.charts import heat, readings
from dashboards.panel import Panel, Table
from dashboards.panels import few
from dashboards.panels.offices import frames
from dashboards.panels.parts import named_parts, part_names, words
from dashboards.panels.weights import basis, changes_said, days_changed
from dashboards.text import number, percentage, t
from dashboards.view import View


def workload_by_month(view: View) -> Panel | None:
    """The percentage of every office in every month; a cross, lozenge or ring where none is."""
    rows, names = frames.months_of_parts(view), part_names(view)
    if few.covers(rows):
        return None  # the panel before says why
    of_few = pl.col("is_of_few")
    read = readings.years_reading(rows.filter(~(of_few | pl.col("is_unweighed"))))
    unweighed = rows.filter(~of_few & pl.col("is_unweighed")).height
    inside = words("offices", "not_open", "no_figure", "no_capacity", "no_weight") | {"of_few": few.cell()}
    gap = pl.when("is_of_few").then(pl.lit("of_few")).when("is_unweighed").then(pl.lit("no_weight"))
    gap = gap.otherwise(pl.lit("no_capacity"))
    marked = days_changed(view, rows["month_start_on"].min())
    return Panel(
        "offices_heat",
        title=_title(read),
        subtitle=t("offices.heat_subtitle", line=view.choice.label("service_line"), basis=basis(view)),
        chart=heat.workload_heat(rows.with_columns(gap=gap), names, view.look, inside, marked),
        summary=_summary(read, unweighed, rows["is_of_few"].sum()) + changes_said(marked, view),
        table=_months_by_office(rows, names),
        marts=(frames.weighed("fct_area_line_months", view),),
        notes=few.notes(rows),
    )


def _title(read: dict) -> str:
    if not read["share_pct"]:
        return t("offices.heat_title_none")
    return t("offices.heat_title", year=read["year"], share=percentage(read["share_pct"]))


def _summary(read: dict, unweighed: int, of_few: int) -> str:
    summary = [t("offices.heat_summary", cells=number(read["cells"]))]
    if read["missing"]:
        summary.append(t("offices.heat_summary_missing", missing=number(read["missing"])))
    if unweighed:
        summary.append(t("offices.heat_summary_unweighed", unweighed=number(unweighed)))
    if of_few:
        summary.append(t("offices.heat_summary_few", few=number(of_few)))
    return " ".join(summary)


def _months_by_office(rows: pl.DataFrame, names: dict[str, str]) -> Table:
    """Months as rows, offices as columns in their fixed order."""
    wide = (
        named_parts(rows, names)
        .sort("month_start_on", maintain_order=True)
        .pivot(on="part_name", index="month_start_on", values="workload_pct", maintain_order=True)
    )
    present = set(rows["part_id"])
    offices = {name: name for part, name in names.items() if part in present}
    return Table(
        wide,
        {"month_start_on": t("offices.column_month")} | offices,
        missing=few.missing(rows),
        stands_for=dict.fromkeys(offices, "workload_pct"),
    )
