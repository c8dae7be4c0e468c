-- One row: what this published file is, what it knows and up to which day.
with loads as (
    select
        coalesce(sum(rows_delivered), 0) as rows_delivered,
        coalesce(sum(rows_loaded), 0) as rows_loaded,
        coalesce(sum(rows_quarantined), 0) as rows_quarantined,
        coalesce(sum(rows_left_out), 0) as rows_left_out
    from {{ ref('stg_loads') }}
),

delivered as (
    select
        max(case when entity = 'offices' then is_delivered end) as has_offices,
        max(case when entity = 'cases' then is_delivered end) as has_cases,
        max(case when entity = 'case_assignments' then is_delivered end) as has_assignments,
        max(case when entity = 'staff_contracts' then is_delivered end) as has_contracts,
        max(case when entity = 'published_figures' then is_delivered end) as has_published_figures
    from {{ ref('stg_delivered_entities') }}
),

open_now as (
    select count(*) as open_cases
    from {{ ref('int_case_segments') }} as s
    cross join {{ ref('int_horizon') }} as h
    where s.valid_from <= h.as_of and s.valid_to > h.as_of
)

select
    b.build_id,
    b.version,
    b.source_systems,
    s.weight_scheme as default_weight_scheme,
    b.is_synthetic,
    b.is_as_of_stated,
    d.has_offices,
    d.has_cases,
    d.has_assignments,
    d.has_contracts,
    d.has_published_figures,
    b.as_of,
    p.covered_from as first_month_on,
    cast({{ horizon_weeks('quarter') }} as int) as quarter_weeks,
    cast({{ horizon_weeks('year') }} as int) as year_weeks,
    b.built_at,
    b.deliveries,
    o.open_cases,
    cast(l.rows_delivered as bigint) as rows_delivered,
    cast(l.rows_loaded as bigint) as rows_loaded,
    cast(l.rows_quarantined as bigint) as rows_quarantined,
    cast(l.rows_left_out as bigint) as rows_left_out
from {{ ref('stg_builds') }} as b
cross join loads as l
cross join delivered as d
cross join open_now as o
cross join {{ ref('int_coverage') }} as p
left join {{ ref('weight_schemes') }} as s on s.is_default
