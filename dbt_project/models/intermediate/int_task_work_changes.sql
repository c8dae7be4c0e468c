-- One row per day, officer, office and task type on which the tasks that weigh on an officer change.
{% set tasks = scheme_columns(['tasks', 'tasks_now']) %}
{% set units = scheme_columns(['units', 'units_now']) %}
with changes as (
    select
        w.officer_key,
        w.office_key,
        w.work_type_key,
        {% for stem, is_now, amount in (
            ('units', 'not w.is_now', 'w.weight_units'), ('units_now', 'w.is_now', 'w.weight_units'),
            ('tasks', 'not w.is_now', '1'), ('tasks_now', 'w.is_now', '1')
        ) %}
            {% for key in scheme_keys() %}
                case when w.scheme_key = {{ key }} and {{ is_now }} then {{ signed(amount) }} else 0 end
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
    {% for column in tasks %}
        cast(sum({{ column }}) as bigint) as {{ column }},
    {% endfor %}
    {{ exact_sums(units) }}
from changes
group by day_on, officer_key, office_key, work_type_key
