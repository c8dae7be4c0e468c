"""The questions of the page Offices: workload per office over the years, now, by kind of work, published.

Every question is about an area (the whole service, a region, an office) and its parts: `part_id` is an
office, or a region where the whole of a service with regions is asked; '' is the area itself, with the ratio
of the sums over its offices, never a mean of percentages.

`weights` are those of each day (`then`) or those of today for every day (`now`).

Months before the first in which a case ended are left out: for them a delivery holds only the cases that
were still open later, so that work and flow look smaller than they were.
"""

import polars as pl

from dashboards import database
from dashboards.choice import Choice
from dashboards.queries.asking import ask
from dashboards.reader import Reader


def line_months(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per part of the area and month of one service line under one scheme, and one for the area.

    `part_id`, `month_start_on`, `days`, units and FTE as daily averages, `workload_pct` (null
    without capacity). Work and percentage are null where there was none and no weight fits any open case.
    `is_of_few`: capacity, FTE and percentage are null, see `access.few_people`.
    """
    return ask(
        reader,
        choice,
        """
        select
            part_id, month_start_on, days, active_cases_avg,
            coalesce(
                weighed.workload_units_avg = 0 and open_cases > 0 and unweighed_cases = open_cases, false
            ) as is_unweighed,
            if(is_unweighed, null, weighed.workload_units_avg) as workload_units_avg,
            capacity_units_avg, contract_fte_avg, available_fte_avg,
            if(is_unweighed, null, weighed.workload_pct) as workload_pct, is_of_few
        from fct_area_line_months{by_weights} as weighed
        left join fct_area_open_cases using (area_id, part_id, service_line, weight_scheme)
        where area_id = $among
            and service_line = $service_line
            and weight_scheme = $weight_scheme
            and month_start_on >= coalesce((select first_month_on from dim_status), month_start_on)
        order by part_id, month_start_on
        """,
    )


def line_windows(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per part of the area (and the area), weight scheme and time window of one service line.

    The columns of `line_months` with `time_window`, `window_start_on`, `window_end_on`, `room_fte_avg`, the
    units that wait or are uncovered, and the scheme's `unit`. Percentage and room are null where no weight
    fits any open case.
    """
    return ask(
        reader,
        choice,
        """
        select
            windows.part_id, weight_scheme, windows.time_window,
            schemes.unit, schemes.position,
            window_start_on, window_end_on, active_cases_avg, workload_units_avg, capacity_units_avg,
            contract_fte_avg, available_fte_avg, uncovered_units_avg, waiting_units_avg,
            if(workload_units_avg = 0 and open_cases > 0 and unweighed_cases = open_cases, null, workload_pct)
                as workload_pct,
            if(workload_units_avg = 0 and open_cases > 0 and unweighed_cases = open_cases, null, room_fte_avg)
                as room_fte_avg, is_of_few
        from fct_area_line_windows{by_weights} as windows
        inner join dim_weight_schemes as schemes using (weight_scheme)
        left join fct_area_open_cases as today using (area_id, part_id, service_line, weight_scheme)
        where windows.area_id = $among and windows.service_line = $service_line
        order by windows.part_id, position, time_window
        """,
    )


def office_work_months(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per kind of work and month of one office and line: the three heaviest kinds, and the rest.

    `work_type` ('' = the rest), `rank` (1 to 4), `month_start_on`,
    `workload_units_avg`. The heaviest are those of the latest twelve months.
    """
    return ask(
        reader,
        choice,
        """
        with covered as (
            select first_month_on as first_on from dim_status
        ),

        work as (
            select month_start_on, work_type, workload_units_avg
            from fct_office_work_months{by_weights}
            inner join dim_work_types using (work_type)
            where office_id = $office
                and service_line = $service_line
                and weight_scheme = $weight_scheme
                and month_start_on >= coalesce((select first_on from covered), month_start_on)
        ),

        heaviest as (
            select work_type, row_number() over (order by sum(workload_units_avg) desc, work_type) as rank
            from work
            where month_start_on > (select max(month_start_on) - interval 12 month from work)
            group by work_type
        ),

        grouped as (
            select
                month_start_on,
                workload_units_avg,
                least(coalesce(rank, 4), 4) as rank,
                if(coalesce(rank, 4) < 4, work_type, '') as work_type
            from work
            left join heaviest using (work_type)
        )

        -- A kind without a row in a month of the office had no work in it: rows of zeros may be left out.
        select
            kinds.work_type, kinds.rank, month_start_on,
            coalesce(sum(grouped.workload_units_avg), 0) as workload_units_avg
        from (select distinct work_type, rank from grouped) as kinds
        cross join (select distinct month_start_on from grouped) as months
        left join grouped using (rank, month_start_on)
        group by kinds.work_type, kinds.rank, month_start_on
        order by kinds.rank, month_start_on
        """,
    )


def published_figures(reader: Reader) -> pl.DataFrame:
    """One row per published figure of an office, or of the service (''), in the latest edition of its source.

    `series` is measure, supervision_type (where the figure has one) and source, joined by `~`;
    `period_last_on` the last day of the period: a year that ends in June is named after that June.
    """
    return database.frame(
        reader,
        """
        select
            concat_ws('~', measure, nullif(supervision_type, ''), source) as series,
            measure, supervision_type, source, unit, office_id as part_id, period_start_on,
            period_end_on - 1 as period_last_on, edition, published_value
        from fct_published_against_computed
        where is_latest_edition
        order by series, part_id, period_start_on, period_end_on, edition
    """,
    )


def published_breaks(reader: Reader) -> pl.DataFrame:
    """One row per published figure that differs by more than half from the period before: to be checked."""
    return database.frame(
        reader,
        """
        select
            concat_ws('~', measure, nullif(supervision_type, ''), source) as series,
            office_id as part_id, period_start_on, figures.period_end_on - 1 as period_last_on,
            breaks.previous_value, breaks.published_value, breaks.change_pct
        from fct_published_breaks as breaks
        inner join fct_published_against_computed as figures
            using (measure, office_id, supervision_type, source, edition, period_start_on, period_end_on)
        where figures.is_latest_edition
        order by series, part_id, period_start_on, figures.period_end_on, edition
    """,
    )
