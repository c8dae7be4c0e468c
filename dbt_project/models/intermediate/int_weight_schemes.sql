-- One row per weight scheme, numbered so that schemes can stay columns until the last step.
select
    weight_scheme,
    row_number() over (order by weight_scheme) as scheme_key,
    full_time_capacity,
    factor_cap
from {{ ref('weight_schemes') }}
