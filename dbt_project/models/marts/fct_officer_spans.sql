-- One row per officer, office, weight scheme and longest period in which nothing changes.
{% set capacities = scheme_columns(['capacity']) %}
with changes as (
    select
        *,
        case when {{ capacities | join(' <> 0 or ') }} <> 0 then 1 else 0 end as capacity_changes
    from {{ ref('int_officer_changes') }}
    where day_on <= (select as_of from {{ ref('int_horizon') }})
),

capacity_balances as (
    -- capacity changes on few days: its running sums are taken over these alone and found by their number
    select
        officer_key,
        office_key,
        {% for column in capacities %}
            sum({{ column }}) over so_far as {{ column }},
        {% endfor %}
        row_number() over so_far as capacity_number
    from changes
    where capacity_changes = 1
    window so_far as (
        partition by officer_key, office_key order by day_on rows between unbounded preceding and current row
    )
),

work_balances as (
    select
        officer_key,
        office_key,
        day_on,
        cases as cases_change,
        {% for key in scheme_keys() %}
            units_{{ key }} <> 0 or capacity_{{ key }} <> 0 as changes_{{ key }},
            sum(units_{{ key }}) over so_far as units_{{ key }},
        {% endfor %}
        {{ running_count('cases', 'so_far') }} as active_cases,
        {{ running_count('capacity_changes', 'so_far') }} as capacity_number
    from changes
    window so_far as (
        partition by officer_key, office_key order by day_on rows between unbounded preceding and current row
    )
),

balances as (
    select
        {% for column in capacities %}
            coalesce(c.{{ column }}, 0) as {{ column }},
        {% endfor %}
        w.*
    from work_balances as w
    left join capacity_balances as c
        on
            w.officer_key = c.officer_key
            and w.office_key = c.office_key
            and w.capacity_number = c.capacity_number
),

per_scheme as (
    -- a day on which nothing changes under a scheme starts no span of that scheme
    {% for key in scheme_keys() %}
        select
            officer_key,
            office_key,
            {{ key }} as scheme_key,
            day_on as valid_from,
            active_cases,
            units_{{ key }} as workload_units,
            capacity_{{ key }} as capacity_units
        from balances
        where cases_change <> 0 or changes_{{ key }}
        {{ 'union all' if not loop.last }}
    {% endfor %}
),

spans as (
    select
        officer_key,
        office_key,
        scheme_key,
        valid_from,
        coalesce(
            lead(valid_from) over (partition by officer_key, office_key, scheme_key order by valid_from),
            (select day_after_on from {{ ref('int_horizon') }})
        ) as valid_to,
        active_cases,
        workload_units,
        capacity_units
    from per_scheme
)

select
    f.officer_id,
    o.office_id,
    s.weight_scheme,
    p.valid_from,
    p.valid_to,
    cast(p.active_cases as bigint) as active_cases,
    cast(p.workload_units as decimal(28, 10)) as workload_units,
    cast(p.capacity_units as decimal(28, 10)) as capacity_units,
    {{ workload_percentage('p.workload_units', 'p.capacity_units') }} as workload_pct
from spans as p
inner join {{ ref('int_officers') }} as f on p.officer_key = f.officer_key
inner join {{ ref('int_offices') }} as o on p.office_key = o.office_key
inner join {{ ref('int_weight_schemes') }} as s on p.scheme_key = s.scheme_key
where p.active_cases <> 0 or p.workload_units <> 0 or p.capacity_units <> 0
