-- One row per mandate that ended, with the office of its last open day.
-- A case opened and ended on the same day is never open: it ends in the office it opened in.
with last_moves as (
    select
        case_key,
        max_by(office_key, moved_on) as office_key
    from {{ ref('int_case_moves') }}
    group by case_key
)

select
    c.case_key,
    coalesce(m.office_key, c.opening_office_key) as office_key,
    c.work_type_key,
    c.end_reason,
    c.opened_on,
    c.ended_on
from {{ ref('int_cases_clocked') }} as c
left join last_moves as m on c.case_key = m.case_key
where c.ended_on is not null
