{{ config(materialized='view') }}
-- One row per change of weights, office, type and cell of cases carried on the day: their work by the rows of
-- the day before or by its own.
with carried as (
    select
        c.weight_scheme,
        c.changed_on,
        s.office_key,
        s.work_type_key,
        s.cell_key,
        sum(s.share_parts) as share_parts
    from {{ ref('int_weight_changes') }} as c
    inner join
        {{ ref('int_case_segments') }} as s
        on c.changed_on >= s.valid_from and c.changed_on < s.valid_to
    where s.is_carried
    group by c.weight_scheme, c.changed_on, s.office_key, s.work_type_key, s.cell_key
),

cells as (
    select distinct
        k.cell_key,
        d.weight_scheme,
        d.changed_on,
        k.flag_set,
        t.work_type,
        r.risk_level,
        b.from_month as month_bound,
        d.factor_cap,
        d.weighed_on
    from carried as c
    inner join {{ ref('int_weighed_on_days') }} as d
        on c.weight_scheme = d.weight_scheme and c.changed_on = d.changed_on
    inner join {{ ref('int_weight_cells') }} as k on c.cell_key = k.cell_key
    inner join {{ ref('int_work_types') }} as t on k.work_type_key = t.work_type_key
    inner join {{ ref('int_risk_levels') }} as r on k.risk_key = r.risk_key
    inner join {{ ref('int_month_bounds') }} as b on k.month_index = b.month_index
),

{{ cell_weights('cells', ['cell_key', 'weight_scheme', 'weighed_on']) }}

select
    c.office_key,
    t.service_line,
    c.weight_scheme,
    c.changed_on,
    case when w.weighed_on < c.changed_on then w.weight_units * {{ units_of('c.share_parts') }} else 0 end
        as before_units,
    case when w.weighed_on = c.changed_on then w.weight_units * {{ units_of('c.share_parts') }} else 0 end
        as after_units
from carried as c
inner join {{ ref('int_work_types') }} as t on c.work_type_key = t.work_type_key
inner join weighed as w
    on c.cell_key = w.cell_key and c.weight_scheme = w.weight_scheme and c.changed_on = w.changed_on
