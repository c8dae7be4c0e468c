"""What the Overview says of the sample, counted by hand."""

from tests.dashboards.said.sentence import (
    AS_OF,
    CASES,
    LAST_YEAR,
    MONTH,
    OF_LINE,
    REAL,
    SHARES,
    TO_CLOSE,
    WHOLE,
    WINDOW,
    Said,
)

MONTHS = f"fct_area_line_months where {WHOLE} and month_start_on >= (select first_month_on from dim_status)"
EARLIER = f"from {MONTHS} and month(month_start_on) = month({MONTH}) order by month_start_on limit 1"
STOCKS = (
    "fct_area_clearance_months"
    " where area_id = 'service' and service_line = 'offender_supervision' and supervision_type = ''"
)


def _grew(name: str, ratio: str) -> str:
    """SQL of what a ratio of later to earlier says: rose or fell by whole per cent, or neither."""
    change = f"round(100 * ({ratio} - 1))"
    return f"""case sign({change}) when 0 then '{name} stayed about the same'
        when 1 then format('{name} rose by {{:.0f}}%', {change})
        else format('{name} fell by {{:.0f}}%', abs({change})) end"""


SAID = (
    Said(
        "overview",
        "the workload in offender services was <b>{pct:.0f}%</b> of capacity, {points:.1f} percentage"
        " points more",
        "work divided by capacity, sums over the four weeks; less the same of the four weeks before",
        f"""
        select now.workload_pct as pct, now.workload_pct - old.workload_pct as points
        from (from {WINDOW} 'four_weeks') as now, (from {WINDOW} 'four_weeks_before') as old
        """,
    ),
    Said(
        "overview",
        "{waiting} case is waiting for an officer, the longest for {days} days. {dead} other record without",
        "open, never carried, record not to close; days since the longest of them opened; records to close",
        f"""
        select count(*) filter (where state = 'waiting') as waiting,
            max({AS_OF} - opened_on) as days, (select count(*) from {CASES} and {TO_CLOSE}) as dead
        from {REAL} and state = 'waiting'
        """,
    ),
    Said(
        "overview",
        "Workload | {pct:.0f}% | of capacity | {points:+.1f} points compared with the four weeks before",
        "as in the first sentence",
        f"""
        select now.workload_pct as pct, now.workload_pct - old.workload_pct as points
        from (from {WINDOW} 'four_weeks') as now, (from {WINDOW} 'four_weeks_before') as old
        """,
    ),
    Said(
        "overview",
        "Open cases | {now} | {change} since the end of May 2026",
        "received or started and not ended, on the last day; less those at the end of the month before",
        f"""
        with ends as (
            select month_start_on, sum(open_cases_end) as cases from {LAST_YEAR} group by all
        )
        select arg_max(cases, month_start_on)::int as now,
            replace((arg_max(cases, month_start_on)
                - max(cases) filter (where month_start_on = {MONTH} - interval 1 month))::int::text, '-', '−')
                as change
        from ends
        """,
    ),
    Said(
        "overview",
        "Waiting for an officer | {now} | {change} since the end of May 2026",
        "never carried and not to close, on the last day; less those that were so at the end of May",
        f"""
        with dead as (select case_id from {CASES} and {TO_CLOSE}),
        may as (
            select sum(waiting_cases_end) as cases from {LAST_YEAR}
                and month_start_on = {MONTH} - interval 1 month
        )
        select (select count(*) from {REAL} and state = 'waiting') as now,
            replace(((select count(*) from {REAL} and state = 'waiting') - cases
                + (select count(*) from dead inner join fct_open_cases using (case_id)
                   where {OF_LINE} and state = 'waiting'))::int::text, '-', '−') as change
        from may
        """,
    ),
    Said(
        "overview",
        "Uncovered: no officer any more | {now} | ",
        "carried before, not now, record not to close",
        f"select count(*) as now from {REAL} and state = 'uncovered'",
    ),
    Said(
        "overview",
        "Staff available | {fte:.1f} | FTE | of {contract:.1f} FTE under contract",
        "contracts less reductions, mean per day of the four weeks",
        f"select available_fte_avg as fte, contract_fte_avg as contract from {WINDOW} 'four_weeks'",
    ),
    Said(
        "overview",
        "Whichever weight scheme is used, {heavier} offices are clearly above the overall workload and"
        " {lighter}",
        "more than 3% above that of all offices under every scheme; or that so far above its own",
        f"""
        {SHARES}, beside as (
            select own.part_id, min(own.pct / whole.pct) as low, max(own.pct / whole.pct) as high
            from loads as own inner join loads as whole using (weight_scheme)
            where own.part_id != '' and whole.part_id = '' group by own.part_id
        )
        select count(*) filter (where low > 1.03) as heavier,
            count(*) filter (where 1 > 1.03 * high) as lighter
        from beside
        """,
    ),
    Said(
        "overview",
        "all offices together come to between {low:.0f}% and {high:.0f}% of capacity",
        "the workload of all offices under each scheme: least and most",
        f"{SHARES} select min(pct) as low, max(pct) as high from loads where part_id = ''",
    ),
    Said(
        "overview",
        "In June 2026, more cases ended than came in: {ended} ended, {received} came in",
        "counts of the last whole month",
        f"""
        select sum(ended_cases)::int as ended, sum(received_cases)::int as received
        from {LAST_YEAR} and month_start_on = {MONTH}
        """,
    ),
    Said(
        "overview",
        "{work} and {capacity}.",
        "sums of the four weeks against those of the four weeks before, in whole per cent",
        f"""
        select {_grew("work", "now.workload_units_avg / old.workload_units_avg")} as work,
            {_grew("capacity", "now.capacity_units_avg / old.capacity_units_avg")} as capacity
        from (from {WINDOW} 'four_weeks') as now, (from {WINDOW} 'four_weeks_before') as old
        """,
    ),
    Said(
        "overview",
        "{office}: {days} days without an officer.",
        "the longest wait that is real, and its office",
        f"""
        select office_name as office, {AS_OF} - waits.opened_on as days
        from (from {REAL} and state = 'waiting') as waits inner join dim_offices using (office_id)
        order by days desc limit 1
        """,
    ),
    Said(
        "overview",
        "{cases} record was probably never closed: for over 180 days its expected end has been past and"
        " nobody",
        "nobody carries it, for over 180 days nobody has, and its expected end passed more than 180 days ago",
        f"select count(*) as cases from {CASES} and {TO_CLOSE}",
    ),
    Said(
        "overview",
        "{rows} delivered rows are in quarantine",
        "rows of the ledger set aside",
        "select sum(rows_quarantined)::int as rows from fct_loads",
    ),
    Said(
        "overview",
        "From {earlier} to {latest}, {work} and {capacity}; the workload went from {before:.0f}% to"
        " {now:.0f}% of capacity",
        "the last whole month and the same month of the first year",
        f"""
        select strftime(earlier.month_start_on, '%B %Y') as earlier,
            strftime(latest.month_start_on, '%B %Y') as latest,
            {_grew("work", "latest.workload_units_avg / earlier.workload_units_avg")} as work,
            {_grew("capacity", "latest.capacity_units_avg / earlier.capacity_units_avg")} as capacity,
            earlier.workload_pct as before, latest.workload_pct as now
        from ({EARLIER}) as earlier, (from {MONTHS} and month_start_on = {MONTH}) as latest
        """,
    ),
    Said(
        "overview",
        "Staff available went from {before:.0f} to {now:.0f} FTE. Open cases went from {open_before} to"
        " {open_now}. Cases waiting for an officer went from {waiting_before} to {waiting_now}.",
        "the same two months: staff as a daily mean, cases on the last day",
        f"""
        select earlier.available_fte_avg as before, latest.available_fte_avg as now,
            stocks.open_cases_end as open_before, ends.open_cases_end as open_now,
            stocks.waiting_cases_end as waiting_before, ends.waiting_cases_end as waiting_now
        from ({EARLIER}) as earlier, (from {MONTHS} and month_start_on = {MONTH}) as latest,
            (from {STOCKS}) as stocks, (from {STOCKS}) as ends
        where stocks.month_start_on = earlier.month_start_on and ends.month_start_on = latest.month_start_on
        """,
    ),
)
