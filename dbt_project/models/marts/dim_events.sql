-- One row per dated event that may explain a change: law, organisation, break in a series, new weights.
select
    driver as event,
    kind,
    affects,
    '' as weight_scheme,
    source,
    basis,
    happened_on
from {{ ref('drivers') }}
union all
select
    'weights_' || weight_scheme || '_' || cast(changed_on as string) as event,
    'weights' as kind,
    'all' as affects,
    weight_scheme,
    'rows of the policy that begin or end on this day' as source,
    'policy' as basis,
    changed_on as happened_on
from {{ ref('int_weight_changes') }}
