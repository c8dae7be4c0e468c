-- One row per day, officer, office and work type on which the officer's work changes, and by how much.
{% set tasks = scheme_columns(['tasks', 'tasks_now']) %}
{% set units = scheme_columns(['units', 'units_now']) %}
with carried as (
    select
        s.valid_from,
        s.valid_to,
        s.officer_key,
        s.office_key,
        s.work_type_key,
        {% for column in units %}
            case
                -- nearly every case is carried by one officer alone: spares the long multiplication
                when s.share = 1 then u.{{ column }}
                else cast(u.{{ column }} * s.share as decimal(18, 10))
            end as {{ column }},
        {% endfor %}
        {% for column in tasks %}
            0 as {{ column }},
        {% endfor %}
        1 as cases
    from {{ ref('int_carried_segments') }} as s
    inner join {{ ref('int_cell_units') }} as u on s.cell_key = u.cell_key
),

tasks as (
    select
        valid_from,
        valid_to,
        officer_key,
        office_key,
        work_type_key,
        {% for stem, is_now, amount in (
            ('units', 'not is_now', 'weight_units'), ('units_now', 'is_now', 'weight_units'),
            ('tasks', 'not is_now', '1'), ('tasks_now', 'is_now', '1')
        ) %}
            {% for key in scheme_keys() %}
                case when scheme_key = {{ key }} and {{ is_now }} then {{ amount }} else 0 end as {{ stem }}_{{ key }},
            {% endfor %}
        {% endfor %}
        0 as cases
    from {{ ref('int_task_windows') }}
),

work as (
    select * from carried
    union all
    select * from tasks
),

changes as (
    select
        w.officer_key,
        w.office_key,
        w.work_type_key,
        {% for column in units + tasks %}
            {{ signed('w.' ~ column) }} as {{ column }},
        {% endfor %}
        {{ signed('w.cases') }} as cases,
        case when s.sign = 1 then w.valid_from else w.valid_to end as day_on
    from work as w
    cross join {{ beginning_and_end() }} as s
)

select
    day_on,
    officer_key,
    office_key,
    work_type_key,
    cast(sum(cases) as bigint) as cases,
    {% for column in tasks %}
        cast(sum({{ column }}) as bigint) as {{ column }},
    {% endfor %}
    {{ exact_sums(units) }}
from changes
group by day_on, officer_key, office_key, work_type_key
