"""What a split is made from: a few marts by month, under one weight scheme."""

from dataclasses import dataclass

import polars as pl

# Age band of cases received before the delivered data tell the whole story (fct_cohort_months).
EARLIER = "earlier"

OFFICE_LINE = ("office_id", "service_line")


@dataclass(frozen=True)
class Months:
    """Rows of the months to compare; each frame has ``office_id``, ``service_line`` and ``month_start_on``.

    cohorts: ``fct_cohort_months``: ``supervision_type``, ``age_band``, ``received_cases`` and, at the end of
        the month (``_end``) and as a mean over its days (``_avg``), ``still_open_cases`` (of those received
        in the office, wherever they are now) and ``open_cases`` (in the office, wherever they were received).
    mix: ``fct_case_mix_months``: ``supervision_type``, ``risk_level``, ``phase``, ``active_cases_avg``,
        ``workload_units_avg`` and ``workload_units_now_avg`` (null where weights never changed).
    tasks: ``fct_office_work_months`` of tasks: ``work_type`` and the same units.
    staff: ``fct_office_line_months``: ``contract_fte_avg``, ``available_fte_avg``, ``capacity_units_avg``.
    """

    cohorts: pl.DataFrame
    mix: pl.DataFrame
    tasks: pl.DataFrame
    staff: pl.DataFrame
