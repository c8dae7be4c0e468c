-- One row per weight scheme and day within the data on which rows of its weights begin or end.
{% set dates = ['valid_from', 'valid_to'] %}
with bounds as (
    {{ bounds_of(
        {'case_weights': dates, 'case_factors': dates, 'task_weights': dates}, 'changed_on', ['weight_scheme']
    ) }}
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
