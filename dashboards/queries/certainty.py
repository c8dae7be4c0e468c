"""The questions of the page How sure: what a percentage rests on, and how far it could lie elsewhere.

All of them are of one service line and an area: the whole service, a region or an office; ratios of
sums, never means of percentages.
"""

import polars as pl

from dashboards import warehouse

WHOLE = ""


def schemes(area: str, service_line: str) -> pl.DataFrame:
    """One row per weight scheme: the percentage of the last four weeks, null without capacity.

    ``weight_scheme``, ``label_en``, ``label_nl``, ``workload_pct``.
    """
    return warehouse.frame(
        """
        select weight_scheme, label_en, label_nl, workload_pct
        from marts.fct_area_line_windows
        inner join marts.dim_weight_schemes using (weight_scheme)
        where area_id = $area
            and part_id = ''
            and service_line = $service_line
            and time_window = 'four_weeks'
        order by position
        """,
        area=area,
        service_line=service_line,
    )


def sensitivity(area: str, service_line: str, weight_scheme: str) -> pl.DataFrame:
    """One row per work type ('' = all weights) and error: the percentage of four weeks and its bounds.

    ``work_type``, labels (null for all), ``error_pct``, ``mid_pct``, ``low_pct``, ``high_pct``; the
    percentages are null without capacity. No row where the line has neither work nor capacity.
    """
    return warehouse.frame(
        """
        with asked as (
            select *
            from marts.fct_area_sensitivity
            where area_id = $area
                and service_line = $service_line
                and weight_scheme = $weight_scheme
        ),

        whole as (
            select error_pct, sum(workload_units_avg) as work, nullif(sum(capacity_units_avg), 0) as capacity
            from asked
            where work_type = ''
            group by error_pct
        ),

        subjects as (
            select work_type, error_pct, sum(subject_units_avg) * error_pct / 100 as off
            from asked
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
        area=area,
        service_line=service_line,
        weight_scheme=weight_scheme,
    )


def bases(area: str, service_line: str) -> pl.DataFrame:
    """One row per weight scheme and basis: the share of today's workload, and since when its rows hold.

    ``weight_scheme``, labels, ``basis``, ``workload_share_pct``, ``oldest_valid_from``,
    ``newest_valid_from``.
    """
    return warehouse.frame(
        """
        with sums as (
            select
                weight_scheme, basis,
                sum(workload_units) as workload_units,
                min(oldest_valid_from) as oldest_valid_from,
                max(newest_valid_from) as newest_valid_from
            from marts.fct_area_weight_bases
            where area_id = $area and service_line = $service_line
            group by weight_scheme, basis
        )

        select
            weight_scheme, label_en, label_nl, basis, oldest_valid_from, newest_valid_from,
            100 * workload_units / sum(workload_units) over (partition by weight_scheme) as workload_share_pct
        from sums
        inner join marts.dim_weight_schemes using (weight_scheme)
        order by position, basis
        """,
        area=area,
        service_line=service_line,
    )


def finding_effects(area: str, service_line: str, weight_scheme: str) -> pl.DataFrame:
    """One row per figure and finding: cases concerned, the percentage, and how far it could move.

    ``figure``, ``finding``, ``on_day``, ``concerned_cases``, ``mid_pct``, ``low_pct``, ``high_pct``; the
    percentages are null without capacity.
    """
    return warehouse.frame(
        """
        select
            figure, finding, max(on_day) as on_day,
            sum(concerned_cases)::bigint as concerned_cases,
            100 * sum(workload_units) / nullif(sum(capacity_units), 0) as mid_pct,
            100 * sum(workload_lower_units) / nullif(sum(capacity_units), 0) as low_pct,
            100 * sum(workload_upper_units) / nullif(sum(capacity_units), 0) as high_pct
        from marts.fct_area_finding_effects
        where area_id = $area
            and service_line = $service_line
            and weight_scheme = $weight_scheme
        group by figure, finding
        having sum(concerned_cases) > 0
        order by on_day, finding
        """,
        area=area,
        service_line=service_line,
        weight_scheme=weight_scheme,
    )


def weight_changes(area: str, service_line: str, weight_scheme: str) -> pl.DataFrame:
    """One row per part of the area ('' = all of it) and day of new weights, latest first: both percentages.

    ``office_id``, ``changed_on``, ``workload_before_pct``, ``workload_after_pct``, ``moved_points`` (after
    less before); these are null without capacity. ``work_change_pct`` is by how much the work itself grew in
    units, null where there was none.
    """
    return warehouse.frame(
        """
        with sums as (
            select
                part_id as office_id,
                changed_on,
                workload_before_units as before,
                workload_after_units as after,
                nullif(capacity_units, 0) as capacity
            from marts.fct_area_weight_changes
            where area_id = $area and service_line = $service_line and weight_scheme = $weight_scheme
        )

        select
            office_id,
            changed_on,
            100 * before / capacity as workload_before_pct,
            100 * after / capacity as workload_after_pct,
            100 * (after - before) / capacity as moved_points,
            100 * (after - before) / nullif(before, 0) as work_change_pct
        from sums
        order by changed_on desc, office_id
        """,
        area=area,
        service_line=service_line,
        weight_scheme=weight_scheme,
    )
