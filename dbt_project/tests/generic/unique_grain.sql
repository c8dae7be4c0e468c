{# One row per combination of the columns; null counts as a value. #}
{% test unique_grain(model, columns) %}
    select
        {{ columns | join(',\n        ') }},
        count(*) as rows_with_this_key
    from {{ model }}
    group by {{ columns | join(', ') }}
    having count(*) > 1
{% endtest %}
