{#
  Longest periods in which neither cases, work nor capacity of an officer in an office change, per scheme.

  work      the column of int_weight_schemes that numbers the work: scheme_key (then) or now_key (now)
  schemes   a condition on int_weight_schemes `s`: whose spans are wanted

  Above a million cases the spans of the last 24 months are kept: those of ten years would be most of the
  warehouse.
#}
{% macro officer_spans(work, schemes) %}
with kept as (
    select
        case
            when (select count(*) from {{ ref('int_cases_keyed') }}) > 1000000
                then {{ months_later('day_after_on', '-24') }}
            else date '0001-01-01'
        end as kept_from
    from {{ ref('int_horizon') }}
),

balances as (
    select
        b.*,
        greatest(b.valid_from, k.kept_from) as counts_from
    from {{ ref('int_officer_balances') }} as b
    cross join kept as k
    where b.valid_to > k.kept_from
),

per_scheme as (
    select
        b.officer_key,
        b.office_key,
        s.scheme_key,
        s.weight_scheme,
        b.counts_from as valid_from,
        b.valid_to,
        b.cases as active_cases,
        {{ column_of('s.' ~ work, weighing_keys(), 'b.work_parts') }} as work_parts,
        {{ of_scheme('b.capacity_parts') }} as capacity_parts
    from balances as b
    cross join {{ ref('int_weight_schemes') }} as s
    where {{ schemes }}
),

compared as (
    -- a day on which nothing changes under a scheme starts no span of that scheme
    select
        *,
        lag(active_cases) over by_day as cases_before,
        lag(work_parts) over by_day as work_before,
        lag(capacity_parts) over by_day as capacity_before
    from per_scheme
    window by_day as (partition by officer_key, office_key, scheme_key order by valid_from)
),

changed as (
    select * from compared
    where
        cases_before is null
        or active_cases <> cases_before
        or work_parts <> work_before
        or capacity_parts <> capacity_before
),

spans as (
    select
        officer_key,
        office_key,
        weight_scheme,
        valid_from,
        coalesce(
            lead(valid_from) over (partition by officer_key, office_key, scheme_key order by valid_from),
            (select day_after_on from {{ ref('int_horizon') }})
        ) as valid_to,
        active_cases,
        work_parts,
        capacity_parts
    from changed
)

select
    f.officer_id,
    o.office_id,
    p.weight_scheme,
    p.valid_from,
    p.valid_to,
    cast(p.active_cases as bigint) as active_cases,
    {{ units_of('p.work_parts') }} as workload_units,
    {{ capacity_units_of('p.capacity_parts') }} as capacity_units,
    {{ workload_percentage(against_capacity('p.work_parts'), 'p.capacity_parts') }} as workload_pct
from spans as p
inner join {{ ref('int_officers') }} as f on p.officer_key = f.officer_key
inner join {{ ref('int_offices') }} as o on p.office_key = o.office_key
where p.active_cases <> 0 or p.work_parts <> 0 or p.capacity_parts <> 0
{% endmacro %}
