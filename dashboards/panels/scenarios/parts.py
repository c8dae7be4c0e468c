"""One outcome of each part of the area under both scenarios; parts of too few people have none."""

import numpy as np
import polars as pl

from analysis.scenario.outcomes import OF_CASES
from dashboards.access.few_people import FEW_MARK
from dashboards.panel import Panel, Table
from dashboards.panels import few
from dashboards.panels.parts import named_parts, part_names
from dashboards.panels.scenarios.sides import Sides
from dashboards.panels.weights import basis
from dashboards.text import t

_AMOUNTS = ("scenario_low", "scenario_amount", "scenario_high", "beside_amount", "scenario_less_beside")


def every_part(both: Sides) -> Panel | None:
    """A row per part, in the fixed order; none where the area is one."""
    if len(both.chosen.parts) < 2:
        return None
    rows = _rows(both)
    return Panel(
        "scenarios_parts",
        title=t("scenarios.parts_title", **both.words),
        subtitle=t("scenarios.parts_subtitle", **both.words, basis=basis(both.view)),
        summary=t("scenarios.parts_summary"),
        table=Table(
            rows,
            {
                "part_name": t("growth.column_part"),
                **{name: t(f"scenarios.column_{name}") for name in _AMOUNTS},
            },
            missing=few.missing(rows, t("common.not_computable")),
            on_phone=("scenario_amount", "beside_amount"),
        ),
        notes=few.notes_of(rows[FEW_MARK]),
        marts=("fct_area_clearance_months", "fct_area_line_months"),
    )


def _rows(both: Sides) -> pl.DataFrame:
    chosen, beside = (of.bands[both.outcome][1:, :, both.last] for of in (both.chosen, both.beside))
    with np.errstate(invalid="ignore"):
        amounts = dict(zip(_AMOUNTS, (*chosen.T, beside[:, 1], chosen[:, 1] - beside[:, 1]), strict=True))
    shown = pl.DataFrame({"part_id": list(both.chosen.parts[1:]), FEW_MARK: False} | amounts)
    hidden = pl.DataFrame({"part_id": list(both.chosen.hidden)}, schema={"part_id": pl.String})
    rows = pl.concat([shown, hidden.with_columns(pl.lit(True).alias(FEW_MARK))], how="diagonal")
    finite = [pl.when(pl.col(name).is_finite()).then(pl.col(name)).alias(name) for name in _AMOUNTS]
    # Cases are whole; half of a draw between two numbers is not a case.
    amounts_shown = (
        pl.col(_AMOUNTS).round().cast(pl.Int64) if both.outcome in OF_CASES else pl.col(_AMOUNTS).round(1)
    )
    return named_parts(rows.with_columns(finite).with_columns(amounts_shown), part_names(both.view))
