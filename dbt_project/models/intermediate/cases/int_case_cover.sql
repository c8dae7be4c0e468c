{{ config(materialized='view') }}
-- One row per case that was ever carried: who carries it on as_of, with what capacity, and since when
-- nobody did.
{% set officer_share = "p.officer_id || ' ' || cast(" ~ units_of('p.share_parts') ~ " as string)" %}
with carried as (
    select
        p.case_key,
        p.officer_key,
        f.officer_id,
        p.share_parts,
        p.valid_to,
        h.as_of,
        p.valid_to > h.as_of as is_today
    from {{ ref('int_carried_periods') }} as p
    inner join {{ ref('int_officers') }} as f on p.officer_key = f.officer_key
    inner join {{ ref('int_horizon') }} as h on p.valid_from <= h.as_of
),

officers as (
    select
        p.case_key,
        count(*) as officers,
        {{ dbt.listagg(officer_share, "', '", "order by p.officer_id") }} as officer_shares
    from carried as p
    where p.is_today
    group by p.case_key
),

capacity as (
    -- the most that anybody of those who carry the case has today, by the scheme
    select
        p.case_key,
        {% for key in scheme_keys() %}
            max(c.capacity_parts_{{ key }}) as capacity_parts_{{ key }},
        {% endfor %}
        count(*) as contracts
    from carried as p
    inner join {{ ref('int_capacity_segments') }} as c
        on p.officer_key = c.officer_key and p.as_of >= c.valid_from and p.as_of < c.valid_to
    where p.is_today
    group by p.case_key
),

ended as (
    select
        case_key,
        max(case when not is_today then valid_to end) as last_carried_to
    from carried
    group by case_key
)

select
    e.case_key,
    e.last_carried_to,
    coalesce(o.officers, 0) as officers,
    {% for key in scheme_keys() %}
        coalesce(c.capacity_parts_{{ key }}, 0) as capacity_parts_{{ key }},
    {% endfor %}
    coalesce(o.officer_shares, '') as officer_shares
from ended as e
left join officers as o on e.case_key = o.case_key
left join capacity as c on e.case_key = c.case_key
