-- One row per cell with what a case in it weighs under every weighing, as columns.
select
    {% for key in weighing_keys() %}
        max(
            case when weighing_key = {{ key }} then {{ parts_of('weight_units') }} end
        ) as work_parts_{{ key }},
    {% endfor %}
    cell_key
from {{ ref('int_cell_weights') }}
group by cell_key
