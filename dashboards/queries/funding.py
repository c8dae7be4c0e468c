"""The questions of the page Funding: what the work of an area needs, how staff is shared, where it turns.

Work and staff of the parts are those of the page Offices (`offices.line_windows`): one figure, asked once.
"""

import polars as pl

from dashboards import database
from dashboards.choice import Choice
from dashboards.queries.asking import ask
from dashboards.reader import Reader

_OFFICES = """office_id in (
    select area_id from dim_areas
    where area_kind = 'office' and ($area = 'service' or area_id = $area or parent_id = $area)
)"""
_LINES = """
    with later as (
        select service_line, weight_scheme, later_weight_units
        from later_weights
        where area_id = $area
    ),

    came as (
        select service_line, received_cases_12_months as received_cases, open_cases_end
        from fct_area_clearance_months
        where area_id = $area and supervision_type = '' and service_line = $service_line
            and month_start_on = (select date_trunc('month', as_of)::date from dim_status)
    )

    select
        windows.service_line, weight_scheme, schemes.position, active_cases_avg,
        coalesce(workload_units_avg = 0 and open_cases > 0 and unweighed_cases = open_cases, false)
            as is_unweighed,
        if(is_unweighed, null, workload_units_avg) as workload_units_avg,
        if(is_unweighed, null, later_weight_units) as later_weight_units,
        capacity_units_avg, contract_fte_avg, available_fte_avg, received_cases, came.open_cases_end,
        is_of_few
    from fct_area_line_windows as windows
    inner join dim_weight_schemes as schemes using (weight_scheme)
    inner join dim_service_lines as in_order using (service_line)
    left join fct_area_open_cases using (area_id, part_id, service_line, weight_scheme)
    left join later using (service_line, weight_scheme)
    left join came using (service_line)
    where windows.area_id = $area and windows.part_id = '' and windows.time_window = $time_window
        and windows.{which}
    order by in_order.position, windows.service_line, schemes.position
"""


def line(reader: Reader, choice: Choice) -> pl.DataFrame:
    """The rows of `lines` of the service line chosen."""
    return ask(reader, choice, _LINES.format(which="service_line = $service_line"))


def lines(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per service line and weight scheme of the area, in the time window chosen.

    `service_line`, `weight_scheme`, `active_cases_avg`, units and FTE as daily averages, `is_of_few`;
    `later_weight_units`, the mean weight on the last day of a case that officers carry and that is past its
    start (null without one); of the line chosen `received_cases`, of the last twelve months, and
    `open_cases_end` at their end. Work and weight are null where no weight fits any open case.
    """
    return ask(reader, choice, _LINES.format(which="service_line is not null"))


def kinds(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per kind of mandate, and one for all tasks (''), in the month of the last day of the data.

    `work_type`, `active_cases_avg` (cases with an officer, none of tasks) and `workload_units_avg`.
    """
    return ask(
        reader,
        choice,
        f"""
        select
            if(kind = 'task', '', work_type) as work_type,
            sum(active_cases_avg) as active_cases_avg,
            sum(workload_units_avg) as workload_units_avg
        from fct_office_work_months inner join dim_work_types as types using (work_type)
        where service_line = $service_line and weight_scheme = $weight_scheme and {_OFFICES}
            and month_start_on = (select date_trunc('month', as_of)::date from dim_status)
        group by all
        having sum(active_cases_avg) > 0 or sum(workload_units_avg) > 0
        order by bool_or(kind = 'task'), min(types.position)
        """,  # noqa: S608 (fixed text)
    )


def evidence(reader: Reader) -> pl.DataFrame:
    """One row per study and language, in order: see the mart `dim_evidence`."""
    return database.frame(reader, "from dim_evidence order by position, language")


def tariffs(reader: Reader) -> pl.DataFrame:
    """One row per service line whose tariff holds on the last day of the data, see the mart `dim_tariffs`."""
    return database.frame(
        reader,
        """
        select service_line, eur_per_fte_year, covers, source, valid_from
        from dim_tariffs cross join dim_status
        where valid_from <= as_of and coalesce(valid_to > as_of, true)
        order by service_line
        """,
    )
