-- One row per day, officer, office and work type on which the officer's work changes, and by how much.
with case_changes as (
    {% for day_on, sign in (('valid_from', ''), ('valid_to', '-')) %}
        select
            s.{{ day_on }} as day_on,
            s.officer_key,
            s.office_key,
            s.work_type_key,
            {% for column in scheme_columns(['tasks', 'tasks_now']) %}
                0 as {{ column }},
            {% endfor %}
            {% for column in scheme_columns(['units', 'units_now']) %}
                {{ sign }}case
                    -- nearly every case is carried by one officer alone: spares the long multiplication
                    when s.share = 1 then u.{{ column }}
                    else cast(u.{{ column }} * s.share as decimal(18, 10))
                end as {{ column }},
            {% endfor %}
            {{ sign }}1 as cases
        from {{ ref('int_carried_segments') }} as s
        inner join {{ ref('int_cell_units') }} as u on s.cell_key = u.cell_key
        {{ 'union all' if not loop.last }}
    {% endfor %}
),

task_changes as (
    {% for day_on, sign in (('valid_from', ''), ('valid_to', '-')) %}
        select
            {{ day_on }} as day_on,
            officer_key,
            office_key,
            work_type_key,
            {% for stem, is_now, amount in (
                ('tasks', 'not is_now', '1'), ('tasks_now', 'is_now', '1'),
                ('units', 'not is_now', 'weight_units'), ('units_now', 'is_now', 'weight_units')
            ) %}
                {% for key in scheme_keys() %}
                    case when scheme_key = {{ key }} and {{ is_now }} then {{ sign }}{{ amount }} else 0 end
                        as {{ stem }}_{{ key }},
                {% endfor %}
            {% endfor %}
            0 as cases
        from {{ ref('int_task_windows') }}
        {{ 'union all' if not loop.last }}
    {% endfor %}
),

changes as (
    select * from case_changes
    union all
    select * from task_changes
)

select
    day_on,
    officer_key,
    office_key,
    work_type_key,
    cast(sum(cases) as bigint) as cases,
    {% for column in scheme_columns(['tasks', 'tasks_now']) %}
        cast(sum({{ column }}) as bigint) as {{ column }},
    {% endfor %}
    {{ exact_sums(scheme_columns(['units', 'units_now'])) }}
from changes
group by day_on, officer_key, office_key, work_type_key
