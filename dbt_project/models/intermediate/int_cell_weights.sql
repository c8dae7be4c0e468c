-- One row per cell, scheme and date of the weights: those valid in the cell's own days, or those of today.
with dates_of_weights as (
    select false as is_now
    union all
    select true as is_now
),

cells as (
    select
        c.cell_key,
        c.flag_set,
        t.work_type,
        r.risk_level,
        b.from_month as month_bound,
        s.weight_scheme,
        s.scheme_key,
        s.factor_cap,
        d.is_now,
        case when d.is_now then h.as_of else p.valid_from end as weighed_on
    from {{ ref('int_weight_cells') }} as c
    inner join {{ ref('int_work_types') }} as t on c.work_type_key = t.work_type_key
    inner join {{ ref('int_risk_levels') }} as r on c.risk_key = r.risk_key
    inner join {{ ref('int_month_bounds') }} as b on c.month_index = b.month_index
    inner join {{ ref('int_policy_periods') }} as p on c.policy_index = p.policy_index
    cross join {{ ref('int_weight_schemes') }} as s
    cross join {{ ref('int_horizon') }} as h
    cross join dates_of_weights as d
),

weights as (
    -- an exact level wins over `any`; rows of equal rank on one day are refused by a test of the policy
    select
        c.cell_key,
        c.weight_scheme,
        c.is_now,
        max_by(w.weight, case when w.risk_level = 'any' then 0 else 1 end) as weight,
        max_by(w.basis, case when w.risk_level = 'any' then 0 else 1 end) as basis
    from cells as c
    inner join {{ ref('case_weights') }} as w
        on
            c.weight_scheme = w.weight_scheme
            and c.work_type = w.supervision_type
            and (c.risk_level = w.risk_level or w.risk_level = 'any')
            and c.month_bound >= w.from_month
            and (w.to_month is null or c.month_bound < w.to_month)
            and c.weighed_on >= w.valid_from
            and c.weighed_on < {{ open_end('w.valid_to') }}
    group by c.cell_key, c.weight_scheme, c.is_now
),

factors as (
    -- a product as a sum of logarithms, rounded at eight decimals; a factor 0 switches the case off
    select
        c.cell_key,
        c.weight_scheme,
        c.is_now,
        case
            when min(x.factor) = 0 then 0
            else round(exp(sum(ln(cast(nullif(x.factor, 0) as double)))), 8)
        end as factor
    from cells as c
    inner join {{ ref('int_flags') }} as f on (c.flag_set & f.flag_bit) <> 0
    inner join {{ ref('case_factors') }} as x
        on
            c.weight_scheme = x.weight_scheme
            and f.flag = x.flag
            and c.weighed_on >= x.valid_from
            and c.weighed_on < {{ open_end('x.valid_to') }}
    group by c.cell_key, c.weight_scheme, c.is_now
),

weighed as (
    select
        c.cell_key,
        c.weight_scheme,
        c.scheme_key,
        c.is_now,
        w.weight is not null as has_weight_row,
        w.basis,
        coalesce(w.weight, 0) as base_weight_units,
        cast(least(coalesce(f.factor, 1), c.factor_cap) as decimal(14, 8)) as factor
    from cells as c
    left join weights as w
        on c.cell_key = w.cell_key and c.weight_scheme = w.weight_scheme and c.is_now = w.is_now
    left join factors as f
        on c.cell_key = f.cell_key and c.weight_scheme = f.weight_scheme and c.is_now = f.is_now
)

select
    cell_key,
    weight_scheme,
    scheme_key,
    is_now,
    has_weight_row,
    basis,
    base_weight_units,
    factor,
    cast(base_weight_units * factor as decimal(18, 10)) as weight_units
from weighed
