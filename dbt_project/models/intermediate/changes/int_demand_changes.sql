-- One row per day, office and supervision type on which the weight of open cases that nobody carries changes.
{% set stems = ['waiting_parts', 'uncovered_parts'] %}
with changes as (
    select
        c.office_key,
        c.work_type_key,
        {% for stem, state in (('waiting_parts', 'c.is_waiting'), ('uncovered_parts', 'not c.is_waiting')) %}
            {% for key in weighing_keys() %}
                case when {{ state }} then {{ signed('u.work_parts_' ~ key) }} else 0 end
                    as {{ stem }}_{{ key }},
            {% endfor %}
        {% endfor %}
        case when s.sign = 1 then c.valid_from else c.valid_to end as day_on
    from {{ ref('int_case_segments') }} as c
    inner join {{ ref('int_cell_parts') }} as u on c.cell_key = u.cell_key
    cross join {{ beginning_and_end() }} as s
    where not c.is_carried
)

select
    day_on,
    office_key,
    work_type_key,
    {{ sums_of(weighing_columns(stems)) }}
from changes
group by day_on, office_key, work_type_key
