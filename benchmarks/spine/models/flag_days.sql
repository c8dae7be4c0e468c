-- One row per case and day with flags: the factor under each scheme, as columns.
with running as (
    select distinct f.case_id, f.flag, d.day_on
    from raw.case_flags as f
    inner join raw.cases as c using (case_id)
    inner join {{ ref('days') }} as d
        on
            d.day_on >= f.valid_from
            and d.day_on < coalesce(f.valid_to, date '9999-12-31')
            and d.day_on >= least(c.received_on, coalesce(c.started_on, c.received_on))
            and d.day_on < coalesce(c.ended_on, date '9999-12-31')
),

factors as (
    select
        flag,
        valid_from,
        coalesce(valid_to, date '9999-12-31') as valid_to,
        coalesce(max(case when weight_scheme = 'fl_type_phase' then factor end), 1) as factor_1,
        coalesce(max(case when weight_scheme = 'wmt_tier' then factor end), 1) as factor_2,
        coalesce(max(case when weight_scheme = 'risk_4_2_1' then factor end), 1) as factor_3,
        coalesce(max(case when weight_scheme = 'count' then factor end), 1) as factor_4
    from policy.case_factors
    group by all
)

select
    r.case_id,
    r.day_on,
    product(f.factor_1) as factor_1,
    product(f.factor_2) as factor_2,
    product(f.factor_3) as factor_3,
    product(f.factor_4) as factor_4
from running as r
inner join factors as f on r.flag = f.flag and r.day_on >= f.valid_from and r.day_on < f.valid_to
group by all
