-- One row per officer, office and period up to as_of in which the officer's work and capacity there stay.
{% set measures = ['cases'] + weighing_columns(['work_parts']) + scheme_columns(['capacity_parts']) %}
select
    c.officer_key,
    c.office_key,
    c.day_on as valid_from,
    coalesce(lead(c.day_on) over by_day, h.day_after_on) as valid_to,
{% for measure in measures %}
    sum(c.{{ measure }}) over so_far as {{ measure }}{{ ',' if not loop.last }}
{% endfor %}
from {{ ref('int_officer_changes') }} as c
cross join {{ ref('int_horizon') }} as h
where c.day_on <= h.as_of
window
    by_day as (partition by c.officer_key, c.office_key order by c.day_on),
    so_far as (
        partition by c.officer_key, c.office_key order by c.day_on
        rows between unbounded preceding and current row
    )
