"""The questions of the page What more staff buys: the area and its parts by month, and how long cases wait.

A part is an office, or a region where regions are compared; '' is the whole area. Capacity of few people
leaves the questions as null, and ``is_of_few`` says so.
"""

import polars as pl

from dashboards.choice import Choice, Chosen, Narrowed
from dashboards.queries import pressure
from dashboards.queries.asking import ask, first_shown
from dashboards.reader import Reader
from dashboards.totals import TOTAL

_MONTHS = """
        with parts as (
            select area_id, if(area_id = $area, '', area_id) as part_id
            from dim_areas
            where area_id = $area or parent_id = $area
        ),

        flows as (
            select '' as part_id, month_start_on, received_cases, started_cases, active_cases_end,
                waiting_cases_end - waiting_to_close_cases_end as waiting_cases_end
            from fct_area_clearance_months
            where area_id = $area and service_line = $service_line and supervision_type = ''
            union all
            select part_id, month_start_on, received_cases, started_cases, active_cases_end,
                waiting_cases_end
            from part_flows
            inner join parts using (area_id)
            where part_id <> '' and service_line = $service_line
        ),

        loads as (
            select part_id, month_start_on, active_cases_avg, workload_units_avg, capacity_units_avg,
                contract_fte_avg, available_fte_avg, is_of_few
            from fct_area_line_months
            where area_id = $area and part_id = '' and service_line = $service_line
                and weight_scheme = $weight_scheme
            union all
            select part_id, month_start_on, active_cases_avg, workload_units_avg, capacity_units_avg,
                contract_fte_avg, available_fte_avg, is_of_few
            from part_loads
            where area_id = $area and service_line = $service_line and weight_scheme = $weight_scheme
        )

        select part_id, month_start_on, received_cases, started_cases, active_cases_end, waiting_cases_end,
            active_cases_avg, workload_units_avg, capacity_units_avg, contract_fte_avg, available_fte_avg,
            coalesce(is_of_few, false) as is_of_few {others}
        from flows full join loads using (part_id, month_start_on) {joined}
        cross join dim_status
        where month_start_on <= as_of and month_start_on >= coalesce(first_month_on, month_start_on)
        order by part_id, month_start_on
"""
_OTHERS = {
    "others": ", other_workload_units, other_capacity_units",
    "joined": """left join (
        select part_id, month_start_on, sum(workload_units_avg) as other_workload_units,
            sum(capacity_units_avg) as other_capacity_units
        from fct_area_line_months
        where area_id = $area and part_id = '' and service_line <> $service_line
            and weight_scheme = $weight_scheme and not coalesce(is_of_few, false)
            and month_start_on >= coalesce((select first_month_on from dim_status), month_start_on)
        group by part_id, month_start_on
    ) as others using (part_id, month_start_on)""",
}
_NO_OTHERS = {"others": "", "joined": ""}


def months(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per part ('' = the area) and month of which all cases are known; the last may be cut.

    ``received_cases``, ``started_cases``; at its end ``active_cases_end`` and ``waiting_cases_end`` (no
    records that are to close today); means per day of carried cases, work, capacity and available FTE. Of the
    area also the work and the capacity of all other lines but those of few people, where these are shown.
    """
    return first_shown(
        [lambda way=way: ask(reader, choice, _MONTHS.format(**way)) for way in (_OTHERS, _NO_OTHERS)]
    )


def months_waited(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per part ('' = the area) and whole months waited: the cases that wait on the last day.

    A month is a twelfth of 365.25 days. Records that are to close do not wait.
    """
    return ask(
        reader,
        choice,
        """
        select if(areas.area_id = $area, '', areas.area_id) as part_id, months_waited, waiting_cases
        from waited_counts inner join dim_areas as areas using (area_id)
        where (areas.area_id = $area or areas.parent_id = $area)
            and service_line = $service_line and weight_scheme = $weight_scheme
        order by part_id, months_waited
        """,
    )


def people_above(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per threshold of workload and month of the area: `people`, and `people_over` for four weeks.

    Of the first set of thresholds that is one of workload; of all grades and lines. Small groups are left
    out.
    """
    sets = pressure.thresholds(reader).filter(measure="workload_pct")["threshold_set"]
    if sets.is_empty():
        return pl.DataFrame(schema=dict.fromkeys(("month_start_on", "threshold", "people", "people_over")))
    asked = {"among": choice.among, "weight_scheme": choice.weight_scheme, "threshold_set": sets[0]}
    rows = pressure.overload_months(reader, Narrowed(asked))
    own = rows.filter((pl.col("part_id") == choice.part) & (pl.col("grade") == TOTAL))
    return own.filter(~pl.col("is_hidden")).select("month_start_on", "threshold", "people", "people_over")


def posts(reader: Reader, choice: Chosen) -> pl.DataFrame:
    """One row per part ('' = the area), status and first whole month (null: no day known) of posts to fill.

    `posts`, `fte_to_fill`, and `fte_counted`: what the grades make of it under the weight scheme. Posts are
    of nobody who works already, so those of a small office are shown.
    """
    return ask(
        reader,
        choice,
        """
        with offices as (
            select area_id as office_id, if(parent_id = $area, area_id, parent_id) as part_id
            from dim_areas
            where area_kind = 'office' and ($area = 'service' or $area in (area_id, parent_id))
        )

        select coalesce(part_id, '') as part_id, status, first_whole_month_on, sum(posts)::bigint as posts,
            sum(fte_to_fill) as fte_to_fill, sum(fte_counted) as fte_counted
        from fct_office_posts inner join offices using (office_id)
        where service_line = $service_line and weight_scheme = $weight_scheme
        group by grouping sets (
            (part_id, status, first_whole_month_on), (status, first_whole_month_on)
        )
        order by part_id, status, first_whole_month_on nulls last
        """,
    )
