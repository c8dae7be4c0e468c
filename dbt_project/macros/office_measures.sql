{# The measures of int_office_changes: what the marts about offices and areas sum over days. #}
{% macro office_measures() %}
    {% set work = weighing_columns(['work_parts', 'waiting_parts', 'uncovered_parts']) %}
    {% set capacity = ['contract_fte_parts', 'available_fte_parts'] + scheme_columns(['capacity_parts']) %}
    {{ return(['active_cases'] + work + capacity) }}
{% endmacro %}
