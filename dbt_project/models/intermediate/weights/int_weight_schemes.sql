-- One row per weight scheme with the numbers of its columns: of capacity, of work then and of work now.
with dated_weights as (
    {% for seed in ('case_weights', 'case_factors', 'task_weights') %}
        select
            weight_scheme,
            valid_from,
            valid_to
        from {{ ref(seed) }}
        {{ 'union all' if not loop.last }}
    {% endfor %}
),

first_case as (
    select min(opened_on) as first_on
    from {{ ref('stg_cases') }}
),

first_task as (
    select min(least(requested_on, assigned_on, delivered_on)) as first_on
    from {{ ref('stg_tasks') }}
),

first_work as (
    select
        b.as_of,
        least(b.as_of, c.first_on, t.first_on) as first_on
    from {{ ref('stg_builds') }} as b
    cross join first_case as c
    cross join first_task as t
),

changed as (
    -- weights of today give the same where no row of the scheme begins or ends within the days of the data
    select distinct w.weight_scheme
    from dated_weights as w
    cross join first_work as f
    where
        (w.valid_from > f.first_on and w.valid_from <= f.as_of)
        or (w.valid_to > f.first_on and w.valid_to <= f.as_of)
),

numbered as (
    select
        w.weight_scheme,
        cast(row_number() over (order by w.weight_scheme) as int) as scheme_key,
        w.full_time_capacity,
        w.factor_cap,
        c.weight_scheme is not null as has_changed,
        count(*) over () as schemes
    from {{ ref('weight_schemes') }} as w
    left join changed as c on w.weight_scheme = c.weight_scheme
)

select
    weight_scheme,
    scheme_key,
    case
        when has_changed
            then cast(schemes + row_number() over (partition by has_changed order by scheme_key) as int)
        else scheme_key
    end as now_key,
    full_time_capacity,
    factor_cap
from numbered
