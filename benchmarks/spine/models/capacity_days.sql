-- One row per officer, office, service line and contract day: capacity under each scheme.
with reduced as (
    select r.officer_id, d.day_on, least(1, sum(r.share)) as reduced_share
    from raw.staff_reductions as r
    inner join {{ ref('days') }} as d
        on d.day_on >= r.valid_from and d.day_on < coalesce(r.valid_to, date '9999-12-31')
    group by all
),

graded as (
    select
        c.officer_id,
        c.office_id,
        coalesce(c.service_line, 'offender_supervision') as service_line,
        c.fte,
        d.day_on,
        max(case when s.weight_scheme = 'fl_type_phase' then s.full_time_capacity * coalesce(g.capacity_share, 1) end)
            as full_time_1,
        max(case when s.weight_scheme = 'wmt_tier' then s.full_time_capacity * coalesce(g.capacity_share, 1) end)
            as full_time_2,
        max(case when s.weight_scheme = 'risk_4_2_1' then s.full_time_capacity * coalesce(g.capacity_share, 1) end)
            as full_time_3,
        max(case when s.weight_scheme = 'count' then s.full_time_capacity * coalesce(g.capacity_share, 1) end)
            as full_time_4
    from raw.staff_contracts as c
    inner join {{ ref('days') }} as d
        on d.day_on >= c.valid_from and d.day_on < coalesce(c.valid_to, date '9999-12-31')
    cross join policy.weight_schemes as s
    left join policy.capacity_grades as g
        on
            s.weight_scheme = g.weight_scheme
            and c.grade = g.grade
            and d.day_on >= g.valid_from
            and d.day_on < coalesce(g.valid_to, date '9999-12-31')
    group by all
)

select
    g.officer_id,
    g.office_id,
    g.service_line,
    g.day_on,
    sum(g.full_time_1 * g.fte * (1 - coalesce(r.reduced_share, 0))) as capacity_1,
    sum(g.full_time_2 * g.fte * (1 - coalesce(r.reduced_share, 0))) as capacity_2,
    sum(g.full_time_3 * g.fte * (1 - coalesce(r.reduced_share, 0))) as capacity_3,
    sum(g.full_time_4 * g.fte * (1 - coalesce(r.reduced_share, 0))) as capacity_4
from graded as g
left join reduced as r on g.officer_id = r.officer_id and g.day_on = r.day_on
group by all
