-- One row per type, risk level and whole month of a case: its weight under each scheme, as columns.
with months as (
    select unnest(range(0, 1 + (select max(greatest(from_month, coalesce(to_month, 0))) from policy.case_weights)))
        as month_number
),

levels as (
    select distinct risk_level from raw.case_assessments
    union
    select 'not_assessed' as risk_level
),

ranked as (
    select
        w.weight_scheme,
        w.supervision_type,
        l.risk_level,
        m.month_number,
        w.valid_from,
        coalesce(w.valid_to, date '9999-12-31') as valid_to,
        w.weight
    from policy.case_weights as w
    inner join levels as l on w.risk_level in (l.risk_level, 'any')
    inner join months as m
        on m.month_number >= w.from_month and (w.to_month is null or m.month_number < w.to_month)
    qualify
        row_number() over (
            partition by w.weight_scheme, w.supervision_type, l.risk_level, m.month_number, w.valid_from
            order by w.risk_level = 'any'
        ) = 1
)

select
    supervision_type,
    risk_level,
    month_number,
    valid_from,
    valid_to,
    max(case when weight_scheme = 'fl_type_phase' then weight end) as weight_1,
    max(case when weight_scheme = 'wmt_tier' then weight end) as weight_2,
    max(case when weight_scheme = 'risk_4_2_1' then weight end) as weight_3,
    max(case when weight_scheme = 'count' then weight end) as weight_4
from ranked
group by all
