-- One row per weight scheme with its capacity, its source and what its weights rest on.
with bases as (
    select
        weight_scheme,
        avg(case when basis = 'assumed' then 1.0 else 0.0 end) as assumed_share,
        avg(case when basis = 'published' then 1.0 else 0.0 end) as published_share,
        avg(case when basis = 'measured' then 1.0 else 0.0 end) as measured_share,
        max(valid_from) as weights_valid_from
    from {{ ref('case_weights') }}
    group by weight_scheme
)

select
    s.weight_scheme,
    s.unit,
    s.source,
    s.is_default,
    k.now_key <> k.scheme_key as has_changed,
    b.weights_valid_from,
    cast(s.full_time_capacity as double) as full_time_capacity,
    cast(s.factor_cap as double) as factor_cap,
    cast(b.assumed_share as double) as assumed_share,
    cast(b.published_share as double) as published_share,
    cast(b.measured_share as double) as measured_share,
    row_number() over (order by case when s.is_default then 0 else 1 end, s.weight_scheme) as position
from {{ ref('weight_schemes') }} as s
inner join {{ ref('int_weight_schemes') }} as k on s.weight_scheme = k.weight_scheme
left join bases as b on s.weight_scheme = b.weight_scheme
