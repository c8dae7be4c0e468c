-- One row per named phase of a case, in months since its clock started.
select
    phase,
    cast(from_month as bigint) as from_month,
    cast(to_month as bigint) as to_month
from {{ ref('phases') }}
