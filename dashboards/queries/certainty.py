"""The questions of the page How sure: what a percentage rests on, and how far it could lie elsewhere.

An ``office_id`` of '' asks for all offices together: ratios of sums, never means of percentages.
"""

import polars as pl

from dashboards import warehouse

WHOLE = ""


def schemes(office: str) -> pl.DataFrame:
    """One row per weight scheme: the percentage of the last four weeks, null without capacity.

    ``weight_scheme``, ``label_en``, ``label_nl``, ``workload_pct``.
    """
    return warehouse.frame(
        """
        select
            weight_scheme, label_en, label_nl,
            100 * sum(workload_units_avg) / nullif(sum(capacity_units_avg), 0) as workload_pct
        from marts.fct_office_sensitivity
        inner join marts.dim_weight_schemes using (weight_scheme)
        where $office in ('', office_id)
            and work_type = ''
            and error_pct = (select min(error_pct) from marts.fct_office_sensitivity)
        group by weight_scheme, label_en, label_nl, position
        order by position
        """,
        office=office,
    )


def sensitivity(office: str, weight_scheme: str) -> pl.DataFrame:
    """One row per work type ('' = all weights) and error: the percentage and its bounds.

    ``work_type``, labels (null for all), ``error_pct``, ``mid_pct``, ``low_pct``, ``high_pct``.
    """
    return warehouse.frame(
        """
        with offices as (
            select office_id, workload_units_avg, capacity_units_avg, error_pct
            from marts.fct_office_sensitivity
            where $office in ('', office_id) and weight_scheme = $weight_scheme and work_type = ''
        ),

        whole as (
            select error_pct, sum(workload_units_avg) as work, nullif(sum(capacity_units_avg), 0) as capacity
            from offices
            group by error_pct
        ),

        subjects as (
            select work_type, error_pct, sum(subject_units_avg) * error_pct / 100 as off
            from marts.fct_office_sensitivity
            where $office in ('', office_id) and weight_scheme = $weight_scheme
            group by work_type, error_pct
        )

        select
            work_type, label_en, label_nl, error_pct,
            100 * work / capacity as mid_pct,
            100 * (work - off) / capacity as low_pct,
            100 * (work + off) / capacity as high_pct
        from subjects
        inner join whole using (error_pct)
        left join marts.dim_work_types using (work_type)
        order by work_type != '', kind, position, error_pct
        """,
        office=office,
        weight_scheme=weight_scheme,
    )


def bases(office: str) -> pl.DataFrame:
    """One row per weight scheme and basis: the share of today's workload, and since when its rows hold."""
    return warehouse.frame(
        """
        with sums as (
            select
                weight_scheme, basis,
                sum(workload_units) as workload_units,
                min(oldest_valid_from) as oldest_valid_from,
                max(newest_valid_from) as newest_valid_from
            from marts.fct_office_weight_bases
            where $office in ('', office_id)
            group by weight_scheme, basis
        )

        select
            weight_scheme, label_en, label_nl, basis, oldest_valid_from, newest_valid_from,
            100 * workload_units / sum(workload_units) over (partition by weight_scheme) as workload_share_pct
        from sums
        inner join marts.dim_weight_schemes using (weight_scheme)
        order by position, basis
        """,
        office=office,
    )


def finding_effects(office: str, weight_scheme: str) -> pl.DataFrame:
    """One row per figure and finding: cases concerned, the percentage, and how far it could move.

    ``figure``, ``finding``, ``on_day``, ``concerned_cases``, ``mid_pct``, ``low_pct``, ``high_pct``.
    """
    return warehouse.frame(
        """
        select
            figure, finding, max(on_day) as on_day,
            sum(concerned_cases)::bigint as concerned_cases,
            100 * sum(workload_units) / nullif(sum(capacity_units), 0) as mid_pct,
            100 * sum(workload_lower_units) / nullif(sum(capacity_units), 0) as low_pct,
            100 * sum(workload_upper_units) / nullif(sum(capacity_units), 0) as high_pct
        from marts.fct_office_finding_effects
        where $office in ('', office_id) and weight_scheme = $weight_scheme
        group by figure, finding
        having sum(concerned_cases) > 0
        order by on_day, finding
        """,
        office=office,
        weight_scheme=weight_scheme,
    )


def weight_changes(office: str, weight_scheme: str) -> pl.DataFrame:
    """One row per day on which weights of the scheme changed, latest first: the percentage by both.

    ``changed_on``, ``workload_before_pct``, ``workload_after_pct``; null without capacity.
    """
    return warehouse.frame(
        """
        select
            changed_on,
            100 * sum(workload_before_units) / nullif(sum(capacity_units), 0) as workload_before_pct,
            100 * sum(workload_after_units) / nullif(sum(capacity_units), 0) as workload_after_pct
        from marts.fct_office_weight_changes
        where $office in ('', office_id) and weight_scheme = $weight_scheme
        group by changed_on
        order by changed_on desc
        """,
        office=office,
        weight_scheme=weight_scheme,
    )
