-- One row per officer, office, grade, scheme and period in which the officer has capacity there.
{% set segments, horizon = ref('int_capacity_segments'), ref('int_horizon') %}
{% for key in scheme_keys() %}
    select
        c.officer_key,
        c.office_key,
        c.grade,
        {{ key }} as scheme_key,
        c.valid_from,
        c.valid_to
    from {{ segments }} as c
    inner join {{ horizon }} as h on c.valid_from <= h.as_of
    where c.capacity_parts_{{ key }} > 0
    {{ 'union all' if not loop.last }}
{% endfor %}
