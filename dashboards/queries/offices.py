"""The questions of the page Offices: workload per office over the years, now, by kind of work, published.

Every question is about an area (the whole service, a region, an office) and its parts: ``office_id`` is
a part, an office or in the whole of a service with regions a region; '' is the area itself, the ratio of the
sums over its offices, never a mean.
``weights`` are those of each day (``then``) or those of today for every day (``now``).
Months before the first in which a case ended are left out: for them a delivery holds only the cases that
outlived them, so that work and flow look smaller than they were.
"""

import polars as pl

from dashboards import warehouse

WHOLE = ""


def line_months(area: str, service_line: str, weight_scheme: str, weights: str = "then") -> pl.DataFrame:
    """One row per part of the area and month of one service line under one scheme, and one for the area.

    ``office_id``, ``month_start_on``, ``days``, units and FTE as daily averages, ``workload_pct`` (null
    without capacity).
    """
    return warehouse.frame(
        """
        with weighed as (
            select * from marts.fct_area_line_months where $weights = 'then'
            union all by name
            select * from marts.fct_area_line_months_now where $weights = 'now'
        )

        select
            part_id as office_id, month_start_on, days, active_cases_avg, workload_units_avg,
            capacity_units_avg, contract_fte_avg, available_fte_avg, workload_pct
        from weighed
        where area_id = $area
            and service_line = $service_line
            and weight_scheme = $weight_scheme
            and month_start_on >= coalesce((select first_month_on from marts.dim_status), month_start_on)
        order by part_id, month_start_on
        """,
        area=area,
        service_line=service_line,
        weight_scheme=weight_scheme,
        weights=weights,
    )


def line_windows(area: str, service_line: str, weights: str = "then") -> pl.DataFrame:
    """One row per part of the area (and the area), weight scheme and time window of one service line.

    The columns of ``line_months`` with ``time_window``, ``window_start_on``, ``window_end_on``, the units
    that wait or are uncovered, and the scheme's ``unit`` and labels.
    """
    return warehouse.frame(
        """
        with windows as (
            select * from marts.fct_area_line_windows where $weights = 'then'
            union all by name
            select * from marts.fct_area_line_windows_now where $weights = 'now'
        )

        select
            windows.part_id as office_id, weight_scheme, windows.time_window,
            schemes.unit, schemes.label_en, schemes.label_nl, schemes.position,
            window_start_on, window_end_on, active_cases_avg, workload_units_avg, capacity_units_avg,
            contract_fte_avg, available_fte_avg, uncovered_units_avg, waiting_units_avg, workload_pct
        from windows
        inner join marts.dim_weight_schemes as schemes using (weight_scheme)
        where windows.area_id = $area and windows.service_line = $service_line
        order by windows.part_id, position, time_window
        """,
        area=area,
        service_line=service_line,
        weights=weights,
    )


def office_work_months(
    office: str, service_line: str, weight_scheme: str, weights: str = "then"
) -> pl.DataFrame:
    """One row per kind of work and month of one office and line: the three heaviest kinds, and the rest.

    ``work_type`` ('' = the rest), ``label_en``, ``label_nl``, ``place`` (1 to 4), ``month_start_on``,
    ``workload_units_avg``. The heaviest are those of the latest twelve months.
    """
    return warehouse.frame(
        """
        with covered as (
            select first_month_on as first_on from marts.dim_status
        ),

        weighed as (
            select * from marts.fct_office_work_months where $weights = 'then'
            union all by name
            select * from marts.fct_office_work_months_now where $weights = 'now'
        ),

        work as (
            select month_start_on, work_type, label_en, label_nl, workload_units_avg
            from weighed
            inner join marts.dim_work_types using (work_type)
            where office_id = $office
                and service_line = $service_line
                and weight_scheme = $weight_scheme
                and month_start_on >= coalesce((select first_on from covered), month_start_on)
        ),

        ranked as (
            select work_type, row_number() over (order by sum(workload_units_avg) desc, work_type) as place
            from work
            where month_start_on > (select max(month_start_on) - interval 12 month from work)
            group by work_type
        ),

        grouped as (
            select
                month_start_on,
                workload_units_avg,
                least(coalesce(place, 4), 4) as place,
                if(coalesce(place, 4) < 4, work_type, '') as work_type,
                if(coalesce(place, 4) < 4, label_en, '') as label_en,
                if(coalesce(place, 4) < 4, label_nl, '') as label_nl
            from work
            left join ranked using (work_type)
        )

        -- A kind without a row in a month of the office had no work in it: rows of zeros may be left out.
        select
            kinds.work_type, kinds.label_en, kinds.label_nl, kinds.place, month_start_on,
            coalesce(sum(grouped.workload_units_avg), 0) as workload_units_avg
        from (select distinct work_type, label_en, label_nl, place from grouped) as kinds
        cross join (select distinct month_start_on from grouped) as months
        left join grouped using (place, month_start_on)
        group by kinds.work_type, kinds.label_en, kinds.label_nl, kinds.place, month_start_on
        order by kinds.place, month_start_on
        """,
        office=office,
        service_line=service_line,
        weight_scheme=weight_scheme,
        weights=weights,
    )


def published_figures() -> pl.DataFrame:
    """One row per published figure of an office in the latest edition of its source.

    ``series`` is measure, supervision_type (where the figure has one) and source, joined by ``~``;
    ``period_last_on`` the last day of the period: a year that ends in June is named after that June.
    """
    return warehouse.frame("""
        select
            concat_ws('~', measure, nullif(supervision_type, ''), source) as series,
            measure, supervision_type, source, unit, office_id, period_start_on,
            period_end_on - 1 as period_last_on, edition, published_value
        from marts.fct_published_against_computed
        where is_latest_edition and office_id != ''
        order by series, office_id, period_start_on
    """)


def published_breaks() -> pl.DataFrame:
    """One row per published figure that differs by more than half from the period before: to be checked."""
    return warehouse.frame("""
        select
            concat_ws('~', measure, nullif(supervision_type, ''), source) as series,
            office_id, period_start_on, figures.period_end_on - 1 as period_last_on,
            breaks.previous_value, breaks.published_value, breaks.change_pct
        from marts.fct_published_breaks as breaks
        inner join marts.fct_published_against_computed as figures
            using (measure, office_id, supervision_type, source, edition, period_start_on, period_end_on)
        where office_id != '' and figures.is_latest_edition
        order by series, office_id, period_start_on
    """)
