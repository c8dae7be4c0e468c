-- One row per office, service line, weight scheme, finding and figure that a case with it bears on: by how
-- much the work could be less or more, were the finding resolved.
with figures as (
    -- in a year: the same cases as they stand on the last day that plans are followed to
    select
        'workload_pct_today' as figure,
        as_of as on_day
    from {{ ref('int_horizon') }}
    union all
    select
        'workload_pct_in_52_weeks' as figure,
        horizon_on - 1 as on_day
    from {{ ref('int_horizon') }}
),

to_close as (
    select record_id as case_id
    from {{ ref('int_case_findings') }}
    where finding = 'to_close'
),

concerned as (
    select
        d.figure,
        f.finding,
        s.office_key,
        s.work_type_key,
        s.cell_key,
        s.share_parts
    from figures as d
    inner join {{ ref('int_case_segments') }} as s on d.on_day >= s.valid_from and d.on_day < s.valid_to
    inner join {{ ref('int_cases_clocked') }} as c on s.case_key = c.case_key
    inner join {{ ref('int_case_findings') }} as f on c.case_id = f.record_id
    left join to_close as x on c.case_id = x.case_id
    -- what nobody carries is in no percentage, unless it is taken up; nobody takes up what is to close
    where
        (s.is_carried or (f.finding = 'uncovered' and d.figure = 'workload_pct_today' and x.case_id is null))
        and case d.figure
            when 'workload_pct_today' then f.finding <> 'no_expected_end'
            else f.finding in ('no_expected_end', 'past_expected_end')
        end
),

effects as (
    -- not assessed: any level may come out; no end or past it: may have ended; uncovered: may be taken up;
    -- carried above the whole: its officers may share one case
    select
        c.office_key,
        t.service_line,
        c.finding,
        c.figure,
        w.weight_scheme,
        case
            when c.finding = 'not_assessed'
                then coalesce(l.least_weight_units - w.weight_units, 0) * {{ units_of('c.share_parts') }}
            when c.finding = 'uncovered' then 0
            when c.finding = 'carried_above_whole' then w.weight_units * (1 - {{ units_of('c.share_parts') }})
            else -w.weight_units * {{ units_of('c.share_parts') }}
        end as lower_units,
        case
            when c.finding = 'not_assessed'
                then coalesce(l.most_weight_units - w.weight_units, 0) * {{ units_of('c.share_parts') }}
            when c.finding = 'uncovered' then w.weight_units
            else 0
        end as upper_units
    from concerned as c
    inner join {{ ref('int_work_types') }} as t on c.work_type_key = t.work_type_key
    inner join {{ ref('int_cell_weights') }} as w on c.cell_key = w.cell_key and not w.is_now
    left join {{ ref('int_level_weights') }} as l
        on c.cell_key = l.cell_key and w.weight_scheme = l.weight_scheme
)

select
    office_key,
    service_line,
    weight_scheme,
    finding,
    figure,
    count(*) as concerned_cases,
    cast(sum(lower_units) as double) as lower_units,
    cast(sum(upper_units) as double) as upper_units
from effects
group by office_key, service_line, weight_scheme, finding, figure
