-- One row per case and open day: where it belongs, in which state, and what it weighs under each scheme.
with first_carried as (
    select
        a.case_id,
        min(greatest(a.valid_from, least(c.received_on, coalesce(c.started_on, c.received_on)))) as carried_on
    from raw.case_assignments as a
    inner join raw.cases as c using (case_id)
    where
        greatest(a.valid_from, least(c.received_on, coalesce(c.started_on, c.received_on)))
        < least(coalesce(a.valid_to, date '9999-12-31'), coalesce(c.ended_on, date '9999-12-31'))
    group by all
),

open_days as (
    select
        c.case_id,
        c.office_id,
        c.supervision_type,
        f.carried_on,
        least(c.started_on, f.carried_on) as clock_on,
        d.day_on
    from raw.cases as c
    left join first_carried as f using (case_id)
    inner join {{ ref('days') }} as d
        on
            d.day_on >= least(c.received_on, coalesce(c.started_on, c.received_on))
            and d.day_on < coalesce(c.ended_on, date '9999-12-31')
),

assessed as (
    select
        case_id,
        risk_level,
        assessed_on as valid_from,
        coalesce(lead(assessed_on) over (partition by case_id order by assessed_on), date '9999-12-31') as valid_to
    from raw.case_assessments
),

moved as (
    select
        case_id,
        office_id,
        valid_from,
        coalesce(lead(valid_from) over (partition by case_id order by valid_from), date '9999-12-31') as valid_to
    from raw.case_offices
),

described as (
    select
        o.case_id,
        o.day_on,
        coalesce(m.office_id, o.office_id) as office_id,
        o.supervision_type,
        coalesce(a.risk_level, 'not_assessed') as risk_level,
        coalesce(o.day_on < o.carried_on, true) as is_before_carried,
        case
            when coalesce(o.day_on < o.carried_on, true) then 0
            else
                date_diff('month', o.clock_on, o.day_on)
                - case
                    when day(o.day_on) < least(day(o.clock_on), day(last_day(o.day_on))) then 1 else 0
                end
        end as month_number
    from open_days as o
    left join assessed as a
        on o.case_id = a.case_id and o.day_on >= a.valid_from and o.day_on < a.valid_to
    left join moved as m
        on o.case_id = m.case_id and o.day_on >= m.valid_from and o.day_on < m.valid_to
)

select
    d.case_id,
    d.day_on,
    d.office_id,
    d.supervision_type,
    d.risk_level,
    d.is_before_carried,
    coalesce(w.weight_1, 0) * least(2, coalesce(f.factor_1, 1)) as weight_1,
    coalesce(w.weight_2, 0) * least(1, coalesce(f.factor_2, 1)) as weight_2,
    coalesce(w.weight_3, 0) * least(1, coalesce(f.factor_3, 1)) as weight_3,
    coalesce(w.weight_4, 0) * least(1, coalesce(f.factor_4, 1)) as weight_4
from described as d
left join {{ ref('weights_by_month') }} as w
    on
        d.supervision_type = w.supervision_type
        and d.risk_level = w.risk_level
        and least(d.month_number, (select max(month_number) from {{ ref('weights_by_month') }})) = w.month_number
        and d.day_on >= w.valid_from
        and d.day_on < w.valid_to
left join {{ ref('flag_days') }} as f on d.case_id = f.case_id and d.day_on = f.day_on
