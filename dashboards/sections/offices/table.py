"""The detail table of the page Offices: every office in the fixed order, with its range over the schemes."""

import polars as pl

from dashboards.charts import readings
from dashboards.components import panels, tables
from dashboards.components.filters import Chosen
from dashboards.sections import basis, named_offices, part_names, unit
from dashboards.sections.offices.asked import CAPACITY_COLUMNS, window_rows
from dashboards.text import t

NUMBERS = {
    "workload_units_avg": "work",
    "capacity_units_avg": "capacity",
    "waiting_units_avg": "waiting",
    "uncovered_units_avg": "uncovered",
}
DEMAND = ("workload_units_avg", "waiting_units_avg", "uncovered_units_avg")


def all_offices(status: dict, chosen: Chosen) -> None:
    """One row per office: percentage, range, standing to 100 %, units, FTE and cases of the time window."""
    rows = window_rows(chosen)
    standings = readings.scheme_ranges(rows)
    said = {name: t(f"offices.standing_{name}") for name in ("above", "below", "depends")}
    own = rows.filter("is_chosen").join(standings, on="office_id", how="left", maintain_order="left")
    unweighed = (pl.col("active_cases_avg") > 0) & (pl.sum_horizontal(*DEMAND) == 0)
    frame = named_offices(own, part_names(chosen.among)).with_columns(
        pl.col("standing").replace_strict(said, default=None, return_dtype=pl.String),
        # work that no weight fits is unknown, not nothing
        *(pl.when(~unweighed).then(pl.col(name)).alias(name) for name in DEMAND),
    )
    title = t("offices.table_title", window=chosen.label("time_window").lower())
    columns = _columns(unit(chosen.weight_scheme))
    panels.heading(title, basis(chosen.weight_scheme))
    tables.table(
        frame,
        name="offices",
        caption=title,
        columns={
            name: head
            for name, head in columns.items()
            if status["has_contracts"] or name not in CAPACITY_COLUMNS
        },
        status=status,
        words=chosen.words_for_every_part,
        marts=("fct_area_line_windows",),
        opens="office_id",
    )


def _columns(in_units: str) -> dict[str, str]:
    return {
        "office_name": t("offices.column_office"),
        "workload_pct": t("offices.column_pct"),
        "low_pct": t("offices.column_low"),
        "high_pct": t("offices.column_high"),
        "standing": t("offices.column_standing"),
        **{column: t(f"offices.column_{word}", unit=in_units) for column, word in NUMBERS.items()},
        "contract_fte_avg": t("offices.column_fte_contract"),
        "available_fte_avg": t("offices.column_fte_available"),
        "active_cases_avg": t("offices.column_active"),
    }
