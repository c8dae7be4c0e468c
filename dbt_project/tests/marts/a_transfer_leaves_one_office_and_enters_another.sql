select
    supervision_type,
    month_start_on,
    sum(transferred_in_cases) as transferred_in_cases,
    sum(transferred_out_cases) as transferred_out_cases
from {{ ref('fct_area_clearance_months') }}
where area_kind = 'office' and supervision_type <> ''
group by supervision_type, month_start_on
having sum(transferred_in_cases) <> sum(transferred_out_cases)
