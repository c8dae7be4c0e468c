-- One row per area: the whole service, its regions where it has too many offices to compare, its offices.
with areas as (
    select distinct
        area_id,
        area_kind
    from {{ ref('int_areas') }}
),

parents as (
    select distinct
        part_id as area_id,
        area_id as parent_id
    from {{ ref('int_areas') }}
    where part_id <> ''
),

named as (
    select
        a.area_id,
        a.area_kind,
        case
            when a.area_kind = 'region' then substring(a.area_id, 1, length(a.area_id) - length(':region'))
            else coalesce(o.office_name, '')
        end as area_name,
        case a.area_kind when 'service' then 1 when 'region' then 2 else 3 end as level,
        coalesce(o.position, 0) as office_position
    from areas as a
    left join {{ ref('dim_offices') }} as o on a.area_id = o.office_id and a.area_kind = 'office'
)

select
    n.area_id,
    n.area_kind,
    coalesce(p.parent_id, '') as parent_id,
    n.area_name,
    row_number() over (order by n.level, n.office_position, n.area_name, n.area_id) as position
from named as n
left join parents as p on n.area_id = p.area_id and (n.area_kind = 'office' or p.parent_id = 'service')
