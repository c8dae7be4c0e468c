"""What a split is made from: a few marts by month, under one weight scheme."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from analysis.growth.coding import Coding

OFFICE_LINE = ("office_id", "service_line")
KIND = (*OFFICE_LINE, "supervision_type")
BAND = (*KIND, "age_from_months", "age_to_months")
MIX = (*KIND, "risk_level", "phase")
TASK = (*OFFICE_LINE, "work_type")


@dataclass(frozen=True)
class Months:
    """Rows of the months to compare; each frame has ``office_id``, ``service_line`` and ``month_start_on``.

    cohorts: ``fct_cohort_months``: ``supervision_type``, ``age_from_months``, ``age_to_months``,
        ``received_cases`` and, at the end of the month (``_end``) and as a mean over its days (``_avg``),
        ``still_open_cases`` (of those received in the office, wherever they are now) and ``open_cases`` (in
        the office, wherever they were received).
    mix: ``fct_case_mix_months``: ``supervision_type``, ``risk_level``, ``phase``, ``active_cases_avg``,
        ``workload_units_avg`` and ``workload_units_now_avg`` (null where weights never changed).
    tasks: ``fct_office_work_months`` of tasks: ``work_type`` and the same units.
    staff: ``fct_office_line_months``: ``contract_fte_avg``, ``available_fte_avg``, ``capacity_units_avg``.
    known_from: the month from which all cases are delivered, also those that have ended
        (``dim_status.first_month_on``).
    """

    cohorts: pl.DataFrame
    mix: pl.DataFrame
    tasks: pl.DataFrame
    staff: pl.DataFrame
    known_from: date

    def coding(self, pairs: pl.DataFrame) -> Coding:
        """Numbers for the keys of all of them, and for these pairs of months."""
        frames = ((self.cohorts, BAND), (self.mix, MIX), (self.tasks, TASK), (self.staff, OFFICE_LINE))
        return Coding(pairs, frames)
