-- One row per edition, measure, office and month: what each publication said, earlier ones unchanged.
with editions as (
    select coalesce(max(edition), 0) + 1 as edition
    from {{ ref('stg_figures_as_known') }}
),

flow as (
    select
        area_id as office_id,
        month_start_on,
        sum(received_cases) as received_cases,
        sum(ended_cases) as ended_cases,
        sum(open_cases_end) as open_cases_end,
        sum(waiting_cases_end) as waiting_cases_end
    from {{ ref('fct_area_clearance_months') }}
    where area_kind = 'office' and supervision_type <> ''
    group by area_id, month_start_on
),

head_figures as (
    {% for measure in ('received_cases', 'ended_cases', 'open_cases_end', 'waiting_cases_end') %}
        select
            '{{ measure }}' as measure,
            office_id,
            month_start_on,
            cast({{ measure }} as double) as figure
        from flow
        union all
    {% endfor %}
    {% for measure in ('workload_units_avg', 'capacity_units_avg', 'workload_pct') %}
        select
            '{{ measure }}' as measure,
            m.office_id,
            m.period_start_on as month_start_on,
            m.{{ measure }} as figure
        from {{ ref('fct_office_periods') }} as m
        inner join {{ ref('weight_schemes') }} as s on m.weight_scheme = s.weight_scheme and s.is_default
        where m.grain = 'month'
        {{ 'union all' if not loop.last }}
    {% endfor %}
)

select
    k.edition,
    k.build_id,
    k.known_on,
    k.measure,
    k.office_id,
    k.month_start_on,
    k.figure
from {{ ref('stg_figures_as_known') }} as k
union all
select
    e.edition,
    b.build_id,
    cast(b.built_at as date) as known_on,
    f.measure,
    f.office_id,
    f.month_start_on,
    f.figure
from head_figures as f
cross join editions as e
cross join {{ ref('stg_builds') }} as b
