-- One row per office, grade, weight scheme, threshold and month: how many people stand above it.
{% set keys = ['office_key', 'grade', 'scheme_key'] %}
with changes as (
    select
        a.office_key,
        a.grade,
        a.scheme_key,
        '' as measure,
        0 as threshold_rank,
        s.sign as officers,
        0 as over_then,
        0 as over_now,
        case when s.sign = 1 then a.valid_from else a.valid_to end as day_on
    from {{ ref('int_able_periods') }} as a
    cross join {{ beginning_and_end() }} as s
    union all
    select
        o.office_key,
        o.grade,
        o.scheme_key,
        o.measure,
        o.threshold_rank,
        0 as officers,
        {{ signed('o.over_then') }} as over_then,
        {{ signed('o.over_now') }} as over_now,
        case when s.sign = 1 then o.valid_from else o.valid_to end as day_on
    from {{ ref('int_people_above') }} as o
    cross join {{ beginning_and_end() }} as s
),

{{ period_averages(
    'changes', 'month', keys + ['measure', 'threshold_rank'], ['officers', 'over_then', 'over_now']
) }},

people_over as (
    select
        office_key,
        grade,
        scheme_key,
        measure,
        threshold_rank,
        period_start_on,
        over_then_day_sum,
        over_now_day_sum
    from period_sums
    where measure <> ''
),

figures as (
    select distinct
        scheme_key,
        figure_key
    from {{ ref('int_figure_ranks') }}
),

levels_of_months as (
    -- whoever has held a level for four weeks by one Sunday of the month is above its ranks in that month
    select
        a.officer_key,
        a.office_key,
        a.grade,
        a.scheme_key,
        r.figure_key,
        {{ first_day_of('month', 'r.sunday_on') }} as period_start_on,
        max(r.level) as level
    from {{ ref('int_person_runs') }} as r
    inner join figures as f on r.figure_key = f.figure_key
    inner join {{ ref('int_able_periods') }} as a
        on
            r.officer_key = a.officer_key
            and f.scheme_key = a.scheme_key
            and r.sunday_on >= a.valid_from
            and r.sunday_on < a.valid_to
    group by
        a.officer_key, a.office_key, a.grade, a.scheme_key, r.figure_key,
        {{ first_day_of('month', 'r.sunday_on') }}
),

runs as (
    select
        m.office_key,
        m.grade,
        m.scheme_key,
        r.measure,
        r.threshold_rank,
        m.period_start_on,
        sum(r.over_then) as officers_then,
        sum(r.over_now) as officers_now
    from levels_of_months as m
    inner join {{ ref('int_figure_ranks') }} as r
        on m.scheme_key = r.scheme_key and m.figure_key = r.figure_key and m.level >= r.threshold_rank
    group by m.office_key, m.grade, m.scheme_key, r.measure, r.threshold_rank, m.period_start_on
)

select
    o.office_id,
    p.grade,
    f.weight_scheme,
    f.threshold_set,
    f.measure,
    f.threshold,
    p.period_start_on as month_start_on,
    p.days,
    {{ mean_per_day('p.officers_day_sum') }} as officers_avg,
    {{ mean_per_day('coalesce(v.over_then_day_sum, 0)') }} as officers_over_avg,
    coalesce(n.officers, 0) as officers_with_capacity,
    cast(coalesce(r.officers_then, 0) as bigint) as officers_over_4_weeks,
    case when f.then_key <> f.now_key then {{ mean_per_day('coalesce(v.over_now_day_sum, 0)') }} end
        as officers_over_now_avg,
    case when f.then_key <> f.now_key then cast(coalesce(r.officers_now, 0) as bigint) end
        as officers_over_4_weeks_now
from period_sums as p
inner join {{ ref('int_threshold_figures') }} as f on p.scheme_key = f.scheme_key
inner join {{ ref('int_offices') }} as o on p.office_key = o.office_key
left join {{ ref('int_able_months') }} as n
    on
        p.office_key = n.office_key
        and p.grade = n.grade
        and p.scheme_key = n.scheme_key
        and p.period_start_on = n.period_start_on
left join people_over as v
    on
        p.office_key = v.office_key
        and p.grade = v.grade
        and p.scheme_key = v.scheme_key
        and f.measure = v.measure
        and f.threshold_rank = v.threshold_rank
        and p.period_start_on = v.period_start_on
left join runs as r
    on
        p.office_key = r.office_key
        and p.grade = r.grade
        and p.scheme_key = r.scheme_key
        and f.measure = r.measure
        and f.threshold_rank = r.threshold_rank
        and p.period_start_on = r.period_start_on
where p.measure = '' and p.officers_day_sum > 0
-- in the order that pages ask for: of a large file only what belongs to the office is read
order by o.office_id, f.weight_scheme, p.grade, p.period_start_on
