-- One row per case and period in which nothing that decides its weight changes.
with steps as (
    select
        case_key,
        day_on,
        sum(risk_step) as risk_step,
        sum(office_step) as office_step,
        sum(month_step) as month_step,
        sum(policy_step) as policy_step,
        sum(flag_step) as flag_step,
        sum(officer_step) as officer_step
    from {{ ref('int_case_steps') }}
    group by case_key, day_on
),

states as (
    select
        case_key,
        day_on as valid_from,
        lead(day_on) over by_day as next_step_on,
        {{ running_count('risk_step', 'so_far') }} as risk_key,
        {{ running_count('office_step', 'so_far') }} as office_key,
        {{ running_count('month_step', 'so_far') }} as month_index,
        {{ running_count('policy_step', 'so_far') }} as policy_index,
        {{ running_count('flag_step', 'so_far') }} as flag_set,
        {{ running_count('officer_step', 'so_far') }} as officers
    from steps
    window
        by_day as (partition by case_key order by day_on),
        so_far as (
            partition by case_key order by day_on rows between unbounded preceding and current row
        )
),

told_apart as (
    select
        s.*,
        c.work_type_key,
        c.open_until_on,
        s.officers > 0 as is_carried,
        s.valid_from < coalesce(c.first_carried_on, c.open_until_on) as is_waiting
    from states as s
    inner join {{ ref('int_cases_clocked') }} as c on s.case_key = c.case_key
    where s.valid_from < c.open_until_on
)

select
    case_key,
    office_key,
    work_type_key,
    risk_key,
    -- a case that nobody has carried yet is weighed by its month-0 row
    case when is_waiting then 0 else month_index end as month_index,
    policy_index,
    flag_set,
    is_carried,
    is_waiting,
    valid_from,
    least(coalesce(next_step_on, open_until_on), open_until_on) as valid_to
from told_apart
