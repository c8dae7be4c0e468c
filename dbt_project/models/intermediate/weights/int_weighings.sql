-- One row per weighing: a scheme by the weights of each day, or by those of today where they changed since.
select
    scheme_key as weighing_key,
    weight_scheme,
    factor_cap,
    false as is_now
from {{ ref('int_weight_schemes') }}
union all
select
    now_key as weighing_key,
    weight_scheme,
    factor_cap,
    true as is_now
from {{ ref('int_weight_schemes') }}
where now_key <> scheme_key
