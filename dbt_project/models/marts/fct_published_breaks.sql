-- One row per published figure that jumps by more than half against the period before, to be checked.
with series as (
    select
        source,
        edition,
        measure,
        office_id,
        supervision_type,
        period_start_on,
        period_end_on,
        published_value,
        -- a month is compared with a month, a year with a year
        lag(published_value) over (
            partition by
                source, edition, measure, office_id, supervision_type,
                round({{ days_between('period_start_on', 'period_end_on') }} / 30.4375)
            order by period_start_on, period_end_on
        ) as previous_value
    from {{ ref('stg_published_figures') }}
)

select
    source,
    edition,
    measure,
    office_id,
    supervision_type,
    period_start_on,
    period_end_on,
    cast(previous_value as double) as previous_value,
    cast(published_value as double) as published_value,
    100 * (cast(published_value as double) - cast(previous_value as double)) / cast(previous_value as double)
        as change_pct
from series
where previous_value > 0 and abs(published_value - previous_value) > 0.5 * previous_value
