-- One row per case and period in which nothing that decides its weight changes.
with steps as (
    select
        case_key,
        day_on,
        sum({{ state_step() }}) as state_step,
        sum(cast(flag_step as double)) as flag_step,
        sum(cast(share_step as double)) as share_step
    from {{ ref('int_case_steps') }}
    group by case_key, day_on
),

numbers as (
    select
        case_key,
        day_on as valid_from,
        lead(day_on) over by_day as next_step_on,
        sum(state_step) over so_far as state_number,
        sum(flag_step) over so_far as flag_set,
        sum(share_step) over so_far as share_parts
    from steps
    window
        by_day as (partition by case_key order by day_on),
        so_far as (
            partition by case_key order by day_on rows between unbounded preceding and current row
        )
),

states as (
    select
        case_key,
        {{ state_digit('state_number', 'risk') }} as risk_key,
        {{ state_digit('state_number', 'office') }} as office_key,
        {{ state_digit('state_number', 'month') }} as month_index,
        {{ state_digit('state_number', 'policy') }} as policy_index,
        {{ state_digit('state_number', 'officer') }} as officers,
        cast(flag_set as bigint) as flag_set,
        share_parts,
        valid_from,
        next_step_on
    from numbers
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
    cast(office_key as int) as office_key,
    work_type_key,
    cast(risk_key as int) as risk_key,
    -- a case that nobody has carried yet is weighed by its month-0 row
    cast(case when is_waiting then 0 else month_index end as int) as month_index,
    cast(policy_index as int) as policy_index,
    flag_set,
    share_parts,
    is_carried,
    is_waiting,
    valid_from,
    least(coalesce(next_step_on, open_until_on), open_until_on) as valid_to
from told_apart
