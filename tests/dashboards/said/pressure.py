"""What Pressure and cover says of the sample, counted by hand."""

from tests.dashboards.said.sentence import AS_OF, CASES, MONTH, REAL, TO_CLOSE, Said

# People are counted in every office and grade in which they have capacity on a Sunday of the month.
PEOPLE = f"""
    from fct_office_overload_months
    where weight_scheme = 'fl_type_phase' and threshold_set = 'workload' and month_start_on = {MONTH}
"""
BANDS = "fct_area_load_bands where area_id = 'service' and part_id = '' and weight_scheme = 'fl_type_phase'"
LEFT = """(state = 'active' and not exists (
    from dim_officers, dim_status where contains(officer_shares, officer_id)
        and (last_contract_to is null or last_contract_to > as_of)
))"""
SAID = (
    Said(
        "pressure",
        "Above 100%, four weeks in a row | {over} | of {people} officers, counted per office and grade",
        "people above in four whole weeks in a row, of people with capacity, in each office and grade of"
        " theirs",
        f"""
        select sum(officers_over_4_weeks)::int as over, sum(officers_with_capacity)::int as people
        {PEOPLE} and threshold = 100
        """,
    ),
    Said(
        "pressure",
        "Above 110%, four weeks in a row | {over} | of {people} officers, counted per office and grade",
        "the same above the higher threshold",
        f"""
        select sum(officers_over_4_weeks)::int as over, sum(officers_with_capacity)::int as people
        {PEOPLE} and threshold = 110
        """,
    ),
    Said(
        "pressure",
        "Officers with a workload above 100% for four weeks in a row, by office: {over} of {people} "
        "({share:.0f}%); above 110%: {higher}",
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
        "Share of officers with a workload above 110% for four weeks in a row: {share:.0f}% in June 2026",
        "the share of the same counts",
        f"select 100 * sum(officers_over_4_weeks) / sum(officers_with_capacity) as share {PEOPLE} and"
        f" threshold = 110",
    ),
    Said(
        "pressure",
        "Need cover | {both} | cases | {uncovered} without an officer, {gone} whose officers have left",
        "uncovered and not to close; carried, by nobody whose last contract has not ended",
        f"select count(*) filter (where state = 'uncovered') as uncovered,"
        f" count(*) filter (where {LEFT}) as gone, uncovered + gone as both from {REAL}",
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
        "Cases that no longer have an officer: {uncovered} (for over 90 days: {longer}); with only officers "
        "who"
        " have left: {gone}",
        "uncovered and not to close, of these without officer for over 90 days; all officers have left",
        f"""
        select count(*) filter (where state = 'uncovered') as uncovered,
            count(*) filter (where days_uncovered > 90) as longer,
            count(*) filter (where {LEFT}) as gone
        from {REAL}
        """,
    ),
    Said(
        "pressure",
        "Shown: {cases} of {cases}; the downloads contain all.",
        "the cases that need cover",
        f"select count(*) filter (where state = 'uncovered' or {LEFT}) as cases from {REAL}",
    ),
    Said(
        "pressure",
        "Officers above 100% of capacity: {over}, of whom {few} with 50 cases or fewer; counting cases would",
        "above 100% in the mean of four weeks, and who of them has 50 cases or fewer",
        f"""
        select sum(officers)::int as over,
            (sum(officers) filter (where cases_above is null or cases_above < 50))::int as few
        from {BANDS} and pct_above >= 100
        """,
    ),
    Said(
        "pressure",
        "at or below 100% of capacity: {room} of {many} officers with more than 50 cases.",
        "more than 50 cases in the mean of four weeks, and who of them is at or below 100%",
        f"""
        select sum(officers)::int as many, (sum(officers) filter (where pct_above is null))::int as room
        from {BANDS} and cases_above >= 50
        """,
    ),
)
