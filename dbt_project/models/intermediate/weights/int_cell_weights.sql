-- One row per cell and weighing: what a case in the cell weighs, and why.
with cells as (
    select
        c.cell_key,
        c.flag_set,
        t.work_type,
        r.risk_level,
        b.from_month as month_bound,
        g.weighing_key,
        g.weight_scheme,
        g.factor_cap,
        g.is_now,
        case when g.is_now then h.as_of else p.valid_from end as weighed_on
    from {{ ref('int_weight_cells') }} as c
    inner join {{ ref('int_work_types') }} as t on c.work_type_key = t.work_type_key
    inner join {{ ref('int_risk_levels') }} as r on c.risk_key = r.risk_key
    inner join {{ ref('int_month_bounds') }} as b on c.month_index = b.month_index
    inner join {{ ref('int_policy_periods') }} as p on c.policy_index = p.policy_index
    cross join {{ ref('int_weighings') }} as g
    cross join {{ ref('int_horizon') }} as h
),

{{ cell_weights('cells', ['cell_key', 'weighing_key']) }}

select
    cell_key,
    weighing_key,
    weight_scheme,
    is_now,
    has_weight_row,
    basis,
    weights_valid_from,
    base_weight_units,
    factor,
    weight_units
from weighed
