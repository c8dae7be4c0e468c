-- One row: to how many decimal places a unit of capacity is counted.
{% set finest = 11 %}
with offices as (
    -- more than any office ever has: all its contracts at once, whatever their dates
    select
        c.office_id,
        sum(c.fte) as fte
    from {{ ref('stg_staff_contracts') }} as c
    group by c.office_id
),

largest as (
    select
        (select coalesce(max(fte), 0) from offices)
        * (select coalesce(max(full_time_capacity), 0) from {{ ref('int_weight_schemes') }})
        * (select greatest(coalesce(max(capacity_share), 1), 1) from {{ ref('capacity_grades') }}) as units
)

select
    -- whole numbers below 2^53 add up exactly
    cast(
        greatest(
            9, least({{ finest }}, floor(log10(9007199254740992.0 / greatest(cast(units as double), 1.0))))
        ) as int
    ) as digits
from largest
