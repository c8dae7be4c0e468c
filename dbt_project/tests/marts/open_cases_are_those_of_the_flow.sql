-- the list of open cases counts what the flow counts at the end of as_of
with listed as (
    select
        c.office_id,
        c.supervision_type,
        count(*) as open_cases
    from {{ ref('fct_open_cases') }} as c
    inner join {{ ref('weight_schemes') }} as s on c.weight_scheme = s.weight_scheme and s.is_default
    group by c.office_id, c.supervision_type
),

counted as (
    select
        f.area_id as office_id,
        f.supervision_type,
        f.open_cases_end as open_cases
    from {{ ref('fct_area_clearance_months') }} as f
    cross join {{ ref('dim_status') }} as s
    where
        f.area_kind = 'office'
        and f.supervision_type <> ''
        and f.month_start_on = {{ first_day_of('month', 's.as_of') }}
        and f.open_cases_end > 0
)

select
    coalesce(l.office_id, c.office_id) as office_id,
    coalesce(l.supervision_type, c.supervision_type) as supervision_type,
    l.open_cases as listed_cases,
    c.open_cases as counted_cases
from listed as l
full outer join counted as c on l.office_id = c.office_id and l.supervision_type = c.supervision_type
where coalesce(l.open_cases, 0) <> coalesce(c.open_cases, 0)
