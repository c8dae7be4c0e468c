"""What Feedback and incidents says of the sample, counted by hand from what came in and what happened."""

from tests.dashboards.said.sentence import MONTH, Said

YEAR = f"month_start_on > {MONTH} - interval 12 month and month_start_on <= {MONTH}"
BEFORE = f"month_start_on > {MONTH} - interval 24 month and month_start_on <= {MONTH} - interval 12 month"
ENDS = "strftime({}, '%B %Y')"
TOPICS = {
    "information": "information",
    "reachability": "reachability",
    "respect": "respect",
    "waiting": "waiting",
    "workload": "workload of staff",
}


def _shares(of: str) -> str:
    """Ratings and low ratings by topic in a year, with Wilson's limits."""
    return f"""
        select topic, sum(rated_feedback) as n, sum(rated_low_feedback) as x, x / n as p,
            1.959963984540054 as z,
            (2 * x + z ** 2 - z * sqrt(z ** 2 + 4 * x * (1 - p))) / (2 * (n + z ** 2)) as lower,
            (2 * x + z ** 2 + z * sqrt(z ** 2 + 4 * x * (1 - p))) / (2 * (n + z ** 2)) as upper
        from (select * from fct_feedback_months where {of}
            qualify sum(rated_feedback) over (partition by office_id, from_group) >= 5) group by topic
    """


def _you_said(topic: str, words: str) -> Said:
    return Said(
        "feedback",
        f"You said: {words} ({{came}}). We did: {{did}}.",
        "what came in on the topic, by what was answered",
        f"""
        with counted as (
            select answer, sum(received_feedback)::int as pieces from fct_feedback_answers
            where {YEAR} and topic = '{topic}' group by answer
        ), said as (
            select list(
                if(answer = '', 'no answer yet', replace(answer, '_', ' ')) || ' ' || pieces
                order by answer = '', answer
            ) as words, sum(pieces)::int as came
            from counted
        )
        select came, if(len(words) = 1, words[1],
            array_to_string(words[1:len(words) - 1], ', ') || ' and ' || words[len(words)]) as did
        from said
        """,
    )


# The answers of a year with how long each took, or has waited: what is left, day by day.
WAITS = f"""
    with days as (
        select wait_days, coalesce(sum(received_feedback) filter (where answer <> ''), 0) as answered,
            sum(sum(received_feedback)) over (order by wait_days desc) as waiting
        from fct_feedback_answers where {YEAR} group by wait_days
    ), shares as (
        select wait_days, 1 - product(1 - answered / waiting) over (order by wait_days) as share from days
    )
"""
MONTHS = f"""
    with every as (
        select unnest(generate_series(
            (select min(month_start_on) from fct_incident_months), {MONTH}, interval 1 month
        ))::date as month_start_on
    ), months as (
        select month_start_on, coalesce(sum(incidents), 0) as amount
        from every left join fct_incident_months using (month_start_on) group by month_start_on
    ), steps as (
        select month_start_on, amount, abs(amount - lag(amount) over (order by month_start_on)) as step
        from months
    ), limits as (
        select avg(amount) as mean, mean - 2.66 * avg(step) as least, mean + 2.66 * avg(step) as most
        from steps
    )
"""
SAID = (
    Said(
        "feedback",
        "Feedback: {came:,} pieces came in during the twelve months up to {last}, {share:.0f}% of them "
        "from {most}",
        "what came in during twelve whole months, and the part of the group that gave most",
        f"""
        with groups as (
            select from_group, sum(received_feedback) as came
            from fct_feedback_months where {YEAR} group by all
        )
        select sum(came)::int as came, 100 * max(came) / sum(came) as share, {ENDS.format(MONTH)} as last,
            arg_max(from_group, came) || 's' as most
        from groups
        """,
    ),
    Said(
        "feedback",
        "Of fewer than {smallest} ratings there is no mean and no share",
        "the smallest number that is shown, a constant of the product",
        "select 5 as smallest",
    ),
    Said(
        "feedback",
        "Feedback by topic: on {changed} of {topics} topics the share of low ratings changed in a year",
        "topics of which the interval of the difference of two shares leaves zero out, by Newcombe",
        f"""
        with now as ({_shares(YEAR)}), before as ({_shares(BEFORE)}), changes as (
            select now.p - before.p as change,
                change - sqrt((now.p - now.lower) ** 2 + (before.upper - before.p) ** 2) as least,
                change + sqrt((now.upper - now.p) ** 2 + (before.p - before.lower) ** 2) as most
            from now inner join before using (topic) where now.n >= 5 and before.n >= 5
        )
        select count(*) as topics, count_if(least > 0 or most < 0) as changed from changes
        """,
    ),
    Said(
        "feedback",
        "You said, we did: {answered:,} of {came:,} pieces of feedback of the twelve months up to {last} "
        "were answered",
        "what came in during twelve whole months, and what of it has an answer",
        f"""
        select sum(received_feedback)::int as came, sum(answered_feedback)::int as answered,
            {ENDS.format(MONTH)} as last
        from fct_feedback_months where {YEAR}
        """,
    ),
    *(_you_said(topic, words) for topic, words in TOPICS.items()),
    Said(
        "feedback",
        "Feedback: less than half is answered as far as is known; {share:.0f}% within 30 days",
        "what is left, day by day, multiplied by the part of those still waiting that is not answered",
        f"""
        {WAITS}
        select 100 * max(share) filter (where wait_days <= 30) as share from shares having max(share) < 0.5
        """,
    ),
    Said(
        "feedback",
        "{now} serious incidents recorded by staff in the twelve months up to {last}, {before} before: "
        "{more} than chance",
        "incidents of both years, and whether they differ by more than 1.96 times the root of their sum",
        f"""
        {MONTHS}
        select sum(amount) filter (where {YEAR})::int as now,
            sum(amount) filter (where {BEFORE})::int as before,
            {ENDS.format(MONTH)} as last,
            if(abs(now - before) <= 1.959963984540054 * sqrt(now + before), 'no more', 'more') as more
        from months
        """,
    ),
    Said(
        "feedback",
        "{mean:.1f} a month on average, usually {least:.1f} to {most:.1f}. Outside: {months}.",
        "mean of the months, those without an incident too, and 2.66 mean steps either side",
        f"""
        {MONTHS}
        select mean, greatest(least, 0) as least, most, coalesce((
            select string_agg(strftime(month_start_on, '%B %Y'), ' and ' order by month_start_on) from months
            where amount not between least and most
        ), 'no month') as months from limits
        """,
    ),
    Said(
        "feedback",
        "In twelve months, by kind: {kinds}.",
        "incidents of a year by kind, the commonest first",
        f"""
        with kinds as (
            select incident_kind, sum(incidents)::int as counted
            from fct_incident_months where {YEAR} group by all
        )
        select string_agg(incident_kind || ' ' || counted, ' and ' order by counted desc) as kinds from kinds
        """,
    ),
    Said(
        "feedback",
        "Serious incidents up to {last}: no office differs by more than chance from what its staff "
        "lets expect",
        "test_pages_feedback.py adds up the chances of every count",
        f"select {ENDS.format(MONTH)} as last",
    ),
    Said(
        "feedback",
        "Workload in months with a serious incident, in {offices} offices: what was, and no proof",
        "offices with a month that has both an incident and a percentage, which none of few posts has",
        f"""
        select count(distinct office_id) as offices
        from fct_incident_months inner join fct_office_line_months using (office_id, month_start_on)
        where service_line = 'offender_supervision' and weight_scheme = 'fl_type_phase'
            and workload_pct is not null and month_start_on <= {MONTH}
            and not exists (
                from memory.shown.few_posts as few where few.area_id = office_id
                    and few.service_line = 'offender_supervision'
                    and list_contains(few.years, year(month_start_on))
            )
        """,
    ),
)
