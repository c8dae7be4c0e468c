"""What was first published of both months, where it is not what is known now."""

import polars as pl

from dashboards import queries
from dashboards.panel import Panel, Table
from dashboards.panels.growth import frames
from dashboards.queries import growth as questions
from dashboards.text import day, listed, month, number, t
from dashboards.view import View

# Below half of a case or an hour both figures are written alike.
_ALIKE = 0.5


def as_known(view: View) -> Panel | None:
    """The figures that later deliveries changed; none where every figure is as it was first published."""
    if frames.is_one_month(view) or not queries.has_editions(view.reader):
        return None
    rows = questions.as_known(view.reader, view.choice)
    changed = rows.filter((pl.col("figure_now") - pl.col("figure_first")).abs() >= _ALIKE)
    if changed.is_empty():
        return None
    told = changed.with_columns(
        measure=pl.col("measure").replace_strict(
            {measure: t(f"growth.restated_{measure}") for measure in ("open_cases_end", "workload_units_avg")}
        ),
        restated=pl.col("figure_now") - pl.col("figure_first"),
    ).sort("month_start_on", "measure")
    return Panel(
        "growth_restated",
        title=t(
            "growth.restated_title",
            changes=listed(
                [
                    t(
                        "growth.restated_one",
                        measure=row["measure"],
                        month=month(row["month_start_on"]),
                        before=number(row["figure_first"]),
                        now=number(row["figure_now"]),
                    )
                    for row in told.to_dicts()
                ]
            ),
        ),
        subtitle=t("growth.restated_subtitle", **frames.pair_words(view)),
        summary=t(
            "growth.restated_summary", day=day(told["first_known_on"].min()), scheme=_usual_scheme(view)
        ),
        table=Table(
            told,
            {
                "measure": t("growth.column_measure"),
                "month_start_on": t("offices.column_month"),
                "first_known_on": t("growth.column_first_known"),
                "figure_first": t("growth.column_figure_first"),
                "figure_now": t("growth.column_figure_now"),
                "restated": t("growth.column_restated"),
            },
        ),
        marts=("fct_figures_as_known",),
    )


def _usual_scheme(view: View) -> str:
    """The weight scheme that figures are kept by."""
    schemes = queries.choices(view.reader, "weight_scheme")
    return queries.called(view.reader, next(one for one in schemes if one["is_default"]))
