{# The service line of work and of contracts that name no other: that of nearly all of them. #}
{% macro usual_line() -%} 'offender_supervision' {%- endmacro %}
