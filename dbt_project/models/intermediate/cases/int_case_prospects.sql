-- One row per open case and period ahead in which nothing that decides its weight changes, if it is carried
-- from as_of on. A case that waits begins to age then, unless it started before.
with ahead as (
    select
        s.case_key,
        s.work_type_key,
        s.risk_key,
        s.month_index,
        s.policy_index,
        s.flag_set,
        s.is_waiting,
        h.as_of,
        greatest(s.valid_from, h.as_of) as valid_from,
        s.valid_to
    from {{ ref('int_case_states') }} as s
    cross join {{ ref('int_horizon') }} as h
    where s.valid_to > h.as_of
),

open_now as (
    select a.*
    from ahead as a
    inner join {{ ref('int_cases_clocked') }} as c on a.case_key = c.case_key
    where c.opened_on <= a.as_of
),

ages as (
    select
        month_index,
        from_month,
        lead(from_month) over (order by month_index) as to_month
    from {{ ref('int_month_bounds') }}
),

ageing as (
    select
        w.*,
        g.month_index as age_index,
        {{ months_later('coalesce(c.started_on, w.as_of)', 'g.from_month') }} as age_from,
        case
            when g.to_month is null then w.valid_to
            else {{ months_later('coalesce(c.started_on, w.as_of)', 'g.to_month') }}
        end as age_to
    from open_now as w
    inner join {{ ref('int_cases_clocked') }} as c on w.case_key = c.case_key
    cross join ages as g
    where w.is_waiting
)

select
    case_key,
    work_type_key,
    risk_key,
    month_index,
    policy_index,
    flag_set,
    valid_from,
    valid_to
from open_now
where not is_waiting
union all
select
    case_key,
    work_type_key,
    risk_key,
    age_index as month_index,
    policy_index,
    flag_set,
    greatest(valid_from, age_from) as valid_from,
    least(valid_to, age_to) as valid_to
from ageing
where greatest(valid_from, age_from) < least(valid_to, age_to)
