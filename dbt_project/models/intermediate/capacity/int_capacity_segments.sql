-- One row per officer, office and period in which the officer's capacity there does not change.
-- depends_on: {{ ref('int_capacity_grain') }}
with shares as (
    -- a grade without a row gives its full share; About the data lists it as a finding
    select
        s.*,
        w.scheme_key,
        cast(w.full_time_capacity * coalesce(g.capacity_share, 1) as decimal(24, 12)) as full_time_units
    from {{ ref('int_contract_segments') }} as s
    cross join {{ ref('int_weight_schemes') }} as w
    left join {{ ref('capacity_grades') }} as g
        on
            w.weight_scheme = g.weight_scheme
            and s.grade = g.grade
            and s.valid_from >= g.valid_from
            and s.valid_from < {{ open_end('g.valid_to') }}
)

select
    officer_key,
    office_key,
    service_line,
    grade,
    valid_from,
    valid_to,
    -- rounded here, not in a sum: what a segment brings, its end takes back to the last place
    {% for key in scheme_keys() %}
        {% set full_time = 'max(case when scheme_key = ' ~ key ~ ' then full_time_units end)' %}
        {{ capacity_parts_of('cast(' ~ full_time ~ ' as double) * cast(available_fte as double)') }}
            as capacity_parts_{{ key }},
    {% endfor %}
    {{ parts_of('contract_fte') }} as contract_fte_parts,
    {{ parts_of('available_fte') }} as available_fte_parts
from shares
group by officer_key, office_key, service_line, grade, valid_from, valid_to, contract_fte, available_fte
