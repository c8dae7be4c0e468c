-- One row per figure and part in which this version differs from the one it replaces, or is held to a bound.
with both_versions as (
    select
        coalesce(n.figure, b.figure) as figure,
        coalesce(n.part, b.part) as part,
        coalesce(n.unit, b.unit) as unit,
        b.amount as amount_before,
        n.amount as amount_now,
        coalesce(b.counted, 0) as counted
    from {{ ref('fct_version_figures') }} as n
    full outer join {{ ref('stg_figures_before') }} as b on n.figure = b.figure and n.part = b.part
),

before_now as (
    -- what is not delivered has no rows; other figures have no value then
    select
        figure,
        part,
        unit,
        case when figure = 'rows' then coalesce(amount_before, 0) else amount_before end as amount_before,
        case when figure = 'rows' then coalesce(amount_now, 0) else amount_now end as amount_now,
        counted
    from both_versions
),

known_before as (
    select
        k.measure,
        k.office_id,
        k.month_start_on,
        k.figure
    from {{ ref('stg_figures_as_known') }} as k
    inner join {{ ref('stg_version_before') }} as v
        on k.build_id = v.build_id and k.month_start_on < {{ first_day_of('month', 'v.as_of') }}
),

known_now as (
    select
        k.measure,
        k.office_id,
        k.month_start_on,
        k.figure
    from {{ ref('fct_figures_as_known') }} as k
    inner join {{ ref('stg_builds') }} as b on k.build_id = b.build_id
),

closed_months as (
    -- changed: by more than five percent, so that one late case in a large office is none
    select
        b.measure as part,
        count(*) as counted,
        count(case when abs(coalesce(n.figure, 0) - b.figure) > 0.05 * abs(b.figure) then 1 end) as changed
    from known_before as b
    left join known_now as n
        on b.measure = n.measure and b.office_id = n.office_id and b.month_start_on = n.month_start_on
    where b.figure is not null
    group by b.measure
),

figures as (
    select * from before_now
    union all
    select
        'closed_months_pct' as figure,
        part,
        'percent' as unit,
        0 as amount_before,
        cast(100.0 * changed / counted as double) as amount_now,
        counted
    from closed_months
),

bounds as (
    select
        f.figure,
        f.part,
        b.direction,
        b.bound,
        b.unit as bound_unit,
        b.least,
        row_number() over (
            partition by f.figure, f.part, b.direction order by case when b.part = 'all' then 1 else 0 end
        ) as place
    from figures as f
    inner join {{ ref('version_bounds') }} as b on f.figure = b.figure and b.part in (f.part, 'all')
),

moves as (
    select
        f.*,
        f.amount_now - f.amount_before as change,
        100 * (f.amount_now - f.amount_before) / nullif(f.amount_before, 0) as change_pct,
        o.direction,
        o.bound,
        o.bound_unit,
        o.least
    from figures as f
    left join bounds as o
        on
            f.figure = o.figure
            and f.part = o.part
            and o.place = 1
            and o.direction = case when f.amount_now < f.amount_before then 'fall' else 'rise' end
),

judged as (
    select
        *,
        coalesce(
            counted >= least
            and abs(case when bound_unit = 'percent' then change_pct else change end) > bound,
            false
        ) as is_beyond
    from moves
)

select
    j.figure,
    j.part,
    j.unit,
    coalesce(j.direction, '') as direction,
    coalesce(j.bound_unit, '') as bound_unit,
    v.file as version_before,
    j.is_beyond,
    j.is_beyond and v.is_accepted as is_accepted,
    cast(j.amount_before as double) as amount_before,
    cast(j.amount_now as double) as amount_now,
    cast(j.change as double) as change,
    cast(j.change_pct as double) as change_pct,
    cast(j.bound as double) as bound,
    cast(j.counted as bigint) as counted
from judged as j
cross join {{ ref('stg_version_before') }} as v
where j.amount_before is distinct from j.amount_now
