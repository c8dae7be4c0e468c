{{ config(materialized='view') }}
-- One row per case and period in which nothing that decides its weight changes, with the cell that weighs it.
select
    s.case_key,
    s.office_key,
    s.work_type_key,
    s.risk_key,
    s.month_index,
    s.flag_set,
    c.cell_key,
    s.share_parts,
    s.is_carried,
    s.is_waiting,
    s.valid_from,
    s.valid_to
from {{ ref('int_case_states') }} as s
inner join {{ ref('int_weight_cells') }} as c
    on
        s.work_type_key = c.work_type_key
        and s.risk_key = c.risk_key
        and s.month_index = c.month_index
        and s.policy_index = c.policy_index
        and s.flag_set = c.flag_set
