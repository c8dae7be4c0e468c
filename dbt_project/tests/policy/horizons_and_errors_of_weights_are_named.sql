-- One row per horizon that the models need and the policy lacks, and where the year is not the longest; per
-- error of the weights (weights_off_) that is no whole percentage; one when there is none of these; one
-- without whole days to_close_days.
with needed as (
    select 'quarter' as horizon
    union all
    select 'year' as horizon
)

select
    'horizons' as policy_table,
    n.horizon as missing
from needed as n
left join {{ ref('horizons') }} as h on n.horizon = h.horizon and h.weeks > 0
where h.horizon is null
union all
select
    'horizons' as policy_table,
    'year' as missing
from {{ ref('horizons') }}
having max(case when horizon = 'year' then weeks end) <= max(case when horizon <> 'year' then weeks end)
union all
select
    'noise_levels' as policy_table,
    measure as missing
from {{ ref('noise_levels') }}
where measure like 'weights_off_%' and (threshold is null or threshold <= 0 or threshold <> floor(threshold))
union all
select
    'noise_levels' as policy_table,
    'weights_off_' as missing
from {{ ref('noise_levels') }}
having coalesce(sum(case when measure like 'weights_off_%' then 1 else 0 end), 0) = 0
union all
select
    'noise_levels' as policy_table,
    'to_close_days' as missing
from {{ ref('noise_levels') }}
having
    coalesce(
        sum(
            case
                when measure = 'to_close_days' and threshold > 0 and threshold = floor(threshold) then 1
                else 0
            end
        ),
        0
    ) = 0
