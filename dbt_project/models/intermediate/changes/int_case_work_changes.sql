-- One row per day, officer, office and supervision type on which the mandates an officer carries change.
{% set parts = weighing_columns(['work_parts']) %}
with carried as (
    select
        c.valid_from,
        c.valid_to,
        c.officer_key,
        c.office_key,
        {% for column in parts %}
            {{ share_of('u.' ~ column, 'c.share_parts') }} as {{ column }},
        {% endfor %}
        c.work_type_key
    from {{ ref('int_carried_segments') }} as c
    inner join {{ ref('int_cell_parts') }} as u on c.cell_key = u.cell_key
),

changes as (
    select
        w.officer_key,
        w.office_key,
        w.work_type_key,
        {% for column in parts %}
            {{ signed('w.' ~ column) }} as {{ column }},
        {% endfor %}
        s.sign as cases,
        case when s.sign = 1 then w.valid_from else w.valid_to end as day_on
    from carried as w
    cross join {{ beginning_and_end() }} as s
)

select
    day_on,
    officer_key,
    office_key,
    work_type_key,
    sum(cases) as cases,
    {{ sums_of(parts) }}
from changes
group by day_on, officer_key, office_key, work_type_key
