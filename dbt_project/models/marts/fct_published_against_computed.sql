-- One row per published figure: what was published beside what the case data give for the same period.
{% set is_within = 'c.day_on >= f.period_start_on and c.day_on < f.period_end_on' %}
with figures as (
    select
        *,
        -- a stock is taken at the end of the period's last day; a period without days is that day itself
        greatest(period_start_on, period_end_on - 1) as last_day_on
    from {{ ref('stg_published_figures') }}
),

comparable as (
    select f.*
    from figures as f
    cross join {{ ref('int_coverage') }} as v
    cross join {{ ref('int_horizon') }} as h
    where
        f.measure in ('new_cases', 'ended_cases', 'open_cases', 'active_cases', 'waiting_cases')
        and f.period_start_on >= v.covered_from
        and f.last_day_on <= h.as_of
        and exists (select * from {{ ref('int_cases_keyed') }})
),

flows as (
    select
        c.day_on,
        o.office_id,
        t.work_type as supervision_type,
        c.received_cases,
        c.ended_cases,
        c.open_cases,
        c.active_cases,
        c.waiting_cases
    from {{ ref('int_case_flow_changes') }} as c
    inner join {{ ref('int_offices') }} as o on c.office_key = o.office_key
    inner join {{ ref('int_work_types') }} as t on c.work_type_key = t.work_type_key
),

computed as (
    select
        f.source,
        f.edition,
        f.period_start_on,
        f.period_end_on,
        f.measure,
        f.office_id,
        f.supervision_type,
        coalesce(sum(
            case
                when f.measure = 'new_cases' and {{ is_within }} then c.received_cases
                when f.measure = 'ended_cases' and {{ is_within }} then c.ended_cases
                when f.measure = 'open_cases' then c.open_cases
                when f.measure = 'active_cases' then c.active_cases
                when f.measure = 'waiting_cases' then c.waiting_cases
                else 0
            end
        ), 0) as computed_value
    from comparable as f
    -- a place or type without any case counts 0
    left join flows as c
        on
            f.last_day_on >= c.day_on
            and (f.office_id = '' or f.office_id = c.office_id)
            and (f.supervision_type = '' or f.supervision_type = c.supervision_type)
    group by
        f.source, f.edition, f.period_start_on, f.period_end_on, f.measure, f.office_id, f.supervision_type
)

select
    f.source,
    f.edition,
    f.measure,
    f.office_id,
    f.supervision_type,
    f.unit,
    f.note,
    f.edition_order = max(f.edition_order) over (
        partition by f.measure, f.office_id, f.supervision_type, f.period_start_on, f.period_end_on
    ) as is_latest_edition,
    f.period_start_on,
    f.period_end_on,
    cast(f.published_value as double) as published_value,
    cast(c.computed_value as double) as computed_value,
    cast(c.computed_value as double) - cast(f.published_value as double) as difference,
    100 * (cast(c.computed_value as double) - cast(f.published_value as double))
    / nullif(cast(f.published_value as double), 0) as difference_pct
from figures as f
left join computed as c
    on
        f.source = c.source
        and f.edition = c.edition
        and f.period_start_on = c.period_start_on
        and f.period_end_on = c.period_end_on
        and f.measure = c.measure
        and f.office_id = c.office_id
        and f.supervision_type = c.supervision_type
