"""What the parts of the Outlook of offices ask alike: weeks behind and ahead, made safe to show."""

import polars as pl

from dashboards import access
from dashboards.charts import ahead_readings
from dashboards.components.filters import Chosen
from dashboards.queries import outlook as questions

OF_CAPACITY = (
    "workload_pct",
    "capacity_units_avg",
    "contract_fte_avg",
    "available_fte_avg",
    "reduced_fte_avg",
    "uncounted_fte_avg",
)


def is_anything(chosen: Chosen) -> bool:
    """Whether anything is booked in the office chosen."""
    return weeks_asked(chosen)["is_booked"].any()


def weeks_asked(chosen: Chosen) -> pl.DataFrame:
    """The weeks of the place and line chosen, behind and ahead; of few people without their capacity."""
    weeks = questions.office_weeks(*asked_for(chosen))
    if not access.is_of_few(weeks["contract_fte_avg"]):
        return weeks
    return weeks.with_columns(pl.lit(None, pl.Float64).alias(name) for name in OF_CAPACITY)


def shown_weeks(chosen: Chosen) -> pl.DataFrame:
    """Of these, the ones up to the horizon."""
    return ahead_readings.shown_weeks(weeks_asked(chosen), chosen.horizon)


def is_of_few(chosen: Chosen) -> bool:
    """Whether the capacity of the place and line chosen is that of fewer than five people."""
    return access.is_of_few(questions.office_weeks(*asked_for(chosen))["contract_fte_avg"])


def asked_for(chosen: Chosen) -> tuple[str, str, str]:
    """What each question is about: the area, the service line, the weight scheme."""
    return chosen.area, chosen.service_line, chosen.weight_scheme
