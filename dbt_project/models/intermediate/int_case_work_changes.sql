-- One row per day, officer, office and supervision type on which the mandates an officer carries change.
{% set units = scheme_columns(['units']) %}
with carried as (
    select
        c.valid_from,
        c.valid_to,
        c.officer_key,
        c.office_key,
        {% for column in units %}
            case
                -- nearly every case is carried by one officer alone: spares the long multiplication
                when c.share = 1 then u.{{ column }}
                else cast(u.{{ column }} * c.share as decimal(18, 10))
            end as {{ column }},
        {% endfor %}
        c.work_type_key
    from {{ ref('int_carried_segments') }} as c
    inner join {{ ref('int_cell_units') }} as u on c.cell_key = u.cell_key
),

changes as (
    select
        w.officer_key,
        w.office_key,
        w.work_type_key,
        {% for column in units %}
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
    cast(sum(cases) as bigint) as cases,
    {{ exact_sums(units) }}
from changes
group by day_on, officer_key, office_key, work_type_key
