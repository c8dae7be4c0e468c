-- One row per case open on as_of and weight scheme: its state and how its weight comes about.
{% set officer_share = "f.officer_id || ' ' || cast(" ~ units_of('p.share_parts') ~ " as string)" %}
with open_segments as (
    select
        s.*,
        h.as_of
    from {{ ref('int_case_segments') }} as s
    cross join {{ ref('int_horizon') }} as h
    where s.valid_from <= h.as_of and s.valid_to > h.as_of
),

carriers as (
    select
        p.case_key,
        count(*) as officers,
        {{ dbt.listagg(officer_share, "', '", "order by f.officer_id") }} as officer_shares
    from {{ ref('int_carried_periods') }} as p
    inner join {{ ref('int_officers') }} as f on p.officer_key = f.officer_key
    cross join {{ ref('int_horizon') }} as h
    where p.valid_from <= h.as_of and p.valid_to > h.as_of
    group by p.case_key
),

last_carried as (
    select
        p.case_key,
        max(p.valid_to) as uncovered_from
    from {{ ref('int_carried_periods') }} as p
    cross join {{ ref('int_horizon') }} as h
    where p.valid_to <= h.as_of
    group by p.case_key
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
        {{ dbt.listagg("finding", "', '", "order by finding") }} as findings
    from {{ ref('int_case_findings') }}
    group by record_id
),

able_carriers as (
    -- whether anybody of those who carry the case has capacity today, by the scheme
    select
        p.case_key,
        {% for key in scheme_keys() %}
            max(c.capacity_parts_{{ key }}) as capacity_parts_{{ key }},
        {% endfor %}
        count(*) as contracts
    from {{ ref('int_carried_periods') }} as p
    cross join {{ ref('int_horizon') }} as h
    inner join {{ ref('int_capacity_segments') }} as c
        on p.officer_key = c.officer_key and h.as_of >= c.valid_from and h.as_of < c.valid_to
    where p.valid_from <= h.as_of and p.valid_to > h.as_of
    group by p.case_key
)

select
    c.case_id,
    w.weight_scheme,
    o.office_id,
    t.work_type as supervision_type,
    t.service_line,
    r.risk_level,
    m.phase,
    coalesce(f.flags, '') as flags,
    case when s.is_carried then 'active' when s.is_waiting then 'waiting' else 'uncovered' end as state,
    coalesce(w.basis, '') as weight_basis,
    coalesce(a.officer_shares, '') as officer_shares,
    coalesce(x.findings, '') as findings,
    not s.is_waiting
    and coalesce({{ column_of('k.scheme_key', scheme_keys(), 'b.capacity_parts', '') }}, 0) = 0
        as needs_cover,
    c.opened_on,
    case when not s.is_waiting then c.clock_on end as clock_on,
    c.expected_end_on,
    {{ days_between('c.opened_on', 's.as_of') }} as days_open,
    case when s.is_waiting then {{ days_between('c.opened_on', 's.as_of') }} end as days_waiting,
    case when not s.is_carried and not s.is_waiting then {{ days_between('l.uncovered_from', 's.as_of') }} end
        as days_uncovered,
    case when c.expected_end_on < s.as_of then {{ days_between('c.expected_end_on', 's.as_of') }} end
        as days_past_expected_end,
    coalesce(a.officers, 0) as officers,
    cast(w.base_weight_units as double) as base_weight_units,
    cast(w.factor as double) as factor,
    cast(w.weight_units as double) as weight_units
from open_segments as s
inner join {{ ref('int_cases_clocked') }} as c on s.case_key = c.case_key
inner join {{ ref('int_cell_weights') }} as w on s.cell_key = w.cell_key and not w.is_now
inner join {{ ref('int_weight_schemes') }} as k on w.weight_scheme = k.weight_scheme
inner join {{ ref('int_offices') }} as o on s.office_key = o.office_key
inner join {{ ref('int_work_types') }} as t on s.work_type_key = t.work_type_key
inner join {{ ref('int_risk_levels') }} as r on s.risk_key = r.risk_key
inner join {{ ref('int_month_bounds') }} as m on s.month_index = m.month_index
left join carriers as a on s.case_key = a.case_key
left join able_carriers as b on s.case_key = b.case_key
left join last_carried as l on s.case_key = l.case_key
left join flags as f on s.case_key = f.case_key
left join findings as x on c.case_id = x.case_id
-- in the order that pages ask for: of a large file only what belongs to the office is read
order by o.office_id, w.weight_scheme, c.case_id
