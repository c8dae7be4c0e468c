"""What How sure? says of the sample, counted by hand."""

from tests.dashboards.said.sentence import AS_OF, OF_LINE, SHARES, WINDOW, Said

OFF = f"fct_area_sensitivity where area_id = 'service' and {OF_LINE} and error_pct = 34"
BY_TYPE = f"""
    with kinds as (
        select work_type, max(workload_upper_pct - workload_lower_pct) / 2 as reach,
            arg_max(workload_lower_pct, error_pct) as low, arg_max(workload_upper_pct, error_pct) as high
        from fct_area_sensitivity where area_id = 'service' and {OF_LINE} and work_type != ''
        group by work_type
    )
"""
SAID = (
    Said(
        "certainty",
        "Workload, last four weeks | {pct:.0f}%",
        "as on Overview",
        f"select workload_pct as pct from {WINDOW} 'four_weeks'",
    ),
    Said(
        "certainty",
        "Across all weight schemes | {low:.0f}–{high:.0f}%",
        "least and most over the schemes",
        f"{SHARES} select min(pct) as low, max(pct) as high from loads where part_id = ''",
    ),
    Said(
        "certainty",
        "If all weights are 34% off | {low:.0f}–{high:.0f}%",
        "the percentage times 0.66 and times 1.34",
        f"select 0.66 * workload_pct as low, 1.34 * workload_pct as high from {WINDOW} 'four_weeks'",
    ),
    Said(
        "certainty",
        "Under all {schemes} weight schemes there is enough capacity for the work: workload {low:.0f}% to "
        "{high:.0f}%",
        "schemes under which the percentage is above 100, of all schemes",
        f"""
        {SHARES} select count(*) as schemes, min(pct) as low, max(pct) as high from loads where part_id = ''
        having count(*) filter (where pct > 100) = 0
        """,
    ),
    Said(
        "certainty",
        "With all weights 34% lower or higher, the workload would be {low:.0f}% or {high:.0f}% of capacity",
        "the percentage times 0.66 and times 1.34",
        f"select 0.66 * workload_pct as low, 1.34 * workload_pct as high from {WINDOW} 'four_weeks'",
    ),
    Said(
        "certainty",
        "An error in the weights of “{name}” would matter most: 34% lower or higher, they make the "
        "workload {low:.0f}% to {high:.0f}% of capacity",
        "the kind of work whose weights, 34% off, move the percentage most",
        f"""
        {BY_TYPE} select label_en as name, low, high from kinds inner join dim_work_types using (work_type)
        order by reach desc limit 1
        """,
    ),
    Said(
        "certainty",
        "{kinds} more kinds of work move the figure by less than 1 point",
        "kinds that move it by less than a point either way, those drawn apart",
        f"""
        {BY_TYPE} select count(*) filter (where reach < 1 and reach < (select max(reach) from kinds)) as kinds
        from kinds
        """,
    ),
    Said(
        "certainty",
        "Of the workload, {assumed:.0f}% rests on assumed weights and {tasks:.0f}% rests on task weights",
        "units of today's workload by the basis of their weight rows",
        f"""
        select 100 * sum(workload_units) filter (where basis = 'assumed') / sum(workload_units) as assumed,
            100 * sum(workload_units) filter (where basis = 'not_stated') / sum(workload_units) as tasks
        from fct_area_weight_bases where area_id = 'service' and {OF_LINE}
        """,
    ),
    Said(
        "certainty",
        "have applied since {day}, {years} years.",
        "first day on which the weights of the scheme are valid, and whole years since",
        f"""
        select strftime(min(oldest_valid_from), '%-d %B %Y') as day,
            date_sub('year', min(oldest_valid_from), {AS_OF}) as years
        from fct_area_weight_bases where area_id = 'service' and {OF_LINE}
        """,
    ),
    Said(
        "certainty",
        "By this policy weights are timed within {years:.0f} years: overdue since {due}.",
        "first day on which the weights of the scheme are valid, and the years of the policy after it",
        f"""
        select threshold as years, strftime(first_on + to_years(threshold::integer), '%-d %B %Y') as due
        from dim_noise_levels cross join (
            select min(oldest_valid_from) as first_on from fct_area_weight_bases
            where area_id = 'service' and {OF_LINE}
        )
        where measure = 'weights_timed_years'
        """,
    ),
    Said(
        "certainty",
        "Largest effect of a data gap or error on workload: {cases} cases without a risk assessment, less "
        "than one percentage point",
        "the finding whose band of today's percentage is the widest, where it is narrower than a point",
        f"""
        select concerned_cases as cases from (
            select *, greatest(workload_pct, workload_upper_pct) - least(workload_pct, workload_lower_pct)
                as reach
            from fct_area_finding_effects
            where area_id = 'service' and {OF_LINE} and figure = 'workload_pct_today'
            order by reach desc limit 1
        ) where finding = 'not_assessed' and reach < 1
        """,
    ),
)
