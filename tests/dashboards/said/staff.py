"""What What more staff buys says of the sample before any simulation, counted by hand."""

from tests.dashboards.said.sentence import WHOLE, Said

# The last month that the data hold to its end, and the twelve up to it.
LAST = "(select cast(date_trunc('month', as_of + 1) - interval 1 month as date) from dim_status)"
FLOWS = f"""
    select month_start_on, sum(received_cases) as received, sum(started_cases) as started,
        sum(waiting_cases_end) as waiting
    from fct_case_flow_months inner join dim_work_types on work_type = supervision_type
    where service_line = 'offender_supervision' and month_start_on <= {LAST}
    group by month_start_on
"""
YEAR = f"""
    select sum(received) / 12 as received, sum(started) / 12 as started, sum(started) as all_started,
        sum(received) as all_received, max_by(waiting, month_start_on) as waiting
    from ({FLOWS}) where month_start_on > {LAST} - interval 12 month
"""
BEFORE = f"(select waiting from ({FLOWS}) where month_start_on = {LAST} - interval 12 month)"
# An average wait of two weeks, with 52 weeks in twelve months.
TARGET = f"""
    select *, received + (waiting - target) / 12 as relief
    from (select *, received / (52 / 12) * 2 as target from ({YEAR}))
"""
SAID = (
    Said(
        "staff",
        "Waiting cases | {waiting:,.0f} | end of {month}",
        "cases waiting at the end of the last whole month, over the offices and kinds of the line",
        f"select waiting, strftime({LAST}, '%B %Y') as month from ({YEAR})",
    ),
    Said(
        "staff",
        "To reach the target ({target:.0f} waiting) in a year, {relief:.1f} cases a "
        "month must get an officer; in the last year {started:.1f} did",
        "what comes in a month, and a twelfth of what waits beyond the target; a twelfth of what started",
        TARGET,
    ),
    Said(
        "staff",
        "May wait: {received:.1f} come a month; at 4.33 weeks a month and an average wait of 2 weeks that "
        "is {received:.1f} / 4.33 × 2 = {target:.1f}.",
        "received in the last twelve months, by week, times the weeks of the target",
        TARGET,
    ),
    Said(
        "staff",
        "Must start each month: {received:.1f} + ({waiting:.0f} - {target:.1f}) / 12 = {relief:.1f}.",
        "demand + (queue - target queue) / months",
        TARGET,
    ),
    Said(
        "staff",
        "Started each month in the last year: {started:.1f}; lacking: {more:.1f} a month.",
        "a twelfth of what started in the last twelve months, and what is still lacking",
        f"select started, round(relief - started, 1) + 0.0 as more from ({TARGET})",
    ),
    Said(
        "staff",
        "Staff since: {more:+.1f} FTE under contract, and {capacity:+.1f}% of what they can give.",
        "the last whole month against the mean of the twelve before the month three years earlier",
        f"""
        select max(fte) filter (where is_last) - avg(fte) filter (where is_before) as more,
            100 * max(units) filter (where is_last) / avg(units) filter (where is_before) - 100 as capacity
        from (
            select contract_fte_avg as fte, capacity_units_avg as units, month_start_on = {LAST} as is_last,
                month_start_on < {LAST} - interval 36 month
                    and month_start_on >= {LAST} - interval 48 month as is_before
            from fct_area_line_months where {WHOLE}
        )
        """,
    ),
    Said(
        "staff",
        "Cases that left the waiting list in the last year: {all_started:,.0f} got an officer, {gone:,.0f} "
        "left "
        "without one",
        "waited a year before + received - started - waiting now",
        f"select all_started, {BEFORE} + all_received - all_started - waiting as gone from ({YEAR})",
    ),
    Said(
        "staff",
        "Staff to come: {posts:.0f} post to fill ({fte:.1f} FTE), worth {counted:.1f} FTE by {month}",
        "posts as delivered; those hired or recruited for, by the share of their grade, within twelve months",
        f"""
        select sum(posts) as posts, sum(fte_to_fill) as fte,
            coalesce(sum(fte_counted) filter (
                where status <> 'vacant'
                    and coalesce(first_whole_month_on, {LAST}) <= {LAST} + interval 12 month
            ), 0) as counted,
            strftime({LAST} + interval 12 month, '%B %Y') as month
        from fct_office_posts
        where service_line = 'offender_supervision' and weight_scheme = 'fl_type_phase'
        """,
    ),
)
