-- One row per officer, office and period in which work and capacity stay, of the time that spans are kept.
-- A period ends where the next one of the officer in the office begins.
-- depends_on: {{ ref('int_capacity_grain') }}
with kept as (
    select
        case
            when (select count(*) from {{ ref('int_cases_keyed') }}) > {{ cases_with_all_spans() }}
                then {{ months_later('day_after_on', '-' ~ months_of_spans()) }}
            else date '0001-01-01'
        end as kept_from
    from {{ ref('int_horizon') }}
)

select
    f.officer_id,
    o.office_id,
    greatest(b.valid_from, k.kept_from) as valid_from,
    {% for key in weighing_keys() %}
        {{ units_of('b.work_parts_' ~ key) }} as workload_units_{{ key }},
    {% endfor %}
    {% for key in scheme_keys() %}
        {{ capacity_units_of('b.capacity_parts_' ~ key) }} as capacity_units_{{ key }},
    {% endfor %}
    cast(b.cases as bigint) as active_cases
from {{ ref('int_officer_balances') }} as b
cross join kept as k
inner join {{ ref('int_officers') }} as f on b.officer_key = f.officer_key
inner join {{ ref('int_offices') }} as o on b.office_key = o.office_key
where b.valid_to > k.kept_from
-- in the order that pages ask for: of a large file only what belongs to the officer is read
order by f.officer_id, o.office_id, b.valid_from
