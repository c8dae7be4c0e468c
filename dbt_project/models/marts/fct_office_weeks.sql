-- One row per office, weight scheme and week: means over the days of the week up to as_of.
with
{{ period_averages(ref('int_office_changes'), 'week', ['office_key'], office_measures()) }},

per_scheme as (
    select
        p.office_key,
        s.weight_scheme,
        p.period_start_on,
        p.days,
        p.active_cases_day_sum,
        p.contract_fte_day_sum,
        p.available_fte_day_sum,
        {{ day_sums_of_scheme(['units', 'capacity', 'waiting_units', 'uncovered_units']) }}
    from period_sums as p
    cross join {{ ref('int_weight_schemes') }} as s
)

select
    o.office_id,
    p.weight_scheme,
    p.period_start_on as week_start_on,
    p.days,
    {{ office_means() }}
from per_scheme as p
inner join {{ ref('int_offices') }} as o on p.office_key = o.office_key
where {{ office_has_figures() }}
