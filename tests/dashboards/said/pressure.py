"""What Pressure and cover says of the sample, counted by hand."""

from tests.dashboards.said.sentence import AS_OF, CASES, MONTH, REAL, TO_CLOSE, Said

# People are counted in every office and grade in which they have capacity on a Sunday of the month.
PEOPLE = f"""
    from fct_office_overload_months
    where weight_scheme = 'fl_type_phase' and threshold_set = 'workload' and month_start_on = {MONTH}
"""
WEEKS = f"""
    with weeks as (
        select officer_id, sum(active_cases_avg * days) / 28 as cases,
            100 * sum(workload_units_avg * days) / nullif(sum(capacity_units_avg * days), 0) as pct
        from fct_officer_weeks where weight_scheme = 'fl_type_phase'
            and week_start_on >= date_trunc('week', {AS_OF} + 1) - interval 28 day
            and week_start_on < date_trunc('week', {AS_OF} + 1)
        group by officer_id having sum(capacity_units_avg * days) > 0
    )
"""
SAID = (
    Said(
        "pressure",
        "Above 100%, four weeks in a row | {over} | of {people} officers per office and grade",
        "people above in four whole weeks in a row, of people with capacity, in each office and grade of"
        " theirs",
        f"""
        select sum(officers_over_4_weeks)::int as over, sum(officers_with_capacity)::int as people
        {PEOPLE} and threshold = 100
        """,
    ),
    Said(
        "pressure",
        "Above 110%, four weeks in a row | {over} | of {people} officers per office and grade",
        "the same above the higher threshold",
        f"""
        select sum(officers_over_4_weeks)::int as over, sum(officers_with_capacity)::int as people
        {PEOPLE} and threshold = 110
        """,
    ),
    Said(
        "pressure",
        "Above 100% for four weeks in a row: {over} of {people} officers per office and grade ({share:.0f}%);"
        " above 110%: {higher}",
        "the same counts, and the one as a share of the other",
        f"""
        select sum(officers_over_4_weeks) filter (where threshold = 100)::int as over,
            sum(officers_over_4_weeks) filter (where threshold = 110)::int as higher,
            sum(officers_with_capacity) filter (where threshold = 100)::int as people,
            100 * over / people as share
        {PEOPLE}
        """,
    ),
    Said(
        "pressure",
        "Above 110%: {share:.0f}% of officers in June 2026",
        "the share of the same counts",
        f"select 100 * sum(officers_over_4_weeks) / sum(officers_with_capacity) as share {PEOPLE} and"
        f" threshold = 110",
    ),
    Said(
        "pressure",
        "Need cover | {both} | cases | {uncovered} without an officer, {unable} whose officers have no"
        " capacity",
        "uncovered and not to close; carried, by nobody with capacity on the last day",
        f"""
        select count(*) filter (where state = 'uncovered') as uncovered,
            count(*) filter (where state = 'active' and needs_cover) as unable, uncovered + unable as both
        from {REAL}
        """,
    ),
    Said(
        "pressure",
        "Not assessed | {cases} | cases | {share:.0f}% of the started cases",
        "carried now or before and never assessed, of those carried now or before",
        f"""
        select count(*) filter (where risk_level = 'not_assessed') as cases, 100 * cases / count(*) as share
        from {CASES} and state != 'waiting'
        """,
    ),
    Said(
        "pressure",
        "To close | {cases} | cases | ",
        "nobody carries it, for over 180 days nobody has, and its expected end passed more than 180 days ago",
        f"select count(*) as cases from {CASES} and {TO_CLOSE}",
    ),
    Said(
        "pressure",
        "Past the expected end | {cases} | cases | {share:.0f}% of the open cases",
        "open after the expected end, of all open cases",
        f"""
        select count(*) filter (where expected_end_on < {AS_OF}) as cases, 100 * cases / count(*) as share
        from {CASES}
        """,
    ),
    Said(
        "pressure",
        "No expected end | {cases} | cases | {share:.0f}% of the open cases",
        "open without an expected end, of all open cases",
        f"select count(*) filter (where expected_end_on is null) as cases, 100 * cases / count(*) as share"
        f" from {CASES}",
    ),
    Said(
        "pressure",
        "Cases no longer carried: {uncovered} (for over 90 days: {longer}); carried by officers without"
        " capacity:"
        " {unable}",
        "uncovered and not to close, of these without officer for over 90 days; carried by nobody with"
        " capacity",
        f"""
        select count(*) filter (where state = 'uncovered') as uncovered,
            count(*) filter (where days_uncovered > 90) as longer,
            count(*) filter (where state = 'active' and needs_cover) as unable
        from {REAL}
        """,
    ),
    Said(
        "pressure",
        "Shown: {cases} of {cases}; the downloads contain all.",
        "the cases that need cover",
        f"select count(*) as cases from {REAL} and needs_cover",
    ),
    Said(
        "pressure",
        "{ending}",
        "nobody above 100% in the mean of four weeks, else who of them has 50 cases or fewer",
        f"""
        {WEEKS} select if(count(*) filter (where pct > 100) = 0, 'Nobody is above 100% of capacity',
            printf('%d of %d officers above 100%% of capacity',
                count(*) filter (where pct > 100 and cases <= 50),
                count(*) filter (where pct > 100))) as ending
        from weeks
        """,
    ),
    Said(
        "pressure",
        "{ending}",
        "nobody with more than 50 cases, else who of them is at or below 100%",
        f"""
        {WEEKS} select if(count(*) filter (where cases > 50) = 0, 'nobody has more than 50 cases.',
            printf('%d of %d officers with more than 50 cases',
                count(*) filter (where cases > 50 and pct <= 100),
                count(*) filter (where cases > 50))) as ending
        from weeks
        """,
    ),
)
