-- One row per stretch of months since clock_on within which neither a weight row nor a named phase changes.
with bounds as (
    select 0 as month_bound
    union distinct
    {{ bounds_of(
        {'case_weights': ['from_month', 'to_month'], 'phases': ['from_month', 'to_month']}, 'month_bound'
    ) }}
)

select
    cast(row_number() over (order by b.month_bound) - 1 as int) as month_index,
    cast(b.month_bound as bigint) as from_month,
    coalesce(p.phase, '') as phase
from bounds as b
left join {{ ref('phases') }} as p
    on b.month_bound >= p.from_month and (p.to_month is null or b.month_bound < p.to_month)
where b.month_bound >= 0
