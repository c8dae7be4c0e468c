-- One row per office, grade, weight scheme, threshold and month: how many people stand above it.
{% set keys = ['office_key', 'grade', 'scheme_key'] %}
with segments as (
    select c.*
    from {{ ref('int_capacity_segments') }} as c
    inner join {{ ref('int_horizon') }} as h on c.valid_from <= h.as_of
),

able as (
    -- who has capacity where, by scheme
    {% for key in scheme_keys() %}
        select
            officer_key,
            office_key,
            grade,
            {{ key }} as scheme_key,
            valid_from,
            valid_to
        from segments
        where capacity_parts_{{ key }} > 0
        {{ 'union all' if not loop.last }}
    {% endfor %}
),

figures as (
    -- which figure of a person a threshold is held against: cases (0), work then, work now
    select
        s.scheme_key,
        t.threshold_set,
        t.measure,
        t.threshold,
        t.threshold_rank,
        case when t.measure = 'active_cases' then 0 else s.scheme_key end as then_key,
        case when t.measure = 'active_cases' then 0 else s.now_key end as now_key
    from {{ ref('int_weight_schemes') }} as s
    cross join {{ ref('int_thresholds') }} as t
),

ranks as (
    select distinct
        scheme_key,
        measure,
        threshold_rank,
        then_key,
        now_key
    from figures
),

over_periods as (
    select
        a.office_key,
        a.grade,
        a.scheme_key,
        r.measure,
        r.threshold_rank,
        case when p.figure_key = r.then_key then 1 else 0 end as over_then,
        case when p.figure_key = r.now_key then 1 else 0 end as over_now,
        greatest(a.valid_from, p.valid_from) as valid_from,
        least(a.valid_to, p.valid_to) as valid_to
    from {{ ref('int_person_levels') }} as p
    inner join able as a
        on p.officer_key = a.officer_key and p.valid_from < a.valid_to and p.valid_to > a.valid_from
    inner join ranks as r
        on
            a.scheme_key = r.scheme_key
            and p.level >= r.threshold_rank
            and p.figure_key in (r.then_key, r.now_key)
),

changes as (
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
    from able as a
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
    from over_periods as o
    cross join {{ beginning_and_end() }} as s
),

{{ period_averages(
    'changes', 'month', keys + ['measure', 'threshold_rank'], ['officers', 'over_then', 'over_now']
) }},

people as (
    -- among whom a run is looked for: capacity on a Sunday of the month, which ends a whole week
    select
        a.office_key,
        a.grade,
        a.scheme_key,
        p.period_start_on,
        count(distinct a.officer_key) as officers
    from able as a
    inner join periods as p
        on
            a.valid_from < p.period_end_on
            and a.valid_to > p.first_day_on
            and {{ first_day_of('week', 'greatest(a.valid_from, p.first_day_on)') }} + 6
            < least(a.valid_to, p.period_end_on)
    group by a.office_key, a.grade, a.scheme_key, p.period_start_on
),

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

runs as (
    select
        a.office_key,
        a.grade,
        a.scheme_key,
        r.measure,
        r.threshold_rank,
        {{ first_day_of('month', 'p.sunday_on') }} as period_start_on,
        count(distinct case when p.figure_key = r.then_key then p.officer_key end) as officers_then,
        count(distinct case when p.figure_key = r.now_key then p.officer_key end) as officers_now
    from {{ ref('int_person_runs') }} as p
    inner join able as a
        on p.officer_key = a.officer_key and p.sunday_on >= a.valid_from and p.sunday_on < a.valid_to
    inner join ranks as r
        on
            a.scheme_key = r.scheme_key
            and p.level >= r.threshold_rank
            and p.figure_key in (r.then_key, r.now_key)
    group by
        a.office_key, a.grade, a.scheme_key, r.measure, r.threshold_rank,
        {{ first_day_of('month', 'p.sunday_on') }}
)

select
    o.office_id,
    p.grade,
    s.weight_scheme,
    f.threshold_set,
    f.measure,
    f.threshold,
    p.period_start_on as month_start_on,
    p.days,
    {{ mean_per_day('p.officers_day_sum') }} as officers_avg,
    {{ mean_per_day('coalesce(v.over_then_day_sum, 0)') }} as officers_over_avg,
    coalesce(n.officers, 0) as officers_with_capacity,
    coalesce(r.officers_then, 0) as officers_over_4_weeks,
    case when f.then_key <> f.now_key then {{ mean_per_day('coalesce(v.over_now_day_sum, 0)') }} end
        as officers_over_now_avg,
    case when f.then_key <> f.now_key then coalesce(r.officers_now, 0) end as officers_over_4_weeks_now
from period_sums as p
inner join figures as f on p.scheme_key = f.scheme_key
inner join {{ ref('int_weight_schemes') }} as s on p.scheme_key = s.scheme_key
inner join {{ ref('int_offices') }} as o on p.office_key = o.office_key
left join people as n
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
order by o.office_id, s.weight_scheme, p.grade, p.period_start_on
