{# Whole days from one date to another. #}
{% macro days_between(from_on, to_on) -%}
    cast(({{ to_on }}) - ({{ from_on }}) as bigint)
{%- endmacro %}

{# The same day some calendar months later; the month's last day where that day does not exist. #}
{% macro months_later(date_on, months) -%}
    cast({{ dbt.dateadd('month', months, date_on) }} as date)
{%- endmacro %}

{#
  The first day of the month or ISO week (its Monday) of a date. By days and not by date_trunc, which makes a
  time of it: that takes two to six times as long.
#}
{% macro first_day_of(grain, date_on) -%}
    {%- set part = {'month': 'day', 'week': 'isodow'}[grain] -%}
    (({{ date_on }}) - cast(extract({{ part }} from {{ date_on }}) - 1 as int))
{%- endmacro %}

{# An open end is a day later than every other. #}
{% macro open_end(valid_to) -%}
    coalesce({{ valid_to }}, date '9999-12-31')
{%- endmacro %}

{# The number of the calendar month of a date, so that two of them are so many months apart. #}
{% macro month_number(date_on) -%}
    (12 * extract(year from {{ date_on }}) + extract(month from {{ date_on }}))
{%- endmacro %}
