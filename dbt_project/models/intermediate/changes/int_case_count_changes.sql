-- One row per day, office and supervision type on which the number of cases in a state changes.
with changes as (
    select
        c.office_key,
        c.work_type_key,
        s.sign as open_cases,
        case when c.is_carried then s.sign else 0 end as active_cases,
        case when c.is_waiting then s.sign else 0 end as waiting_cases,
        case when not c.is_carried and not c.is_waiting then s.sign else 0 end as uncovered_cases,
        case when s.sign = 1 then c.valid_from else c.valid_to end as day_on
    from {{ ref('int_case_states') }} as c
    cross join {{ beginning_and_end() }} as s
)

select
    day_on,
    office_key,
    work_type_key,
    sum(open_cases) as open_cases,
    sum(active_cases) as active_cases,
    sum(waiting_cases) as waiting_cases,
    sum(uncovered_cases) as uncovered_cases
from changes
group by day_on, office_key, work_type_key
