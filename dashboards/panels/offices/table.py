"""The detail table of the page Offices: every office in the fixed order, with its range over the schemes."""

import polars as pl

from dashboards.charts import readings
from dashboards.panel import Panel, Table
from dashboards.panels import compared, few
from dashboards.panels.offices import frames
from dashboards.panels.parts import named_parts, part_names, window_said
from dashboards.panels.weights import basis, unit
from dashboards.text import t
from dashboards.view import View

_UNIT_COLUMNS = {
    "workload_units_avg": "work",
    "capacity_units_avg": "capacity",
    "waiting_units_avg": "waiting",
    "uncovered_units_avg": "uncovered",
}
_OF_NOBODY = ("waiting_units_avg", "uncovered_units_avg")
_DEMAND_COLUMNS = ("workload_units_avg", *_OF_NOBODY)


def all_offices(view: View) -> Panel:
    """One row per office: percentage, range, standing to 100 %, what it is compared with, units, FTE."""
    windows = frames.windows(view)
    rows = compared.with_difference(_unweighed_is_unknown(_with_range(view)), windows, view)
    return Panel(
        "offices",
        title=_title(view),
        subtitle=basis(view),
        summary=compared.sentence(rows, windows, view),
        table=Table(
            named_parts(rows, part_names(view)),
            frames.what_is_known(_columns(view), view),
            filters=view.choice.said_of_every_part,
            missing=few.missing(rows),
            missing_in=few.cases_missing(rows, view, *_OF_NOBODY),
            opens="part_id",
            on_phone=("workload_pct", "standing"),
        ),
        notes=(*few.notes(rows), *few.cases_notes(rows, view, *_OF_NOBODY)),
        marts=(frames.weighed("fct_area_line_windows", view),),
    )


def _title(view: View) -> str:
    """What the rows are about; without contracts work alone."""
    key = f"offices.table_title{'' if view.status.has_contracts else '_work'}"
    return t(key, area=view.choice.label("among"), window=window_said(view))


def _with_range(view: View) -> pl.DataFrame:
    """Each office under the scheme chosen, with its range over all of them and its standing in words."""
    rows = frames.window_of_parts(view)
    words = {name: t(f"offices.standing_{name}") for name in ("above", "below", "depends")}
    return (
        rows.filter("is_chosen")
        .join(readings.scheme_ranges(rows), on="part_id", how="left", maintain_order="left")
        .with_columns(pl.col("standing").replace_strict(words, default=None, return_dtype=pl.String))
    )


def _unweighed_is_unknown(rows: pl.DataFrame) -> pl.DataFrame:
    """Work that no weight fits is unknown, not nothing."""
    is_unweighed = (pl.col("active_cases_avg") > 0) & (pl.sum_horizontal(*_DEMAND_COLUMNS) == 0)
    return rows.with_columns(
        pl.when(~is_unweighed).then(pl.col(name)).alias(name) for name in _DEMAND_COLUMNS
    )


def _columns(view: View) -> dict[str, str]:
    in_units = unit(view)
    return {
        "part_name": t("offices.column_office"),
        "workload_pct": t("offices.column_pct"),
        "low_pct": t("offices.column_low"),
        "high_pct": t("offices.column_high"),
        "standing": t("offices.column_standing"),
        **compared.columns(view),
        **{column: t(f"offices.column_{word}", unit=in_units) for column, word in _UNIT_COLUMNS.items()},
        "contract_fte_avg": t("offices.column_fte_contract"),
        "available_fte_avg": t("offices.column_fte_available"),
        "active_cases_avg": t("offices.column_active"),
    }
