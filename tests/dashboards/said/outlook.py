"""What Outlook says of the sample, counted by hand."""

from tests.dashboards.said.sentence import AS_OF, CASES, MONTH, OF_LINE, REAL, WHOLE, Said

MONDAY = f"date_trunc('week', {AS_OF})"
THIS_WEEK = f"(from fct_area_line_weeks where {WHOLE} and week_start_on = {MONDAY})"
SOON = f"(from fct_area_line_outlook_weeks where {WHOLE} and week_start_on = {MONDAY} + interval 13 week)"
LATE = f"(from fct_area_line_outlook_weeks where {WHOLE} and week_start_on = {MONDAY} + interval 52 week)"
ENDS = f"state = 'active' and expected_end_on > {AS_OF} and expected_end_on < {MONDAY} + interval 14 week"
SAID = (
    Said(
        "outlook",
        "Workload, last week of the data | {pct:.0f}% | of capacity",
        "work divided by capacity, the days of the running week",
        f"select workload_pct as pct from {THIS_WEEK}",
    ),
    Said(
        "outlook",
        "Booked, 13 weeks ahead | {pct:.0f}% | of capacity",
        "the same as booked for the week that begins 13 weeks after this one",
        f"select workload_pct as pct from {SOON}",
    ),
    Said(
        "outlook",
        "Booked, 52 weeks ahead | {pct:.0f}% | of capacity",
        "the same 52 weeks after this one",
        f"select workload_pct as pct from {LATE}",
    ),
    Said(
        "outlook",
        "Staff available | {now:.1f} | FTE | Offender services; {soon:.1f} in 13 weeks",
        "contracts less reductions, mean per day of either week",
        f"select now.available_fte_avg as now, soon.available_fte_avg as soon from {THIS_WEEK} as now,"
        f" {SOON} as soon",
    ),
    Said(
        "outlook",
        "If nothing new comes in, workload falls from {now:.0f}% to {soon:.0f}% of capacity by the week"
        " of 28 September 2026; {fte:.1f} FTE more staff by then",
        "the same weeks",
        f"""
        select now.workload_pct as now, soon.workload_pct as soon,
            soon.available_fte_avg - now.available_fte_avg as fte
        from {THIS_WEEK} as now, {SOON} as soon
        """,
    ),
    Said(
        "outlook",
        "If nothing new comes in, work falls from {now:.0f} to {soon:.0f} hours a month by the week of"
        " 28 September 2026; capacity goes from {before:,.0f} to {after:,.0f}",
        "the same weeks, in units",
        f"""
        select now.workload_units_avg as now, soon.workload_units_avg as soon,
            now.capacity_units_avg as before, soon.capacity_units_avg as after
        from {THIS_WEEK} as now, {SOON} as soon
        """,
    ),
    Said(
        "outlook",
        "{ending} cases with an officer are due to end in the weeks ahead; {stay} without an expected end, or"
        " past it, stay counted",
        "carried on the last day with an expected end after it and before week 14; without one, or on it"
        " or before",
        f"""
        select count(*) filter (where {ENDS}) as ending, count(*) filter (
            where state = 'active' and (expected_end_on is null or expected_end_on <= {AS_OF})) as stay
        from {CASES}
        """,
    ),
    Said(
        "outlook",
        "Cases that end: {ending}, by their expected end, of those carried on the last day of the data"
        " ({carried})",
        "the same, of all cases carried on the last day",
        f"""
        select count(*) filter (where {ENDS}) as ending, count(*) filter (where state = 'active') as carried
        from {CASES}
        """,
    ),
    Said(
        "outlook",
        "Cases that stay: {without} without an expected end and {past} that reached or passed it. All of"
        " them ({stay})",
        "carried on the last day, by whether an end is recorded",
        f"""
        select count(*) filter (where expected_end_on is null) as without,
            count(*) filter (where expected_end_on <= {AS_OF}) as past, without + past as stay
        from {CASES} and state = 'active'
        """,
    ),
    Said(
        "outlook",
        "new cases (received in the last 3 whole months: {received}), waiting cases ({waiting}) and"
        " uncovered cases"
        " ({uncovered})",
        "received in April, May and June; waiting and uncovered on the last day, not to close",
        f"""
        select (select sum(received_cases)::int from fct_case_flow_months
                inner join dim_work_types on work_type = supervision_type
                where service_line = 'offender_supervision' and month_start_on > {MONTH} - interval 3 month
                    and month_start_on <= {MONTH}) as received,
            count(*) filter (where state = 'waiting') as waiting,
            count(*) filter (where state = 'uncovered') as uncovered
        from {REAL}
        """,
    ),
    Said(
        "outlook",
        "contracts that begin or end {contracts} FTE, known leave and other reductions {leave} FTE,",
        "FTE under contract then less now; what reductions take now less then",
        f"""
        select replace(printf('%+.1f', soon.contract_fte_avg - now.contract_fte_avg), '-', '−') as contracts,
            replace(printf('%+.1f', now.reduced_fte_avg - soon.reduced_fte_avg), '-', '−') as leave
        from {THIS_WEEK} as now, {SOON} as soon
        """,
    ),
    Said(
        "outlook",
        "a carried case weighs {first:.1f} hours a month on average in the first week ahead and"
        " {last:.1f} in the last",
        "work of carried cases divided by these cases, first and last week",
        f"""
        with weeks as (
            select week_start_on, case_units_avg / active_cases_avg as units from fct_area_booked_weeks
            where area_id = 'service' and {OF_LINE} and week_start_on <= {MONDAY} + interval 13 week
        )
        select arg_min(units, week_start_on) as first, arg_max(units, week_start_on) as last from weeks
        """,
    ),
    Said(
        "outlook",
        "Reports and other tasks: {first:.0f} hours a month in the first week ahead, {last:.0f} in the last.",
        "work of tasks, first and last week",
        f"""
        with weeks as (
            select week_start_on, task_units_avg as units from fct_area_booked_weeks
            where area_id = 'service' and {OF_LINE} and week_start_on <= {MONDAY} + interval 13 week
        )
        select arg_min(units, week_start_on) as first, arg_max(units, week_start_on) as last from weeks
        """,
    ),
    Said(
        "outlook",
        "Most expected ends are in the week of {day}: {ending}.",
        "the first of the weeks in which most carried cases reach their expected end",
        f"""
        select strftime(greatest(date_trunc('week', expected_end_on), {AS_OF} + 1), '%-d %B %Y') as day,
            count(*) as ending
        from {CASES} and {ENDS} group by date_trunc('week', expected_end_on), day
        order by ending desc, min(expected_end_on) limit 1
        """,
    ),
    Said(
        "outlook",
        "The largest changes in contracts: {steps}.",
        "the three weeks ahead in which FTE under contract move most from the week before, by 0.5 at least",
        f"""
        with weeks as (
            select week_start_on, week_start_on > {AS_OF} as is_ahead, contract_fte_avg
                - lag(contract_fte_avg) over (order by week_start_on) as step
            from fct_area_line_outlook_weeks cross join dim_status
            where {WHOLE} and week_start_on < {AS_OF} + 7 * 13
        ), largest as (
            from weeks where is_ahead and abs(step) >= 0.5 order by abs(step) desc limit 3
        )
        select string_agg(
            printf('week of %d %s (%+.1f FTE)', day(week_start_on), strftime(week_start_on, '%B %Y'), step),
            ', ' order by week_start_on
        ) as steps
        from largest
        """,
    ),
)
