-- One row per case open on as_of and weight scheme: its state and how its weight comes about.
with open_segments as (
    select
        s.*,
        h.as_of
    from {{ ref('int_case_segments') }} as s
    cross join {{ ref('int_horizon') }} as h
    where s.valid_from <= h.as_of and s.valid_to > h.as_of
),

flags as (
    select
        s.case_key,
        {{ dbt.listagg("f.flag", "', '", "order by f.flag") }} as flags
    from open_segments as s
    inner join {{ ref('int_flags') }} as f on (s.flag_set & f.flag_bit) <> 0
    group by s.case_key
),

findings as (
    select
        record_id as case_id,
        {{ dbt.listagg("finding", "', '", "order by finding") }} as findings,
        max(case when finding = 'to_close' then 1 else 0 end) as to_close_findings
    from {{ ref('int_case_findings') }}
    group by record_id
)

select
    d.case_id,
    w.weight_scheme,
    o.office_id,
    t.work_type as supervision_type,
    t.service_line,
    r.risk_level,
    m.phase,
    coalesce(f.flags, '') as flags,
    case when s.is_carried then 'active' when s.is_waiting then 'waiting' else 'uncovered' end as state,
    coalesce(w.basis, '') as weight_basis,
    coalesce(v.officer_shares, '') as officer_shares,
    coalesce(x.findings, '') as findings,
    not s.is_waiting
    and coalesce({{ column_of('k.scheme_key', scheme_keys(), 'v.capacity_parts', '') }}, 0) = 0
        as needs_cover,
    coalesce(x.to_close_findings, 0) > 0 as is_to_close,
    d.opened_on,
    case when not s.is_waiting then c.clock_on end as clock_on,
    d.expected_end_on,
    {{ days_between('d.opened_on', 's.as_of') }} as days_open,
    case when s.is_waiting then {{ days_between('d.opened_on', 's.as_of') }} end as days_waiting,
    case
        when not s.is_carried and not s.is_waiting then {{ days_between('v.last_carried_to', 's.as_of') }}
    end as days_uncovered,
    case when d.expected_end_on < s.as_of then {{ days_between('d.expected_end_on', 's.as_of') }} end
        as days_past_expected_end,
    coalesce(v.officers, 0) as officers,
    cast(w.base_weight_units as double) as base_weight_units,
    cast(w.factor as double) as factor,
    cast(w.weight_units as double) as weight_units
from open_segments as s
inner join {{ ref('int_cases_clocked') }} as c on s.case_key = c.case_key
inner join {{ ref('stg_cases') }} as d on c.case_id = d.case_id
inner join {{ ref('int_cell_weights') }} as w on s.cell_key = w.cell_key and not w.is_now
inner join {{ ref('int_weight_schemes') }} as k on w.weight_scheme = k.weight_scheme
inner join {{ ref('int_offices') }} as o on s.office_key = o.office_key
inner join {{ ref('int_work_types') }} as t on s.work_type_key = t.work_type_key
inner join {{ ref('int_risk_levels') }} as r on s.risk_key = r.risk_key
inner join {{ ref('int_month_bounds') }} as m on s.month_index = m.month_index
left join {{ ref('int_case_cover') }} as v on s.case_key = v.case_key
left join flags as f on s.case_key = f.case_key
left join findings as x on d.case_id = x.case_id
-- in the order that pages ask for: of a large file only what belongs to the office is read
order by o.office_id, w.weight_scheme, d.case_id
