"""What the page about the people who do the work says of the sample, counted by hand from its groups."""

from tests.dashboards.said.sentence import MONTH, Said

SCALE = "workload_is_manageable"  # the first of the catalogue
LAST = "(select max(wave_on) from fct_survey_waves)"
# Every answer of an office that is shown, by scale and wave, with those that point to a problem.
ANSWERS = f"""
    with answers as (
        select scale, wave_on, office_id, invited, respondents as n,
            round(problem_pct * respondents / 100) as x
        from fct_survey_waves where is_shown and survey_group = ''
    ), scales as (
        select scale, wave_on, sum(invited) as invited, sum(n) as n, sum(x) as x, sum(x) / sum(n) as p
        from answers group by all
    ), limits as (
        select *, 1.959963984540054 as z,
            (2 * x + z ** 2 - z * sqrt(z ** 2 + 4 * x * (1 - p))) / (2 * (n + z ** 2)) as lower,
            (2 * x + z ** 2 + z * sqrt(z ** 2 + 4 * x * (1 - p))) / (2 * (n + z ** 2)) as upper
        from scales
    ), now as (from limits where wave_on = {LAST}), before as (
        from limits where wave_on = (select max(wave_on) from limits where wave_on < {LAST})
    ), changes as (
        select now.wave_on, before.wave_on as before_on, now.p - before.p as change,
            change - sqrt((now.p - now.lower) ** 2 + (before.upper - before.p) ** 2) as least,
            change + sqrt((now.upper - now.p) ** 2 + (before.p - before.lower) ** 2) as most
        from now inner join before using (scale)
    ), parts as (
        select *, x / n as p, sum(x) over () / sum(n) over () as whole
        from answers where scale = '{SCALE}' and wave_on = {LAST}
    )
"""
WAVE = "strftime({}, '%-d %B %Y')"


def _months(measure: str, scale: int = 1) -> str:
    """Limits of an XmR chart of a measure of the whole service, outliers left out once."""
    return f"""
        with months as (
            select month_start_on, {scale} * amount as amount,
                abs({scale} * amount - lag({scale} * amount) over (order by month_start_on)) as step
            from fct_context_months where measure = '{measure}' and office_id = ''
        ), steps as (
            select avg(step) as step from months
            where step < 3.267 * (select avg(step) from months)
        ), limits as (
            select avg(amount) as mean, mean - 2.66 * any_value(steps.step) as least,
                mean + 2.66 * any_value(steps.step) as most
            from months cross join steps
        )
    """


def _item(measure: str, label: str, form: str, scale: int = 1) -> Said:
    sign = "%" if scale == 100 else ""
    return Said(
        "wellbeing",
        f"{label}: {{mean:{form}}}{sign} on average, usually {{least:{form}}}{sign} to "
        f"{{most:{form}}}{sign}. "
        "Outside: {months}.",
        "mean of the months, and 2.66 mean steps either side, steps of 3.267 mean steps and more left out",
        f"""
        {_months(measure, scale)}
        select mean, greatest(least, 0) as least, most, coalesce((
            select string_agg(strftime(month_start_on, '%B %Y'), ' and ' order by month_start_on) from months
            where amount not between least and most
        ), 'no month') as months from limits
        """,
    )


SAID = (
    Said(
        "wellbeing",
        "Staff survey of {last}: on {changed} of {scales} scales the share of problems changed "
        "since {before}",
        "scales of which the interval of the difference of two shares leaves zero out, by Newcombe",
        f"""
        {ANSWERS}
        select {WAVE.format("any_value(wave_on)")} as last, {WAVE.format("any_value(before_on)")} as before,
            count(*) as scales, count_if(least > 0 or most < 0) as changed
        from changes
        """,
    ),
    Said(
        "wellbeing",
        "{answered:,} of the {invited:,} people asked answered, {pct:.0f}%.",
        "people asked and people who answered, of offices that are shown",
        f"{ANSWERS} select n::int as answered, invited::int as invited, 100 * n / invited as pct from now "
        "order by n desc limit 1",
    ),
    Said(
        "wellbeing",
        "Of {offices} office nothing is shown, because fewer than 10 people answered there",
        "offices that were asked and of which no row is shown",
        f"""
        select count(*) as offices from (
            select office_id from fct_survey_waves where wave_on = {LAST}
            group by office_id having not bool_or(is_shown)
        )
        """,
    ),
    Said(
        "wellbeing",
        "Workload is manageable, survey of {last}: {differ} of {parts} offices outside the limits for "
        "all staff together",
        "offices outside the limits of 99.8 % around the share of all, for their number of answers",
        f"""
        {ANSWERS}
        select {WAVE.format("any_value(wave_on)")} as last, count(*) as parts,
            count_if(abs(p - whole) > 3.090232306167813 * sqrt(whole * (1 - whole) / n)) as differ
        from parts
        """,
    ),
    Said(
        "wellbeing",
        "Outside the narrower limits of 95%: {differ} of {parts}.",
        "the same outside 95 %",
        f"""
        {ANSWERS}
        select count(*) as parts,
            count_if(abs(p - whole) > 1.959963984540054 * sqrt(whole * (1 - whole) / n)) as differ
        from parts
        """,
    ),
    Said(
        "wellbeing",
        "fewer than {fewest} people answered, or nobody was asked",
        "the fewest answers that are shown, a constant of the product",
        "select 10 as fewest",
    ),
    Said(
        "wellbeing",
        "Workload is manageable: {now:.0f}% of the answers of staff point to a problem on {last}, "
        "{then:.0f}% on {first}",
        "answers that point to a problem, per hundred, in the first and in the last wave",
        f"""
        {ANSWERS}
        select {WAVE.format("max(wave_on)")} as last, {WAVE.format("min(wave_on)")} as first,
            100 * arg_max(p, wave_on) as now, 100 * arg_min(p, wave_on) as then
        from scales where scale = '{SCALE}'
        """,
    ),
    Said(
        "wellbeing",
        "each of its groups has {fewest} answers or more",
        "the fewest answers that are shown, a constant of the product",
        "select 10 as fewest",
    ),
    Said(
        "wellbeing",
        "Workload is manageable beside workload in {offices} offices: a picture, and no proof",
        "offices with a wave that is shown and a percentage in its month, which none of few posts has",
        f"""
        select count(distinct office_id) as offices
        from fct_survey_waves inner join fct_office_line_months as loads using (office_id)
        where is_shown and survey_group = '' and scale = '{SCALE}' and workload_pct is not null
            and loads.month_start_on = date_trunc('month', wave_on)
            and service_line = 'offender_supervision' and weight_scheme = 'fl_type_phase'
            and not exists (
                from memory.shown.few_posts as few where few.area_id = office_id
                    and few.service_line = 'offender_supervision' and list_contains(few.years, year(wave_on))
            )
        """,
    ),
    Said(
        "wellbeing",
        "Sickness, leavers and overtime of staff, {first} to {last}: {outside} outside its usual limits",
        "months of the three measures outside their limits, together",
        "with counted as ("
        + " union all ".join(
            f"""
            ({_months(measure, scale)} select count(*) as months, min(month_start_on) as first_on,
                max(month_start_on) as last_on from months cross join limits
            where amount not between least and most)
            """
            for measure, scale in (("sick_share", 100), ("leavers", 1), ("overtime_hours", 1))
        )
        + """
        )
        select if(sum(months) = 0, 'no month', sum(months) || ' points') as outside,
            strftime(date '2023-07-01', '%B %Y') as first,
            strftime(date '2026-06-01', '%B %Y') as last
        from counted
        """,
    ),
    _item("sick_share", "Share of working time lost to sickness", ".1f", 100),
    _item("leavers", "Leavers", ".1f"),
    _item("overtime_hours", "Overtime hours", ".0f"),
    Said(
        "wellbeing",
        "Leavers in the twelve months up to {last}: {leavers:.0f}, which is {rate:.1f} per hundred "
        "full-time posts",
        "leavers of the last twelve months, by the mean of the posts of all lines in these months",
        f"""
        with posts as (
            select month_start_on, sum(contract_fte_avg) as fte from fct_area_line_months
            where area_id = 'service' and part_id = '' and weight_scheme = 'count' group by all
        )
        select strftime({MONTH}, '%B %Y') as last, sum(amount) as leavers,
            100 * sum(amount) / avg(fte) as rate
        from fct_context_months inner join posts using (month_start_on)
        where measure = 'leavers' and office_id = '' and month_start_on > {MONTH} - interval 12 month
        """,
    ),
    Said(
        "wellbeing",
        "Posts to fill: {fill:.1f} FTE beside {contract:,.0f} FTE of staff under contract, {share:.1f}% of "
        "all posts",
        "posts vacant or being recruited for, over these and the mean of the last four whole weeks",
        """
        with posts as (
            select sum(fte_to_fill) filter (where status <> 'hired') as fill from fct_office_posts
            where service_line = 'offender_supervision' and weight_scheme = 'count'
        ), staff as (
            select avg(contract_fte_avg) as contract from fct_area_line_weeks
            where area_id = 'service' and part_id = '' and service_line = 'offender_supervision'
                and weight_scheme = 'count'
                and (select as_of from dim_status) - week_start_on between 6 and 33
        )
        select fill, contract, 100 * fill / (fill + contract) as share from posts cross join staff
        """,
    ),
    Said(
        "wellbeing",
        "{reduced:.1f} FTE went to leave and other reductions, and {uncounted:.1f} FTE do not count by "
        "grade, "
        "as of trainees; {counted:,.1f} FTE are left as capacity",
        "means of the last four whole weeks; what is left is the capacity by a full-time officer’s",
        """
        select avg(reduced_fte_avg) as reduced, avg(uncounted_fte_avg) as uncounted,
            avg(contract_fte_avg) - reduced - uncounted as counted
        from fct_area_line_weeks
        where area_id = 'service' and part_id = '' and service_line = 'offender_supervision'
            and weight_scheme = 'fl_type_phase'
            and (select as_of from dim_status) - week_start_on between 6 and 33
        """,
    ),
    Said(
        "wellbeing",
        "Training of staff: {hours:,} hours in the twelve months up to {last}",
        "hours of the offices that are not of few posts in the year of the month",
        f"""
        select strftime({MONTH}, '%B %Y') as last, round_even(sum(training_hours), 0)::int as hours
        from fct_training_months
        where month_start_on > {MONTH} - interval 12 month and month_start_on <= {MONTH}
            and not exists (
                from memory.shown.few_posts as few where few.area_id = office_id
                    and few.service_line = 'offender_supervision'
                    and list_contains(few.years, year(month_start_on))
            )
        """,
    ),
    Said(
        "wellbeing",
        "Of {offices} offices the hours are left out",
        "offices that are of few posts in a year of these months",
        f"""
        select count(distinct office_id) as offices from fct_training_months
        where month_start_on > {MONTH} - interval 12 month and month_start_on <= {MONTH}
            and exists (
                from memory.shown.few_posts as few where few.area_id = office_id
                    and few.service_line = 'offender_supervision'
                    and list_contains(few.years, year(month_start_on))
            )
        """,
    ),
)
