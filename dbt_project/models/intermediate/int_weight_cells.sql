-- One row per combination of type, risk, months, policy and flags that occurs: its weight is looked up once.
with combinations as (
    select distinct
        work_type_key,
        risk_key,
        month_index,
        policy_index,
        flag_set
    from {{ ref('int_case_states') }}
)

select
    row_number() over (order by work_type_key, risk_key, month_index, policy_index, flag_set) as cell_key,
    work_type_key,
    risk_key,
    month_index,
    policy_index,
    flag_set
from combinations
