"""What Offices says of the sample, counted by hand."""

from tests.dashboards.said.sentence import FEW, MONTH, OF_LINE, SHARES, WINDOW, Said

SAID = (
    Said(
        "offices",
        "Workload, last four weeks | {pct:.0f}% | {points:+.1f} points compared with the four weeks before",
        "as on Overview",
        f"""
        select now.workload_pct as pct, now.workload_pct - old.workload_pct as points
        from (from {WINDOW} 'four_weeks') as now, (from {WINDOW} 'four_weeks_before') as old
        """,
    ),
    Said(
        "offices",
        "Offices above 100% | {over} of {known}",
        "offices with more work than capacity under the scheme, of those with capacity",
        f"""
        {SHARES} select count(*) filter (where pct > 100) as over, count(*) as known from loads
        where part_id != '' and weight_scheme = 'fl_type_phase' and pct is not null
        """,
    ),
    Said(
        "offices",
        "Across all weight schemes | {low:.0f}–{high:.0f}%",
        "least and most over the schemes, of all offices together",
        f"{SHARES} select min(pct) as low, max(pct) as high from loads where part_id = ''",
    ),
    Said(
        "offices",
        "Staff available | {fte:.1f} | FTE | of {contract:.1f} under contract",
        "as on Overview, to the same decimal",
        f"select available_fte_avg as fte, contract_fte_avg as contract from {WINDOW} 'four_weeks'",
    ),
    Said(
        "offices",
        "Work without an officer | {both:.0f} | hours a month | waiting: {waiting:.0f}, uncovered:"
        " {uncovered:.0f}",
        "weight of cases that nobody carries, mean per day of the four weeks",
        f"""
        select waiting_units_avg as waiting, uncovered_units_avg as uncovered, waiting + uncovered as both
        from {WINDOW} 'four_weeks'
        """,
    ),
    Said(
        "offices",
        "The {offices} offices range from {low:.0f}% to {high:.0f}%; all together are at {whole:.0f}%."
        " A year earlier, workload was above 100% in {before} of {known} offices.",
        "least and most of the offices in the last month; the same month a year before",
        f"""
        with months as (
            select part_id, month_start_on, workload_pct as pct from fct_area_line_months
            where area_id = 'service' and {OF_LINE} and workload_pct is not null
                and not {FEW.format(day="month_start_on")}
        )
        select min(pct) filter (where part_id != '' and month_start_on = {MONTH}) as low,
            max(pct) filter (where part_id != '' and month_start_on = {MONTH}) as high,
            max(pct) filter (where part_id = '' and month_start_on = {MONTH}) as whole,
            count(*) filter (where part_id != '' and month_start_on = {MONTH}) as offices,
            count(*) filter (where part_id != '' and pct > 100 and month_start_on = {MONTH} - interval 1 year)
                as before,
            count(*) filter (where part_id != '' and month_start_on = {MONTH} - interval 1 year) as known
        from months
        """,
    ),
    Said(
        "offices",
        "Monthly figures of offices: {cells:,}. Crosses: work, but no capacity ({missing}).",
        "months of offices with a percentage that is shown, and those with work or staff but none",
        f"""
        with months as (
            select *, {FEW.format(day="month_start_on")} as is_few
            from fct_area_line_months
            where area_id = 'service' and part_id != '' and {OF_LINE}
        )
        select count(workload_pct) filter (where not is_few) as cells,
            count(*) filter (where workload_pct is null and not is_few) as missing
        from months cross join dim_status where month_start_on >= first_month_on
        """,
    ),
    Said(
        "offices",
        "Above 100% under every scheme: {above}; under none: {below}."
        " Of {pairs} pairs of offices, {alike} cannot be told apart: neither office is more than 3% heavier",
        "neither of the two is more than 3% heavier than the other under every scheme",
        f"""
        {SHARES}, ends as (
            select part_id, min(pct) as low, max(pct) as high from loads where part_id != '' group by part_id
        ), pairs as (
            select one.part_id, other.part_id as beside, bool_and(one.pct > 1.03 * other.pct) as is_heavier,
                bool_and(other.pct > 1.03 * one.pct) as is_lighter
            from loads as one inner join loads as other using (weight_scheme)
            where one.part_id != '' and one.part_id < other.part_id group by all
        )
        select (select count(*) from ends where low > 100) as above,
            (select count(*) from ends where high <= 100) as below, count(*) as pairs,
            count(*) filter (where not is_heavier and not is_lighter) as alike
        from pairs
        """,
    ),
    Said(
        "offices",
        "All offices together: {room:+.1f} FTE of room; {low:+.1f} to {high:+.1f} across the weight schemes.",
        "room of all offices in the four weeks, under the scheme, and least and most over the schemes",
        """
        select max(room_fte_avg) filter (where weight_scheme = 'fl_type_phase') as room,
            min(room_fte_avg) as low, max(room_fte_avg) as high
        from fct_area_line_windows
        where area_id = 'service' and part_id = '' and service_line = 'offender_supervision'
            and time_window = 'four_weeks'
        """,
    ),
    Said(
        "offices",
        "Workload higher than in the four weeks before: {more} of {known} offices; lower: {less}. In the"
        " others it moved by less than 0.5 percentage points.",
        "offices by half a point or more above, or below, what they were in the four weeks before",
        f"""
        {SHARES}, earlier as (
            select part_id, workload_pct as pct from fct_area_line_windows
            where area_id = 'service' and {OF_LINE} and time_window = 'four_weeks_before'
                and not {FEW.format(day="window_end_on")}
        )
        select count(*) as known, count(*) filter (where loads.pct - earlier.pct >= 0.5) as more,
            count(*) filter (where loads.pct - earlier.pct <= -0.5) as less
        from loads inner join earlier using (part_id)
        where part_id != '' and weight_scheme = 'fl_type_phase' and loads.pct - earlier.pct is not null
        """,
    ),
)
