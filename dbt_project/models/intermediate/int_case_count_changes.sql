-- One row per day, office and type on which the cases in a state, or the units nobody carries, change.
{% set counts = ['open_cases', 'active_cases', 'waiting_cases', 'uncovered_cases'] %}
{% set stems = ['waiting_units', 'uncovered_units', 'waiting_units_now', 'uncovered_units_now'] %}
with changes as (
    {% for day_on, sign in (('valid_from', ''), ('valid_to', '-')) %}
        select
            s.{{ day_on }} as day_on,
            s.office_key,
            s.work_type_key,
            {% for column in scheme_columns(['units', 'units_now']) %}
                case when s.is_waiting then {{ sign }}u.{{ column }} else 0 end as waiting_{{ column }},
                case when not s.is_carried and not s.is_waiting then {{ sign }}u.{{ column }} else 0 end
                    as uncovered_{{ column }},
            {% endfor %}
            {{ sign }}1 as open_cases,
            case when s.is_carried then {{ sign }}1 else 0 end as active_cases,
            case when s.is_waiting then {{ sign }}1 else 0 end as waiting_cases,
            case when not s.is_carried and not s.is_waiting then {{ sign }}1 else 0 end as uncovered_cases
        from {{ ref('int_case_segments') }} as s
        inner join {{ ref('int_cell_units') }} as u on s.cell_key = u.cell_key
        {{ 'union all' if not loop.last }}
    {% endfor %}
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
