-- One row per day, officer, office and task type on which the tasks that weigh on an officer change.
{% set tasks = weighing_columns(['tasks']) %}
{% set parts = weighing_columns(['work_parts']) %}
with changes as (
    select
        w.officer_key,
        w.office_key,
        w.work_type_key,
        {% for stem, amount in (('work_parts', 'w.weight_parts'), ('tasks', 'cast(1 as double)')) %}
            {% for key in weighing_keys() %}
                case when w.weighing_key = {{ key }} then {{ signed(amount) }} else 0 end
                    as {{ stem }}_{{ key }},
            {% endfor %}
        {% endfor %}
        case when s.sign = 1 then w.valid_from else w.valid_to end as day_on
    from {{ ref('int_task_windows') }} as w
    cross join {{ beginning_and_end() }} as s
)

select
    day_on,
    officer_key,
    office_key,
    work_type_key,
    {{ sums_of(tasks + parts) }}
from changes
group by day_on, officer_key, office_key, work_type_key
