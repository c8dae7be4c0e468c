-- One row per finding and record: what the data leave open, so that people can mend it at the source.
with case_findings as (
    select
        finding,
        'cases' as entity,
        record_id,
        office_id,
        supervision_type
    from {{ ref('int_case_findings') }}
),

grades_without_share as (
    select distinct
        'grade_without_capacity_row' as finding,
        'staff_contracts' as entity,
        c.grade || ' (' || s.weight_scheme || ')' as record_id,
        '' as office_id,
        '' as supervision_type
    from {{ ref('int_contract_segments') }} as c
    inner join {{ ref('int_horizon') }} as h on c.valid_from < h.horizon_on
    cross join {{ ref('int_weight_schemes') }} as s
    left join {{ ref('capacity_grades') }} as g
        on
            c.grade = g.grade
            and s.weight_scheme = g.weight_scheme
            and c.valid_from >= g.valid_from
            and c.valid_from < {{ open_end('g.valid_to') }}
    where g.grade is null
),

types_without_weight as (
    select distinct
        'combination_without_weight' as finding,
        'case_weights' as entity,
        t.work_type || ' / ' || r.risk_level || ' (' || w.weight_scheme || ')' as record_id,
        '' as office_id,
        t.work_type as supervision_type
    from {{ ref('int_cell_weights') }} as w
    inner join {{ ref('int_weight_cells') }} as c on w.cell_key = c.cell_key
    inner join {{ ref('int_work_types') }} as t on c.work_type_key = t.work_type_key
    inner join {{ ref('int_risk_levels') }} as r on c.risk_key = r.risk_key
    where not w.has_weight_row and not w.is_now
),

all_findings as (
    select * from case_findings
    union all
    select * from grades_without_share
    union all
    select * from types_without_weight
)

select
    f.finding,
    f.entity,
    f.record_id,
    f.office_id,
    f.supervision_type,
    h.as_of as found_on
from all_findings as f
cross join {{ ref('int_horizon') }} as h
