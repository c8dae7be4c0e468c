{{ config(materialized='view') }}
-- One row per change of weights and day whose rows count: its own, and the day before.
select
    weight_scheme,
    changed_on,
    factor_cap,
    changed_on as weighed_on
from {{ ref('int_weight_changes') }}
union all
select
    weight_scheme,
    changed_on,
    factor_cap,
    changed_on - 1 as weighed_on
from {{ ref('int_weight_changes') }}
