-- One row per scheme and cell of a case that is carried and not assessed on as_of: the least and the most it
-- would weigh on any assessed level that the policy has a row for, be it one for `any` level.
with today as (
    select distinct s.cell_key
    from {{ ref('int_case_segments') }} as s
    inner join {{ ref('int_horizon') }} as h on s.valid_from <= h.as_of and s.valid_to > h.as_of
    inner join {{ ref('int_risk_levels') }} as r on s.risk_key = r.risk_key
    where r.risk_level = 'not_assessed' and s.is_carried
),

cells as (
    select
        c.cell_key,
        c.flag_set,
        t.work_type,
        r.risk_level,
        b.from_month as month_bound,
        s.weight_scheme,
        s.factor_cap,
        h.as_of as weighed_on
    from today as d
    inner join {{ ref('int_weight_cells') }} as c on d.cell_key = c.cell_key
    inner join {{ ref('int_work_types') }} as t on c.work_type_key = t.work_type_key
    inner join {{ ref('int_month_bounds') }} as b on c.month_index = b.month_index
    cross join {{ ref('int_weight_schemes') }} as s
    cross join {{ ref('int_horizon') }} as h
    inner join {{ ref('int_risk_levels') }} as r on r.risk_level <> 'not_assessed'
),

{{ cell_weights('cells', ['cell_key', 'weight_scheme', 'risk_level']) }}

select
    cell_key,
    weight_scheme,
    min(weight_units) as least_weight_units,
    max(weight_units) as most_weight_units
from weighed
where has_weight_row
group by cell_key, weight_scheme
