"""The questions of the page Why it grew: an area in one service line by month, and all of two months.

``from_month`` and ``to_month`` are months as `2020-06`. Work is by the weights of each day; by those of today
where a column says so.
"""

import polars as pl

from dashboards.access import few_people
from dashboards.choice import Choice
from dashboards.queries.asking import ask
from dashboards.reader import Reader

_BOTH = "month_start_on in (cast($from_month || '-01' as date), cast($to_month || '-01' as date))"
_OFFICES = """office_id in (
    select area_id from dim_areas
    where area_kind = 'office' and ($area = 'service' or area_id = $area or parent_id = $area)
)"""


def months(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per month of which all cases are known: work in units, FTE available, and counts at its end.

    Records that are to close today do not wait. FTE is null without any post, and in every month
    (`is_of_few`) where one of them has too few posts.
    """
    rows = ask(
        reader,
        choice,
        """
        with loads as (
            select month_start_on, workload_units_avg, is_of_few,
                if(contract_fte_avg > 0, available_fte_avg, null) as available_fte_avg
            from fct_area_line_months
            where area_id = $area and part_id = '' and service_line = $service_line
                and weight_scheme = $weight_scheme
        ), stocks as (
            select month_start_on, open_cases_end, waiting.waiting_cases_end
            from fct_area_clearance_months
            -- empty of those who may not read how many wait
            left join waiting_counts as waiting using (area_id, service_line, month_start_on)
            where area_id = $area and supervision_type = '' and service_line = $service_line
        )
        select month_start_on, open_cases_end, workload_units_avg, available_fte_avg, waiting_cases_end,
            coalesce(is_of_few, false) as is_of_few
        from loads full join stocks using (month_start_on)
        where month_start_on >= coalesce((select first_month_on from dim_status), month_start_on)
        order by month_start_on
        """,
    )
    return few_people.hidden_throughout(rows)


def cohorts(reader: Reader, choice: Choice) -> pl.DataFrame:
    """Both months of ``fct_cohort_months``, of the offices of the area: see ``analysis.growth.Months``."""
    return ask(
        reader,
        choice,
        f"""
        select office_id, service_line, supervision_type, age_from_months, age_to_months, month_start_on,
            received_cases, still_open_cases_end, open_cases_end, still_open_cases_avg, open_cases_avg
        from fct_cohort_months inner join dim_work_types on work_type = supervision_type
        where {_BOTH} and service_line = $service_line and {_OFFICES}
        """,  # noqa: S608 (fixed text)
    )


def mix(reader: Reader, choice: Choice) -> pl.DataFrame:
    """Both months of ``fct_case_mix_months``, of the offices of the area, over men and women together."""
    return ask(
        reader,
        choice,
        f"""
        select office_id, service_line, supervision_type, risk_level, phase, month_start_on,
            sum(active_cases_avg) as active_cases_avg,
            sum(workload_units_avg) as workload_units_avg,
            sum(workload_units_now_avg) as workload_units_now_avg
        from fct_case_mix_months inner join dim_work_types on work_type = supervision_type
        where {_BOTH} and service_line = $service_line and weight_scheme = $weight_scheme and {_OFFICES}
        group by all
        """,  # noqa: S608 (fixed text)
    )


def tasks(reader: Reader, choice: Choice) -> pl.DataFrame:
    """Both months of the tasks in ``fct_office_work_months``, of the offices of the area."""
    return ask(
        reader,
        choice,
        f"""
        select office_id, service_line, work_type, month_start_on, workload_units_avg, workload_units_now_avg
        from fct_office_work_months inner join dim_work_types using (work_type)
        where {_BOTH} and kind = 'task' and service_line = $service_line
            and weight_scheme = $weight_scheme and {_OFFICES}
        """,  # noqa: S608 (fixed text)
    )


def staff(reader: Reader, choice: Choice) -> pl.DataFrame:
    """Both months of the area as a whole, as if it were one office: what its people could give.

    Of an area with too few posts in one of the months (`is_of_few`) it is null in both.
    """
    rows = ask(
        reader,
        choice,
        f"""
        select area_id as office_id, service_line, month_start_on, contract_fte_avg, available_fte_avg,
            capacity_units_avg, is_of_few
        from fct_area_line_months
        where {_BOTH} and area_id = $area and part_id = '' and service_line = $service_line
            and weight_scheme = $weight_scheme
        """,  # noqa: S608 (fixed text)
    )
    return few_people.hidden_throughout(rows)


def as_known(reader: Reader, choice: Choice) -> pl.DataFrame:
    """Open cases and work of both months, as first published and as known now, over all service lines.

    One row per ``measure`` (`open_cases_end`, `workload_units_avg` by the default weight scheme) and month:
    ``first_known_on``, ``figure_first``, ``figure_now``. An edition counts for the months before its last
    one, which it may have known in part.
    """
    return ask(
        reader,
        choice,
        f"""
        with of_area as (
            select edition, any_value(known_on) as known_on, measure, month_start_on, sum(figure) as figure
            from fct_figures_as_known
            where measure in ('open_cases_end', 'workload_units_avg') and {_OFFICES}
            group by edition, measure, month_start_on
        ), in_whole as (
            select *, month_start_on < max(month_start_on) over (partition by edition) as is_whole
            from of_area
        )
        select measure, month_start_on, min_by(known_on, edition) as first_known_on,
            min_by(figure, edition) as figure_first, max_by(figure, edition) as figure_now
        from in_whole
        where {_BOTH} and is_whole
        group by measure, month_start_on
        order by measure, month_start_on
        """,  # noqa: S608 (fixed text)
    )
