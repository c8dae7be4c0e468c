-- One row per dated event that may explain a change: law, organisation, break in a series, new weights.
select
    driver as event,
    kind,
    label_en,
    label_nl,
    affects,
    '' as weight_scheme,
    source,
    basis,
    happened_on
from {{ ref('drivers') }}
union all
select
    'weights_' || c.weight_scheme || '_' || cast(c.changed_on as string) as event,
    'weights' as kind,
    'New weights: ' || s.label as label_en,
    'Nieuwe gewichten: ' || s.label_nl as label_nl,
    'all' as affects,
    c.weight_scheme,
    'rows of the policy that begin or end on this day' as source,
    'policy' as basis,
    c.changed_on as happened_on
from {{ ref('int_weight_changes') }} as c
inner join {{ ref('weight_schemes') }} as s on c.weight_scheme = s.weight_scheme
