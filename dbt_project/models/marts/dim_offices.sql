-- One row per office, in the fixed order in which pages show it.
with delivered_by as (
    select distinct
        delivery,
        source_system
    from {{ ref('stg_loads') }}
)

select
    o.office_id,
    o.office_name,
    coalesce(o.region, '') as region,
    coalesce(o.predecessor_office_id, '') as predecessor_office_id,
    coalesce(d.source_system, '') as source_system,
    o.latitude,
    o.longitude,
    o.opened_on,
    o.closed_on,
    -- an office that no list names is known as far as the whole
    coalesce(s.as_of, h.as_of) as known_until_on,
    row_number() over (order by o.office_name, o.office_id) as position
from {{ ref('stg_offices') }} as o
cross join {{ ref('int_horizon') }} as h
left join delivered_by as d on o.delivery = d.delivery
left join {{ ref('stg_sources') }} as s on d.source_system = s.source_system
