"""What Why it grew says of the sample, counted by hand."""

from tests.dashboards.said.sentence import WHOLE, Said

BEFORE, AFTER = "date '2020-06-01'", "date '2026-06-01'"
# The last month that the data hold to its end, and the same month of 2020.
DAYS = """
    select strftime(make_date(2020, month(last_on), 1), '%B %Y') as first, strftime(last_on, '%B %Y') as last
    from (select date_trunc('month', as_of + 1) - interval 1 month as last_on from dim_status)
"""
LOADS = f"""
    select max(work) filter (where month_start_on = {BEFORE}) as work_before,
        max(work) filter (where month_start_on = {AFTER}) as work_now,
        max(fte) filter (where month_start_on = {BEFORE}) as fte_before,
        max(fte) filter (where month_start_on = {AFTER}) as fte_now,
        max(pct) filter (where month_start_on = {BEFORE}) as pct_before,
        max(pct) filter (where month_start_on = {AFTER}) as pct_now
    from (
        select month_start_on, workload_units_avg as work, available_fte_avg as fte, workload_pct as pct
        from fct_area_line_months where {WHOLE}
    )
"""
OPEN = f"""
    select sum(open_cases_end) filter (where month_start_on = {BEFORE}) as before,
        sum(open_cases_end) filter (where month_start_on = {AFTER}) as now
    from fct_case_flow_months inner join dim_work_types on work_type = supervision_type
    where service_line = 'offender_supervision'
"""
LOW = f"""
    select month_start_on,
        100 * sum(active_cases_avg) filter (where risk_level = 'low') / sum(active_cases_avg) as low
    from fct_case_mix_months inner join dim_work_types on work_type = supervision_type
    where service_line = 'offender_supervision' and weight_scheme = 'count' and risk_level != 'not_assessed'
        and month_start_on in ({BEFORE}, {AFTER})
    group by month_start_on
"""
# Received in the months from eleven to six before: those that were received, less those that are still there.
SHORT = f"""
    select month_start_on, 100 * (1 - sum(still_open_cases_end) / sum(received_cases)) as short
    from fct_cohort_months inner join dim_work_types on work_type = supervision_type
    where service_line = 'offender_supervision' and age_from_months = 6 and age_to_months = 12
        and month_start_on in ({BEFORE}, {AFTER})
    group by month_start_on
"""
SIGNS = f"""
    select max(low) filter (where month_start_on = {BEFORE}) as low_before,
        max(low) filter (where month_start_on = {AFTER}) as low_now,
        max(short) filter (where month_start_on = {BEFORE}) as short_before,
        max(short) filter (where month_start_on = {AFTER}) as short_now
    from ({LOW}) inner join ({SHORT}) using (month_start_on)
"""
SAID = (
    Said(
        "growth",
        "From June 2020 to June 2026: open cases {cases:+.0f}%, work {work:+.0f}%, staff {staff:+.0f}%",
        "each in the later month less that of the earlier one, in per cent of the earlier one",
        f"""
        select 100 * (now / before - 1) as cases, 100 * (work_now / work_before - 1) as work,
            100 * (fte_now / fte_before - 1) as staff
        from ({OPEN}) cross join ({LOADS})
        """,
    ),
    Said(
        "growth",
        "Why open cases went from {before:,.0f} in June 2020 to {now:,.0f} in June 2026",
        "cases open at the end of both months, over the offices and kinds of the line",
        OPEN,
    ),
    Said(
        "growth",
        "Why the work of officers went from {work_before:,.0f} hours a month in June 2020 to "
        "{work_now:,.0f} in "
        "June 2026",
        "work of the line in both months, mean per day",
        LOADS,
    ),
    Said(
        "growth",
        "Why workload went from {pct_before:.1f}% of capacity in June 2020 to {pct_now:.1f}% in June 2026",
        "100 x work / capacity of the line in both months",
        LOADS,
    ),
    Said(
        "growth",
        "What made the work of each office rise or fall, from {first} to {last}",
        "the last whole month, and the same month of 2020",
        DAYS,
    ),
    Said(
        "growth",
        "Is the net widening? Low risk: {low_before:.0f}% of assessed cases in June 2020, {low_now:.0f}% in "
        "June 2026; short mandates: {short_before:.0f}% and {short_now:.0f}%",
        "the shares of the sentence below it",
        SIGNS,
    ),
    Said(
        "growth",
        "Of the cases with an officer and an assessed risk, {low_before:.0f}% were of low risk in June 2020 "
        "and {low_now:.0f}% in June 2026. Of the mandates received six to eleven months earlier, "
        "{short_before:.0f}% had ended by the end of June 2020 and {short_now:.0f}% by the end of June 2026.",
        "shares of the assessed cases with an officer, and of the mandates received so long ago",
        SIGNS,
    ),
)
