"""Every office side by side: now, in 13 and in 52 weeks, as booked today."""

import polars as pl

from dashboards import access
from dashboards.components import panels as screen
from dashboards.components import states, tables
from dashboards.components.filters import Chosen
from dashboards.queries import outlook as questions
from dashboards.sections import named_offices, part_names, unit
from dashboards.text import day, t

MOMENTS = ("now", "13", "52")


def every_office(status: dict, chosen: Chosen) -> None:
    """Each office in the fixed order: now, in 13 and in 52 weeks; only where no office is chosen."""
    if chosen.office:
        return
    asked = questions.offices_ahead(chosen.among, chosen.service_line, chosen.weight_scheme)
    few = access.is_of_few(asked["posts"])
    rows = named_offices(without_capacity_of_few(asked), part_names(chosen.among))
    in_units = unit(chosen.weight_scheme)
    measures = {"workload_units": t("outlook.column_work")}
    if status["has_contracts"]:
        measures = {
            "workload_pct": t("outlook.column_pct"),
            **measures,
            "available_fte": t("outlook.column_available"),
        }
    screen.heading(
        t("outlook.offices_title"),
        t("outlook.offices_subtitle", line=chosen.label("service_line"), day=day(status["as_of"])),
        t("common.synthetic") if status["is_synthetic"] else "",
    )
    tables.table(
        rows,
        name="outlook_offices",
        caption=t("outlook.offices_caption", unit=in_units),
        columns={"office_name": t("outlook.column_office")}
        | {
            f"{measure}_{moment}": f"{heading}, {t(f'outlook.moment_{moment}')}"
            for measure, heading in measures.items()
            for moment in MOMENTS
        },
        status=status,
        words=chosen.words_for_every_part,
        marts=("fct_area_line_weeks", "fct_area_line_outlook_weeks"),
        opens="office_id",
        missing=t("outlook.not_shown" if few else "common.not_computable"),
    )
    if few and status["has_contracts"]:
        states.note(t("outlook.few_people_offices", smallest=access.SMALLEST_SHOWN))


def without_capacity_of_few(offices: pl.DataFrame) -> pl.DataFrame:
    """Every office with its work; percentage and staff only where five people stand behind them."""
    enough = pl.col("posts") >= access.SMALLEST_SHOWN
    hidden = [name for name in offices.columns if name.startswith(("workload_pct", "available_fte"))]
    return offices.with_columns(pl.when(enough).then(name).alias(name) for name in hidden)
