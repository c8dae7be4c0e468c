-- One row per case and open day on which it belongs to another office than on the day before.
with transferred as (
    -- the few that ever had a transfer, so that the others need not be put in order
    select distinct c.case_key
    from {{ ref('stg_case_offices') }} as t
    inner join {{ ref('int_cases_keyed') }} as c on t.case_id = c.case_id
),

states as (
    select
        s.case_key,
        s.work_type_key,
        s.office_key,
        lag(s.office_key) over (partition by s.case_key order by s.valid_from) as office_before_key,
        s.valid_from as moved_on
    from {{ ref('int_case_states') }} as s
    inner join transferred as t on s.case_key = t.case_key
)

select
    case_key,
    work_type_key,
    office_before_key,
    office_key,
    moved_on
from states
where office_key <> office_before_key
