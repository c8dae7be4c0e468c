-- One row per case, flag and longest period in which the flag runs: one delivered twice counts once a day.
with periods as (
    select
        c.case_key,
        f.flag_bit,
        x.valid_from,
        x.valid_to
    from {{ ref('stg_case_flags') }} as x
    inner join {{ ref('int_cases_keyed') }} as c on x.case_id = c.case_id
    inner join {{ ref('int_flags') }} as f on x.flag = f.flag
    where x.valid_from < x.valid_to
),

with_earlier_end as (
    select
        *,
        max(valid_to) over (
            partition by case_key, flag_bit
            order by valid_from, valid_to
            rows between unbounded preceding and 1 preceding
        ) as earlier_end_on
    from periods
),

numbered as (
    -- a period that begins after all earlier ones ended starts a new run
    select
        *,
        sum(case when valid_from <= earlier_end_on then 0 else 1 end) over (
            partition by case_key, flag_bit
            order by valid_from, valid_to
            rows between unbounded preceding and current row
        ) as run_number
    from with_earlier_end
)

select
    case_key,
    flag_bit,
    min(valid_from) as valid_from,
    max(valid_to) as valid_to
from numbered
group by case_key, flag_bit, run_number
