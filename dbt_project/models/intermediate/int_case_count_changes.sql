-- One row per day, office and type on which the cases in a state, or the units nobody carries, change.
{% set counts = ['open_cases', 'active_cases', 'waiting_cases', 'uncovered_cases'] %}
{% set stems = ['waiting_units', 'uncovered_units', 'waiting_units_now', 'uncovered_units_now'] %}
with cases as (
    select
        valid_from,
        valid_to,
        office_key,
        work_type_key,
        {% for column in scheme_columns(stems) %}
            0 as {{ column }},
        {% endfor %}
        1 as open_cases,
        case when is_carried then 1 else 0 end as active_cases,
        case when is_waiting then 1 else 0 end as waiting_cases,
        case when not is_carried and not is_waiting then 1 else 0 end as uncovered_cases
    from {{ ref('int_case_states') }}
),

demand as (
    -- only what nobody carries is demand of the office itself: few rows, so only these are weighed
    select
        s.valid_from,
        s.valid_to,
        s.office_key,
        s.work_type_key,
        {% for stem, state in (
            ('waiting', 's.is_waiting'), ('uncovered', 'not s.is_waiting')
        ) %}
            {% for key in scheme_keys() %}
                case when {{ state }} then u.units_{{ key }} else 0 end as {{ stem }}_units_{{ key }},
            {% endfor %}
        {% endfor %}
        {% for stem, state in (
            ('waiting', 's.is_waiting'), ('uncovered', 'not s.is_waiting')
        ) %}
            {% for key in scheme_keys() %}
                case when {{ state }} then u.units_now_{{ key }} else 0 end as {{ stem }}_units_now_{{ key }},
            {% endfor %}
        {% endfor %}
        0 as open_cases,
        0 as active_cases,
        0 as waiting_cases,
        0 as uncovered_cases
    from {{ ref('int_case_segments') }} as s
    inner join {{ ref('int_cell_units') }} as u on s.cell_key = u.cell_key
    where not s.is_carried
),

states as (
    select * from cases
    union all
    select * from demand
),

changes as (
    select
        w.office_key,
        w.work_type_key,
        {% for column in scheme_columns(stems) + counts %}
            {{ signed('w.' ~ column) }} as {{ column }},
        {% endfor %}
        case when s.sign = 1 then w.valid_from else w.valid_to end as day_on
    from states as w
    cross join {{ beginning_and_end() }} as s
)

select
    day_on,
    office_key,
    work_type_key,
    {% for column in counts %}
        cast(sum({{ column }}) as bigint) as {{ column }},
    {% endfor %}
    {{ exact_sums(scheme_columns(stems)) }}
from changes
group by day_on, office_key, work_type_key
