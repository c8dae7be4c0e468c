{#
  What belongs to a case counts in the office that the case has on the day: the latest transfer on or before it,
  else the first office. Put behind `from rows as r`; then `c.supervision_type` and `office_then()` are known.
#}
{% macro with_case_on(day_on) -%}
inner join {{ ref('stg_cases') }} as c on r.case_id = c.case_id
left join {{ ref('int_transfer_periods') }} as p
    on r.case_id = p.case_id and {{ day_on }} >= p.valid_from and {{ day_on }} < p.valid_to
{%- endmacro %}

{% macro office_then() -%} coalesce(p.office_id, c.office_id) {%- endmacro %}

{# How many rows of a group are so. #}
{% macro count_where(condition) -%} count(case when {{ condition }} then 1 end) {%- endmacro %}

{# Under so many answers nothing of a survey is published. A bound of the product, as in access/door.py. #}
{% macro fewest_answers() -%} 10 {%- endmacro %}
