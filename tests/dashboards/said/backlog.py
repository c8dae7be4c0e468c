"""What Backlog says of the sample, counted by hand."""

from tests.dashboards.said.sentence import AS_OF, CASES, LAST_YEAR, REAL, TO_CLOSE, Said

# Every Sunday, and the last day, with the cases that wait on it; records that are to close today apart.
WEEKS = f"""
    with weeks as (
        select least(monday::date + 6, as_of) as counted_on from dim_status,
            generate_series(date_trunc('week', first_month_on + 6), as_of, interval 7 day) as found (monday)
    ), counts as (
        select counted_on, sum(waiting_cases) as cases from fct_backlog_weeks
        inner join dim_work_types on work_type = supervision_type
        where service_line = 'offender_supervision' and weight_scheme = 'count' group by counted_on
    ), dead as (
        select opened_on from {CASES} and state = 'waiting' and {TO_CLOSE}
    ), lists as (
        select counted_on, row_number() over (order by counted_on desc) as nth,
            (coalesce(cases, 0) - (select count(*) from dead where opened_on <= counted_on))::int as waiting
        from weeks left join counts using (counted_on)
    )
"""
YEAR = f"select sum(ended_cases)::int as ended, sum(received_cases)::int as received from {LAST_YEAR}"
SAID = (
    Said(
        "backlog",
        "Waiting for a first officer | {cases} | cases | ",
        "open, never carried, record not to close",
        f"select count(*) as cases from {REAL} and state = 'waiting'",
    ),
    Said(
        "backlog",
        "{units:.0f} hours a month of work",
        "the weight of these cases under the scheme",
        f"select sum(weight_units) as units from {REAL} and state = 'waiting'",
    ),
    Said(
        "backlog",
        "Uncovered: no officer any more | {cases} | cases | {units:.0f} hours a month of work",
        "carried before, not now, record not to close; their weight",
        f"select count(*) as cases, coalesce(sum(weight_units), 0) as units from {REAL} and state ="
        f" 'uncovered'",
    ),
    Said(
        "backlog",
        "Beside these, {cases} record was probably never closed: for over 180 days its expected end has"
        " been past",
        "nobody carries it, for over 180 days nobody has, and its expected end passed more than 180 days ago",
        f"select count(*) as cases from {CASES} and {TO_CLOSE}",
    ),
    Said(
        "backlog",
        "{months} months before January 2018 are left out",
        "months with cases of the line that come before the month of the first ended case",
        """
        select count(distinct month_start_on) as months
        from fct_case_flow_months inner join dim_work_types on work_type = supervision_type
        where service_line = 'offender_supervision' and month_start_on < (select min(month_start_on)
            from fct_case_flow_months where ended_cases > 0)
        """,
    ),
    Said(
        "backlog",
        "The one case has waited | {days} | days",
        "days since it opened; of several, see test_true_of_every_service.py",
        f"select any_value({AS_OF} - opened_on) as days from {REAL} and state = 'waiting'",
    ),
    Said(
        "backlog",
        "The one waiting case has waited {days} days",
        "days since it opened",
        f"select any_value({AS_OF} - opened_on) as days from {REAL} and state = 'waiting'",
    ),
    Said(
        "backlog",
        "Longest wait, in days: {longest}. Cases waiting: {cases}.",
        "days since the first of them opened, and how many there are",
        f"select max({AS_OF} - opened_on) as longest, count(*) as cases from {REAL} and state = 'waiting'",
    ),
    Said(
        "backlog",
        "Cases waiting for an officer: {waiting}, in {offices} of {every} offices; cases that lost their "
        "officer (uncovered): {uncovered}",
        "cases of both states, and the offices in which one waits, of all there are",
        f"""
        select count(*) filter (where state = 'waiting') as waiting,
            count(distinct office_id) filter (where state = 'waiting') as offices,
            count(*) filter (where state = 'uncovered') as uncovered,
            (select count(*) from dim_areas where area_kind = 'office') as every
        from {REAL}
        """,
    ),
    Said(
        "backlog",
        "Shown: {cases} of {cases}.",
        "cases that wait or are uncovered, records to close apart",
        f"select count(*) as cases from {REAL} and state != 'active'",
    ),
    Said(
        "backlog",
        "Clearance | {pct:.0f}% | ended per 100 received, the last 12 whole months",
        "cases ended over cases received, sums of the twelve months",
        f"select 100 * ended / received as pct from ({YEAR})",
    ),
    Said(
        "backlog",
        "More cases ended than came in during the last 12 whole months: {ended} ended, {received} came in",
        "sums of the twelve months that end with the last whole one",
        YEAR,
    ),
    Said(
        "backlog",
        "For every 100 received, {pct:.0f} ended. Cases started: {started}.",
        "the same sums; cases that got their first officer in these months",
        f"""
        select 100 * sum(ended_cases) / sum(received_cases) as pct, sum(started_cases)::int as started
        from {LAST_YEAR}
        """,
    ),
    Said(
        "backlog",
        "The waiting list shrank by {left} in 13 weeks, to {now}",
        "who waits today, less who waited on the Sunday thirteen weeks before the last one",
        f"""
        {WEEKS} select arg_max(waiting, counted_on) as now,
            max(waiting) filter (where nth = 14) - max(waiting) filter (where nth = 1) as left
        from lists
        """,
    ),
    Said(
        "backlog",
        "Weeks to clear | {weeks:.0f} | at the pace of the last 13 weeks, {fewer} fewer",
        "13 times who waits today, divided by how many fewer there are than 13 weeks ago",
        f"""
        {WEEKS} select max(waiting) filter (where nth = 14) - max(waiting) filter (where nth = 1) as fewer,
            13 * arg_max(waiting, counted_on) / fewer as weeks
        from lists
        """,
    ),
    Said(
        "backlog",
        "In these weeks it was longest on {day}, at {peak}.",
        "the first week with the most cases waiting",
        f"""
        {WEEKS} select waiting as peak, strftime(counted_on, '%-d %B %Y') as day from lists
        order by waiting desc, counted_on limit 1
        """,
    ),
)
