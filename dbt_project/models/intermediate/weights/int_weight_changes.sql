-- One row per weight scheme and day within the data on which rows of its weights begin or end.
with bounds as (
    {% for seed in ('case_weights', 'case_factors', 'task_weights') %}
        select
            weight_scheme,
            valid_from as changed_on
        from {{ ref(seed) }}
        union distinct
        select
            weight_scheme,
            valid_to as changed_on
        from {{ ref(seed) }}
        where valid_to is not null
        {{ 'union distinct' if not loop.last }}
    {% endfor %}
),

first_periods as (
    select min(first_day_on) as first_on
    from {{ ref('int_periods') }}
)

select distinct
    s.weight_scheme,
    s.scheme_key,
    s.factor_cap,
    b.changed_on
from bounds as b
inner join {{ ref('int_weight_schemes') }} as s on b.weight_scheme = s.weight_scheme
inner join {{ ref('int_horizon') }} as h on b.changed_on <= h.as_of
inner join first_periods as f on b.changed_on > f.first_on
