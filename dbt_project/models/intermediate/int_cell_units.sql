-- One row per cell with its units under every scheme as columns, by the weights valid in its own days.
select
    {% for key in scheme_keys() %}
        max(case when scheme_key = {{ key }} then weight_units end) as units_{{ key }},
    {% endfor %}
    cell_key
from {{ ref('int_cell_weights') }}
where not is_now
group by cell_key
