{# Whole days from one date to another. #}
{% macro days_between(from_on, to_on) -%}
    cast({{ dbt.datediff(from_on, to_on, 'day') }} as bigint)
{%- endmacro %}

{# The same day some calendar months later; the month's last day where that day does not exist. #}
{% macro months_later(date_on, months) -%}
    cast({{ dbt.dateadd('month', months, date_on) }} as date)
{%- endmacro %}

{# The first day of the month or ISO week (its Monday) of a date. #}
{% macro first_day_of(grain, date_on) -%}
    cast({{ dbt.date_trunc(grain, date_on) }} as date)
{%- endmacro %}

{# An open end is a day later than every other. #}
{% macro open_end(valid_to) -%}
    coalesce({{ valid_to }}, date '9999-12-31')
{%- endmacro %}
