"""What Funding says of the sample, counted by hand."""

from tests.dashboards.said.sentence import FEW, WHOLE, Said

OF_LINE = "service_line = 'offender_supervision' and time_window = 'four_weeks'"
# Work by what one available full-timer gives, less the full-timers that there are.
GAP = "workload_units_avg * available_fte_avg / capacity_units_avg - available_fte_avg"
LOADS = f"""
    select
        max(available_fte_avg) as staff, max(contract_fte_avg) as contract, min(gap) as low, max(gap) as high,
        max(gap) filter (where {WHOLE}) as gap, max(1 / load - 1) filter (where {WHOLE}) as work_off,
        max((contract_fte_avg - available_fte_avg * load) / (contract_fte_avg - available_fte_avg) - 1)
            filter (where {WHOLE}) as absence_off
    from (
        select *, {GAP} as gap, workload_units_avg / capacity_units_avg as load
        from fct_area_line_windows where area_id = 'service' and part_id = '' and {OF_LINE}
    )
"""
SAID = (
    Said(
        "funding",
        "Work of all offices at a workload of 100%: {need:.1f} FTE needed, {staff:.1f} available. "
        "Under all 4 weight schemes: about {over} FTE more than needed.",
        "work by what one available full-timer gives; the same in whole FTE under each of the four schemes",
        f"""
        select staff + gap as need, staff, round(-high)::integer as least, round(-low)::integer as most,
            if(least = most, format('{{}}', least), format('{{}} to {{}}', least, most)) as over
        from ({LOADS}) where high <= -10
        """,
    ),
    Said(
        "funding",
        "Needed for the work | {need:.1f} | FTE | at a load of 100%",
        "work by what one available full-timer gives",
        f"select staff + gap as need from ({LOADS})",
    ),
    Said(
        "funding",
        "Staff available | {staff:.1f} | FTE | of {contract:.1f} FTE under contract",
        "full-timers available and under contract in the last four weeks",
        LOADS,
    ),
    Said(
        "funding",
        "Difference | {gap:+.1f} | FTE | {low:+.1f} to {high:+.1f} across the weight schemes",
        "needed less available, and the same under the scheme that gives least and most",
        LOADS,
    ),
    Said(
        "funding",
        "With absence {times:.1f} times as high there would be just enough staff; other assumptions would "
        "have to be further off",
        "the absence that leaves as much staff as is needed, beside the absence that there is",
        f"select 1 + absence_off as times from ({LOADS}) where absence_off < work_off",
    ),
    Said(
        "funding",
        "All {schemes} weight schemes give the same answer",
        "weight schemes that put work below capacity",
        f"select count(*) as schemes from fct_area_line_windows "
        f"where area_id = 'service' and part_id = '' and {OF_LINE} and workload_pct < 100",
    ),
    Said(
        "funding",
        "Sharing staff by amount of work instead of number of cases would move {moved:.1f} FTE between "
        "offices",
        "the full-timers of all offices by each office's share of work, less by its share of cases",
        f"""
        with offices as (
            select workload_units_avg / sum(workload_units_avg) over () as of_work,
                active_cases_avg / sum(active_cases_avg) over () as of_cases,
                not {FEW.format(day="window_end_on")} as is_shown
            from fct_area_line_windows
            where area_id = 'service' and part_id != '' and {OF_LINE} and weight_scheme = 'fl_type_phase'
        )
        select sum(greatest(of_work - of_cases, 0)) filter (where is_shown) * max(staff) as moved
        from offices cross join ({LOADS})
        """,
    ),
    Said(
        "funding",
        "Sharing staff by amount of work instead of number of cases would move {moved:.1f} FTE between kinds",
        "the full-timers of all offices by each kind's share of work in June 2026, less by that of cases",
        f"""
        with kinds as (
            select if(kind = 'task', '', work_type) as what, sum(workload_units_avg) as work,
                sum(active_cases_avg) as cases
            from fct_office_work_months inner join dim_work_types using (work_type)
            where month_start_on = date '2026-06-01' and service_line = 'offender_supervision'
                and weight_scheme = 'fl_type_phase'
            group by what
        ), shares as (
            select work / sum(work) over () - cases / sum(cases) over () as differ from kinds
        )
        select sum(greatest(differ, 0)) * max(staff) as moved from shares cross join ({LOADS})
        """,
    ),
)
