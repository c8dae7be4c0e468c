-- One row per figure and part that tells how this version differs from another.
with rejected as (
    select
        entity,
        count(*) as rows_rejected
    from {{ ref('stg_quarantine') }}
    group by entity
),

entities as (
    select
        d.entity,
        d.rows as rows_loaded,
        coalesce(r.rows_rejected, 0) as rows_rejected
    from {{ ref('stg_delivered_entities') }} as d
    left join rejected as r on d.entity = r.entity
    where d.is_delivered
),

open_now as (
    select
        s.case_key,
        s.work_type_key,
        s.is_carried,
        w.has_weight_row
    from {{ ref('int_case_segments') }} as s
    inner join {{ ref('int_horizon') }} as h on s.valid_from <= h.as_of and s.valid_to > h.as_of
    inner join {{ ref('weight_schemes') }} as d on d.is_default
    inner join {{ ref('int_cell_weights') }} as w
        on s.cell_key = w.cell_key and d.weight_scheme = w.weight_scheme and not w.is_now
),

cases_now as (
    select
        count(*) as open_cases,
        count(case when not is_carried then 1 end) as cases_without_officer,
        count(distinct case when not has_weight_row then work_type_key end) as kinds_without_weight
    from open_now
),

figures as (
    select
        'rows' as figure,
        entity as part,
        'rows' as unit,
        rows_loaded as amount,
        rows_loaded as counted
    from entities
    union all
    select
        'quarantine_pct' as figure,
        entity as part,
        'percent' as unit,
        100.0 * rows_rejected / (rows_loaded + rows_rejected) as amount,
        rows_loaded + rows_rejected as counted
    from entities
    where rows_loaded + rows_rejected > 0
    union all
    select
        'open_cases' as figure,
        'all' as part,
        'cases' as unit,
        open_cases as amount,
        open_cases as counted
    from cases_now
    union all
    select
        'cases_without_officer_pct' as figure,
        'all' as part,
        'percent' as unit,
        100.0 * cases_without_officer / open_cases as amount,
        open_cases as counted
    from cases_now
    where open_cases > 0
    union all
    select
        'kinds_without_weight' as figure,
        'all' as part,
        'kinds' as unit,
        kinds_without_weight as amount,
        open_cases as counted
    from cases_now
    union all
    select
        'as_of' as figure,
        source_system as part,
        'days' as unit,
        {{ days_between("date '1970-01-01'", 'as_of') }} as amount,
        deliveries as counted
    from {{ ref('stg_sources') }}
    union all
    select
        'sources' as figure,
        'all' as part,
        'sources' as unit,
        count(*) as amount,
        count(*) as counted
    from {{ ref('stg_sources') }}
)

select
    figure,
    part,
    unit,
    cast(amount as double) as amount,
    cast(counted as bigint) as counted
from figures
