{# The time windows that end with the days of the data: name, first day, day after the last. #}
{% macro time_windows() %}
    {% set days = days_of_four_weeks() | int %}
    {% set month_start_on = first_day_of('month', 'as_of') %}
    {{ return([
        ('today', 'as_of', 'day_after_on'),
        ('four_weeks', 'day_after_on - ' ~ days, 'day_after_on'),
        ('four_weeks_before', 'day_after_on - ' ~ 2 * days, 'day_after_on - ' ~ days),
        ('four_weeks_year_ago', 'day_after_on - ' ~ (364 + days), 'day_after_on - 364'),
        ('month', month_start_on, 'day_after_on'),
        ('month_before', months_later(month_start_on, '-1'), month_start_on)
    ]) }}
{% endmacro %}
