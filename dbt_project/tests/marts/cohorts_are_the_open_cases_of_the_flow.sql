-- Age bands add up to the open cases of every office, type and month; over all offices, whoever is open was
-- received somewhere.
with offices as (
    select
        area_id as office_id,
        supervision_type,
        month_start_on,
        open_cases_end
    from {{ ref('fct_area_clearance_months') }}
    where area_kind = 'office' and supervision_type <> ''
),

bands as (
    select
        office_id,
        supervision_type,
        month_start_on,
        sum(open_cases_end) as open_cases_end
    from {{ ref('int_cohort_sums') }}
    group by office_id, supervision_type, month_start_on
),

of_offices as (
    select
        coalesce(o.supervision_type, b.supervision_type) as supervision_type,
        coalesce(o.month_start_on, b.month_start_on) as month_start_on
    from offices as o
    full outer join bands as b
        on
            o.office_id = b.office_id
            and o.supervision_type = b.supervision_type
            and o.month_start_on = b.month_start_on
    where coalesce(o.open_cases_end, 0) <> coalesce(b.open_cases_end, 0)
),

of_everywhere as (
    select
        supervision_type,
        month_start_on
    from {{ ref('int_cohort_sums') }}
    group by supervision_type, month_start_on, age_from_months
    having
        sum(still_open_cases_end) <> sum(open_cases_end)
        or sum(still_open_case_days) <> sum(open_case_days)
)

select o.*
from of_offices as o
cross join {{ ref('int_coverage') }} as v
where o.month_start_on >= v.covered_from
union all
select *
from of_everywhere
