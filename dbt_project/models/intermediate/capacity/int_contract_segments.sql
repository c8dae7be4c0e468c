-- One row per contract and period in which neither the officer's reductions nor the row of the grade change.
with contracts as (
    select
        row_number() over (order by officer_id, office_id, valid_from) as contract_key,
        officer_id,
        office_id,
        service_line,
        grade,
        fte,
        valid_from,
        valid_to
    from {{ ref('stg_staff_contracts') }}
    where valid_from < valid_to
),

change_days as (
    select
        contract_key,
        valid_from as day_on
    from contracts
    union distinct
    select
        c.contract_key,
        r.valid_from as day_on
    from contracts as c
    inner join {{ ref('stg_staff_reductions') }} as r on c.officer_id = r.officer_id
    union distinct
    select
        c.contract_key,
        r.valid_to as day_on
    from contracts as c
    inner join {{ ref('stg_staff_reductions') }} as r on c.officer_id = r.officer_id
    union distinct
    select
        c.contract_key,
        g.valid_from as day_on
    from contracts as c
    inner join {{ ref('capacity_grades') }} as g on c.grade = g.grade
    union distinct
    select
        c.contract_key,
        g.valid_to as day_on
    from contracts as c
    inner join {{ ref('capacity_grades') }} as g on c.grade = g.grade
    where g.valid_to is not null
),

segments as (
    select
        c.contract_key,
        c.officer_id,
        c.office_id,
        c.service_line,
        c.grade,
        c.fte,
        d.day_on as valid_from,
        coalesce(lead(d.day_on) over (partition by c.contract_key order by d.day_on), c.valid_to) as valid_to
    from contracts as c
    inner join change_days as d
        on c.contract_key = d.contract_key and c.valid_from <= d.day_on and c.valid_to > d.day_on
),

reduced as (
    -- overlapping reductions add, up to the whole contract
    select
        s.contract_key,
        s.valid_from,
        cast(least(1, sum(r.share)) as decimal(12, 9)) as reduced_share
    from segments as s
    inner join {{ ref('stg_staff_reductions') }} as r
        on s.officer_id = r.officer_id and s.valid_from >= r.valid_from and s.valid_from < r.valid_to
    group by s.contract_key, s.valid_from
)

select
    f.officer_key,
    o.office_key,
    s.service_line,
    s.grade,
    s.valid_from,
    s.valid_to,
    cast(s.fte as decimal(24, 15)) as contract_fte,
    cast(s.fte * (1 - coalesce(r.reduced_share, 0)) as decimal(24, 15)) as available_fte
from segments as s
inner join {{ ref('int_officers') }} as f on s.officer_id = f.officer_id
inner join {{ ref('int_offices') }} as o on s.office_id = o.office_id
left join reduced as r on s.contract_key = r.contract_key and s.valid_from = r.valid_from
