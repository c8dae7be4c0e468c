{# How many offices a page shows side by side; a service with more has regions between it and its offices. #}
{% macro offices_side_by_side() -%}
    {{ env_var('MAATWERK_OFFICES_SIDE_BY_SIDE', '40') }}
{%- endmacro %}

{#
  A mart about offices added up by area: the whole service, its regions, its offices (int_areas).

  mart    a mart with an office_id
  keys    the other columns of its grain
  sums    the columns to add up; `firsts` and `lasts` are taken at their least and at their most
  parts   whether each area above the office also shows its parts
  more    expressions of the sums, such as a percentage
#}
{% macro by_area(mart, keys, sums, parts=false, firsts=[], lasts=[], more=[], only='') -%}
select
    a.area_id,
    {% if parts %}a.part_id,
    {% endif -%}
    {% for key in keys %}m.{{ key }},
    {% endfor -%}
    {% for column in firsts %}min(m.{{ column }}) as {{ column }},
    {% endfor -%}
    {% for column in lasts %}max(m.{{ column }}) as {{ column }},
    {% endfor -%}
    {% for column in sums %}sum(m.{{ column }}) as {{ column }}
        {{- ',' if more or not loop.last }}
    {% endfor -%}
    {{ more | join(',\n    ') }}
from {{ mart }} as m
inner join {{ ref('int_areas') }} as a on m.office_id = a.office_id
{% if not parts %}where a.part_id = ''
{% endif -%}
{% if only %}{{ 'and' if not parts else 'where' }} {{ only }}
{% endif -%}
group by a.area_id, {{ 'a.part_id, ' if parts }}m.{{ keys | join(', m.') }}
-- in the order that pages ask for: of a large file only what belongs to the area is read
order by a.area_id, {{ 'a.part_id, ' if parts }}m.{{ keys | join(', m.') }}
{%- endmacro %}

{# Counts of cases or people added up stay whole numbers. #}
{% macro counts_by_area(columns) -%}
    {% for column in columns %}
        {{- 'cast(sum(m.' ~ column ~ ') as bigint) as ' ~ column }}{{ ',\n    ' if not loop.last }}
    {%- endfor %}
{%- endmacro %}
