-- One row per mandate with numbers for its keys, the office it opened in and the day until which it weighs.
with cases as (
    select * from {{ ref('stg_cases') }}
),

opening_transfers as (
    -- the latest transfer on or before the first open day decides where the case opened
    select
        c.case_id,
        max_by(t.office_id, t.valid_from) as office_id
    from cases as c
    inner join {{ ref('stg_case_offices') }} as t on c.case_id = t.case_id
    where t.valid_from <= c.opened_on
    group by c.case_id
)

select
    cast(row_number() over (order by c.case_id) as int) as case_key,
    c.case_id,
    o.office_key as opening_office_key,
    t.work_type_key,
    coalesce(c.sex, 'not_recorded') as sex,
    coalesce(c.end_reason, '') as end_reason,
    c.opened_on,
    c.started_on,
    c.ended_on,
    c.expected_end_on,
    -- an open case stays until its expected end, where that still lies ahead; what is past is not believed
    coalesce(
        c.ended_on,
        case when c.expected_end_on > h.as_of then least(c.expected_end_on, h.horizon_on) end,
        h.horizon_on
    ) as open_until_on
from cases as c
cross join {{ ref('int_horizon') }} as h
left join opening_transfers as x on c.case_id = x.case_id
inner join {{ ref('int_offices') }} as o on coalesce(x.office_id, c.office_id) = o.office_id
inner join {{ ref('int_work_types') }} as t on c.supervision_type = t.work_type and t.kind = 'mandate'
