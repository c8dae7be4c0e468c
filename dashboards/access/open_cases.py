"""Open cases counted, for whoever may not see single ones: what is asked of all of them is asked of this."""

from collections.abc import Mapping

COUNTS = "open_case_counts"
# Of an area (the service, a region, an office) in a line, as pages ask it; a role may be shown less of them.
WAITED, WEIGHTS, WAITING = "waited_counts", "later_weights", "waiting_counts"
PART_FLOWS, PART_LOADS, CASE_WORK = "part_flows", "part_loads", "case_work"
UNWEIGHED = "unweighed_counts"
# From this day on a case is past its start: what is done once, in its first month, is behind it.
PAST_START_DAYS = 30
_MONTH_DAYS = 365.25 / 12
_VIEW = f"""
    select
        office_id, service_line, weight_scheme, state, is_to_close,
        coalesce(clock_on + {PAST_START_DAYS} <= as_of, false) as is_past_start,
        floor(days_waiting / {_MONTH_DAYS})::bigint as months_waited,
        count(*) as cases, count(weight_units) as weighed_cases, sum(weight_units) as weight_units
    from published.marts.fct_open_cases cross join published.marts.dim_status
    group by all
"""  # noqa: S608 (fixed text)


_OF_AREAS = f"""
    with areas as (
        select area_id as office_id, unnest(list_distinct([area_id, parent_id, 'service'])) as area_id
        from published.marts.dim_areas
        where area_kind = 'office'
    ),

    of_areas as (
        select * from areas inner join ({_VIEW}) using (office_id)
    )
"""  # noqa: S608 (fixed text)
_WAITED = f"""{_OF_AREAS}
    select area_id, service_line, weight_scheme, months_waited, sum(cases)::bigint as waiting_cases
    from of_areas
    where state = 'waiting' and not is_to_close
    group by all
"""  # noqa: S608 (fixed text)
_WEIGHTS = f"""{_OF_AREAS}
    select area_id, service_line, weight_scheme,
        sum(weight_units) filter (where is_past_start) / sum(weighed_cases) filter (where is_past_start)
            as later_weight_units,
        coalesce(sum(cases) filter (where is_past_start), 0)::bigint as later_cases,
        sum(cases)::bigint as carried_cases
    from of_areas
    where state = 'active'
    group by all
"""  # noqa: S608 (fixed text)
_WAITING = """
    select area_id, service_line, month_start_on,
        waiting_cases_end - waiting_to_close_cases_end as waiting_cases_end
    from published.marts.fct_area_clearance_months
    where supervision_type = ''
"""
_PART_FLOWS = """
    select area_id, service_line, month_start_on, received_cases, started_cases, active_cases_end,
        waiting_cases_end - waiting_to_close_cases_end as waiting_cases_end
    from published.marts.fct_area_clearance_months
    where supervision_type = '' and area_id <> 'service'
"""
# Of schemes alone that have no weight for some open case: mostly none.
_UNWEIGHED = """
    select area_id, part_id, service_line, weight_scheme, open_cases, unweighed_cases
    from published.marts.fct_area_open_cases
    where weight_scheme in (
        select weight_scheme from published.marts.fct_area_open_cases where unweighed_cases > 0
    )
"""
# By the weights of today under the default scheme; without tasks.
_CASE_WORK = """
    with areas as (
        select area_id as office_id, unnest(list_distinct([area_id, parent_id, 'service'])) as area_id
        from published.marts.dim_areas
        where area_kind = 'office'
    ),

    kinds as (
        select work_type as kind, service_line, unnest(['', work_type]) as work_type
        from published.marts.dim_work_types
        where kind = 'mandate'
    )

    select area_id, service_line, kinds.work_type, month_start_on,
        sum(coalesce(workload_units_now_avg, workload_units_avg)) as workload_units_avg
    from published.marts.fct_office_work_months as work
    inner join kinds on work.work_type = kinds.kind
    inner join areas using (office_id)
    where weight_scheme = (select default_weight_scheme from published.marts.dim_status)
    group by all
"""
_PART_LOADS = """
    select area_id, part_id, service_line, weight_scheme, month_start_on, active_cases_avg,
        workload_units_avg, capacity_units_avg, contract_fte_avg, available_fte_avg, is_of_few
    from shown.fct_area_line_months
    where part_id <> ''
"""


def counts(marts: Mapping[str, list[str]]) -> dict[str, str]:
    """Name -> view, where what it counts was published.

    `open_case_counts`: number and weight of the open cases by office, line, scheme, state, records to close
    or not, past their start or not, and whole months waited (a month is a twelfth of 365.25 days).
    Of an area: `waited_counts`, of them those who wait; `later_weights`, the mean weight of those carried and
    past their start; `waiting_counts`, `part_flows` and `part_loads`, months of it or of its parts, without
    records to close; `case_work`, work of cases by month, per kind of mandate and ('') of all;
    `unweighed_counts`, the open cases under those schemes that have no weight for some.
    """
    found = {}
    if marts.keys() >= {"fct_open_cases", "dim_status"}:
        found[COUNTS] = _VIEW
        if "dim_areas" in marts:
            found |= {WAITED: _WAITED, WEIGHTS: _WEIGHTS}
    if "fct_area_clearance_months" in marts:
        found |= {WAITING: _WAITING, PART_FLOWS: _PART_FLOWS}
    if marts.keys() >= {"fct_office_work_months", "dim_areas", "dim_work_types", "dim_status"}:
        found[CASE_WORK] = _CASE_WORK
    if "fct_area_open_cases" in marts:
        found[UNWEIGHED] = _UNWEIGHED
    if "fct_area_line_months" in marts:
        found[PART_LOADS] = _PART_LOADS
    return found
