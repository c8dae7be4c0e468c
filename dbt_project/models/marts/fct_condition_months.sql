-- One row per office, supervision type, kind of condition and month: conditions that were imposed,
-- conditions that ended, and with what result. Each counts in the office that the case has on that
-- day.
with happened as (
    select
        case_id,
        condition_kind,
        imposed_on as day_on,
        1 as imposed,
        '' as result
    from {{ ref('stg_conditions') }}
    union all
    select
        case_id,
        condition_kind,
        ended_on as day_on,
        0 as imposed,
        result
    from {{ ref('stg_conditions') }}
    where ended_on is not null
)

select
    {{ office_then() }} as office_id,
    c.supervision_type,
    r.condition_kind,
    {{ first_day_of('month', 'r.day_on') }} as month_start_on,
    {{ count_where("r.imposed = 1") }} as imposed_conditions,
    {{ count_where("r.imposed = 0") }} as ended_conditions,
    {{ count_where("r.result = 'met'") }} as met_conditions,
    {{ count_where("r.result = 'partly_met'") }} as partly_met_conditions,
    {{ count_where("r.result = 'not_met'") }} as not_met_conditions,
    {{ count_where("r.result = 'lifted'") }} as lifted_conditions
from happened as r
{{ with_case_on('r.day_on') }}
group by {{ office_then() }}, c.supervision_type, r.condition_kind, {{ first_day_of('month', 'r.day_on') }}
