"""What a forecast is made from: counts by month as the marts hold them. No case and no person is in it."""

from dataclasses import dataclass
from datetime import date

import polars as pl

SEASON = 12
HORIZONS = 18
ORIGINS = 18


@dataclass(frozen=True)
class Past:
    """Frames of the marts, up to the last day of the data.

    flow: ``fct_case_flow_months``: ``office_id``, ``supervision_type``, ``month_start_on``,
        ``received_cases``, ``ended_cases``, ``open_cases_end``; also the months before ``known_from``, which
        tell when the cases open then had come.
    as_of: the last day of the data; a month it lies within is not used.
    known_from: the month from which all cases are delivered (``dim_status.first_month_on``).
    cohorts: ``fct_cohort_months``: the same keys, ``age_from_months``, ``open_cases_end``; None: length of
        stay is not used.
    work: ``fct_office_work_months`` of kinds of mandate under one scheme: the same keys and
        ``workload_units``, the mean of the days of a month; None: no work is forecast.
    booked: ``office_id``, ``month_start_on``, ``workload_units``: what is booked today for months ahead
        (``fct_office_outlook_weeks``), below which no forecast of work goes; None: no floor.
    """

    flow: pl.DataFrame
    as_of: date
    known_from: date
    cohorts: pl.DataFrame | None = None
    work: pl.DataFrame | None = None
    booked: pl.DataFrame | None = None
