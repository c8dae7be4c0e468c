"""The past by month, office and kind of mandate: what forecasts are made from, without cases or persons."""

import polars as pl

from dashboards import database
from dashboards.reader import Reader


def flow(reader: Reader) -> pl.DataFrame:
    """One row per office, kind and month, as far back as any case: received, ended, and open at its end."""
    return database.frame(
        reader,
        """
        select office_id, supervision_type, month_start_on, received_cases, ended_cases, open_cases_end
        from fct_case_flow_months
        """,
    )


def cohorts(reader: Reader) -> pl.DataFrame:
    """One row per office, kind, month and band of age: the cases open at its end."""
    return database.frame(
        reader,
        """
        select office_id, supervision_type, month_start_on, age_from_months, open_cases_end
        from fct_cohort_months
        """,
    )


def work(reader: Reader, weight_scheme: str) -> pl.DataFrame:
    """One row per office, kind of mandate and month: units of work by the weights of today.

    A change of weights is then no change of work.
    """
    return database.frame(
        reader,
        """
        select office_id, work_type as supervision_type, month_start_on,
            coalesce(workload_units_now_avg, workload_units_avg) as workload_units
        from fct_office_work_months inner join dim_work_types using (work_type)
        where kind = 'mandate' and weight_scheme = $weight_scheme
        """,
        weight_scheme=weight_scheme,
    )


def booked(reader: Reader, weight_scheme: str) -> pl.DataFrame:
    """One row per office and month to come: units of cases booked today, in the weeks that begin in it."""
    return database.frame(
        reader,
        """
        with weeks as (
            select area_id as office_id, week_start_on, sum(case_units_avg) as workload_units
            from fct_area_booked_weeks inner join dim_areas using (area_id)
            where area_kind = 'office' and weight_scheme = $weight_scheme
            group by area_id, week_start_on
        )
        select office_id, cast(date_trunc('month', week_start_on) as date) as month_start_on,
            avg(workload_units) as workload_units
        from weeks
        group by all
        """,
        weight_scheme=weight_scheme,
    )


def published(reader: Reader) -> pl.DataFrame:
    """One row per office and year of which the open cases of all kinds on one day are published."""
    return database.frame(
        reader,
        """
        select office_id, supervision_type, period_start_on, published_value as open_cases_end
        from fct_published_against_computed
        where measure = 'open_cases' and office_id <> '' and supervision_type = '' and is_latest_edition
        """,
    )
