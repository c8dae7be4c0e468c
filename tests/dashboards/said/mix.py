"""What Case mix says of the sample, counted by hand from the mix and the endings of offices."""

from tests.dashboards.said.sentence import MONTH, Said

CARRIED = f"""
    with carried as (
        select month_start_on, supervision_type, risk_level, phase, sum(active_cases_avg) as cases
        from fct_case_mix_months inner join dim_work_types on work_type = supervision_type
        where service_line = 'offender_supervision' and weight_scheme = 'count'
            and month(month_start_on) = month({MONTH}) and month_start_on <= {MONTH}
            and month_start_on >= (select first_month_on from dim_status)
        group by all
    ), whole as (
        select month_start_on, sum(cases) as cases from carried group by all
    )
"""


def _over_years(condition: str) -> str:
    """The share of the carried cases that meet a condition, in the last and the first of the months."""
    return f"""
        {CARRIED}, shares as (
            select month_start_on,
                100 * sum(carried.cases) filter (where {condition}) / max(whole.cases) as pct
            from carried inner join whole using (month_start_on) group by all
        )
        select arg_max(pct, month_start_on) as now, arg_min(pct, month_start_on) as earlier,
            strftime(max(month_start_on), '%B %Y') as last, strftime(min(month_start_on), '%B %Y') as first
        from shares
    """


KINDS = f"""
    {CARRIED}, shares as (
        select supervision_type, month_start_on, 100 * sum(carried.cases) / max(whole.cases) as pct
        from carried inner join whole using (month_start_on) group by all
    ), beside as (
        select supervision_type,
            coalesce(max(pct) filter (where month_start_on = {MONTH}), 0) as now,
            coalesce(max(pct) filter (where month_start_on = {MONTH} - interval 12 month), 0) as earlier
        from shares group by all
    )
    select label as kind, now, earlier
    from beside inner join dim_labels on kind = 'work_type' and code = supervision_type and language = 'en'
"""
SAID = (
    Said(
        "mix",
        "Largest kind of mandate: {kind}, {now:.0f}% of the cases with an officer",
        "the kind with most cases carried in the last whole month, and its share of all of the line",
        f"{KINDS} order by now desc limit 1",
    ),
    Said(
        "mix",
        "The share that changed most in a year is that of {kind}: from {earlier:.1f}% to {now:.1f}%",
        "share of the last whole month less that of the same month a year before, up or down",
        f"{KINDS} order by abs(now - earlier) desc limit 1",
    ),
    Said(
        "mix",
        "Risk level high: {now:.0f}% of the cases with an officer in {last}, {earlier:.0f}% in {first}",
        "carried cases whose level is high, per hundred carried, last whole month and the first such month",
        _over_years("risk_level = 'high'"),
    ),
    Said(
        "mix",
        "Of {cases} cases with a known risk level on both {then} and {now}, the level rose for {higher:.0f}% "
        "and fell for {lower:.0f}%",
        "mandates open on both days, by the latest assessment up to each, as their segments have them",
        """
        with ranked as (
            select open_cases, last_day_on, year_start_on,
                list_position(['low', 'medium', 'high'], risk_level_before) as before,
                list_position(['low', 'medium', 'high'], risk_level) as then
            from fct_area_risk_years
            where area_id = 'service' and service_line = 'offender_supervision'
            qualify year_start_on = max(year_start_on) over ()
        )

        select format('{:,}', sum(open_cases)::int) as cases,
            strftime(any_value(year_start_on) - interval 1 day, '%-d %B %Y') as then,
            strftime(any_value(last_day_on), '%-d %B %Y') as now,
            100 * sum(open_cases) filter (where ranked.then > before) / sum(open_cases) as higher,
            100 * sum(open_cases) filter (where ranked.then < before) / sum(open_cases) as lower
        from ranked where before > 0 and ranked.then > 0
        """,
    ),
    Said(
        "mix",
        "Assessed for the first time in between: {first}; on neither day: {never}.",
        "the same without an assessment on the first day",
        """
        select format('{:,}', count_if(risk_level <> 'not_assessed')) as first,
            format('{:,}', count_if(risk_level = 'not_assessed')) as never
        from (select *, unnest(range(open_cases)) from fct_area_risk_years)
        where area_id = 'service' and service_line = 'offender_supervision'
            and risk_level_before = 'not_assessed'
            and year_start_on = (select max(year_start_on) from fct_area_risk_years)
        """,
    ),
    Said(
        "mix",
        "Phase “Long running (after a year)”: {now:.0f}% of the cases with an officer in {last}, "
        "{earlier:.0f}% in {first}",
        "carried cases in the last phase of the policy, per hundred carried",
        _over_years("phase = 'long_running'"),
    ),
    Said(
        "mix",
        "Completed: {pct:.0f}% of the {cases} cases that ended in the last 12 whole months",
        "cases that ended in the months of the last year, and those among them with the commonest reason",
        f"""
        select format('{{:,}}', sum(ended_cases)::int) as cases,
            100 * sum(ended_cases) filter (where end_reason = 'completed') / sum(ended_cases) as pct
        from fct_endings_months inner join dim_work_types on work_type = supervision_type
        where service_line = 'offender_supervision' and month_start_on <= {MONTH}
            and month_start_on > {MONTH} - interval 12 month
        """,
    ),
    Said(
        "mix",
        "Half of the cases that ended in the last 12 whole months had been open for {days} days or less",
        "the median of the days from opening to ending, which the reference computes case by case",
        """
        select format('{:,}', round_even(duration_days_p50, 0)::int) as days from fct_area_endings_years
        where area_id = 'service' and service_line = 'offender_supervision' and supervision_type = ''
            and end_reason = '' order by year_start_on desc limit 1
        """,
    ),
    Said(
        "mix",
        "Groups of fewer than {smallest} cases are hidden, and with them the next smallest",
        "the smallest number that is shown of people, a constant of the product",
        "select 5 as smallest",
    ),
    Said(
        "mix",
        "For fewer than {smallest} cases no days are given",
        "the smallest number that is shown, a constant of the product",
        "select 5 as smallest",
    ),
)
