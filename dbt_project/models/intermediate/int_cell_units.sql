-- One row per cell with its units under every scheme as columns: as valid then, and as valid now.
select
    {% for key in scheme_keys() %}
        max(case when scheme_key = {{ key }} and not is_now then weight_units end) as units_{{ key }},
        max(case when scheme_key = {{ key }} and is_now then weight_units end) as units_now_{{ key }},
    {% endfor %}
    cell_key
from {{ ref('int_cell_weights') }}
group by cell_key
