with ledger as (
    select
        delivery,
        file,
        entity,
        rows_quarantined
    from {{ ref('fct_loads') }}
),

rejected as (
    select
        delivery,
        file,
        entity,
        count(*) as rejected_rows
    from {{ ref('fct_quarantine') }}
    group by delivery, file, entity
)

select
    coalesce(l.delivery, r.delivery) as delivery,
    coalesce(l.file, r.file) as file,
    coalesce(l.entity, r.entity) as entity,
    l.rows_quarantined,
    r.rejected_rows
from ledger as l
full outer join rejected as r on l.delivery = r.delivery and l.file = r.file and l.entity = r.entity
where coalesce(l.rows_quarantined, 0) <> coalesce(r.rejected_rows, 0)
