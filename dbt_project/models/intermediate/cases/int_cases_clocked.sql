-- One row per mandate with its clock: the day from which its months count.
with first_carried as (
    select
        case_key,
        min(valid_from) as first_carried_on
    from {{ ref('int_carried_periods') }}
    group by case_key
)

select
    c.case_key,
    c.case_id,
    c.opening_office_key,
    c.work_type_key,
    c.sex,
    c.end_reason,
    c.opened_on,
    c.started_on,
    c.ended_on,
    c.expected_end_on,
    c.open_until_on,
    f.first_carried_on,
    least(coalesce(c.started_on, f.first_carried_on), coalesce(f.first_carried_on, c.started_on)) as clock_on
from {{ ref('int_cases_keyed') }} as c
left join first_carried as f on c.case_key = f.case_key
