-- One row per officer named anywhere, in a fixed order that says nothing about the work.
with contracts as (
    select
        officer_id,
        max_by(office_id, valid_from) as office_id,
        max_by(grade, valid_from) as grade,
        max_by(service_line, valid_from) as service_line,
        min(valid_from) as first_contract_on,
        max(valid_to) as last_contract_to
    from {{ ref('stg_staff_contracts') }}
    group by officer_id
)

select
    f.officer_id,
    coalesce(c.office_id, '') as office_id,
    coalesce(c.grade, '') as grade,
    coalesce(c.service_line, '') as service_line,
    c.first_contract_on,
    case when c.last_contract_to < date '9999-12-31' then c.last_contract_to end as last_contract_to,
    cast(f.officer_key as bigint) as position
from {{ ref('int_officers') }} as f
left join contracts as c on f.officer_id = c.officer_id
