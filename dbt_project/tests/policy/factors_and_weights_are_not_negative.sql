-- Numbers of the policy that are missing or outside their range.
with

numbers as (
    select
        'weight_schemes.full_time_capacity' as policy_column,
        weight_scheme as subject,
        full_time_capacity as amount,
        -- A capacity of nothing would make every percentage undefined.
        full_time_capacity > 0 as is_in_range
    from {{ ref('weight_schemes') }}
    union all
    select
        'weight_schemes.factor_cap' as policy_column,
        weight_scheme as subject,
        factor_cap as amount,
        factor_cap > 0 as is_in_range
    from {{ ref('weight_schemes') }}
    union all
    select
        'case_weights.weight' as policy_column,
        supervision_type as subject,
        weight as amount,
        weight >= 0 as is_in_range
    from {{ ref('case_weights') }}
    union all
    select
        'case_factors.factor' as policy_column,
        flag as subject,
        factor as amount,
        factor >= 0 as is_in_range
    from {{ ref('case_factors') }}
    union all
    select
        'task_weights.weight' as policy_column,
        task_type as subject,
        weight as amount,
        weight >= 0 as is_in_range
    from {{ ref('task_weights') }}
    union all
    select
        'capacity_grades.capacity_share' as policy_column,
        grade as subject,
        capacity_share as amount,
        capacity_share >= 0 and capacity_share <= 1 as is_in_range
    from {{ ref('capacity_grades') }}
)

select
    policy_column,
    subject,
    amount
from numbers
where not coalesce(is_in_range, false)
