-- One row per area, part of it and office in the part: how offices add up. An empty part is the whole area.
with offices as (
    select
        office_id,
        -- the name in front: the database tells ids apart by how they begin
        coalesce(region, '') || ':region' as region_id
    from {{ ref('stg_offices') }}
),

size as (
    -- regions only where there are more offices than can be compared
    select count(*) > {{ offices_side_by_side() }} and count(distinct region_id) > 1 as has_regions
    from offices
)

select
    'service' as area_id,
    'service' as area_kind,
    '' as part_id,
    office_id
from offices
union all
select
    'service' as area_id,
    'service' as area_kind,
    case when s.has_regions then o.region_id else o.office_id end as part_id,
    o.office_id
from offices as o
cross join size as s
union all
select
    o.region_id as area_id,
    'region' as area_kind,
    '' as part_id,
    o.office_id
from offices as o
inner join size as s on s.has_regions
union all
select
    o.region_id as area_id,
    'region' as area_kind,
    o.office_id as part_id,
    o.office_id
from offices as o
inner join size as s on s.has_regions
union all
select
    office_id as area_id,
    'office' as area_kind,
    '' as part_id,
    office_id
from offices
