-- One row per target and period: what an agency says that a figure ought to be.
select
    target,
    measure,
    source,
    valid_from,
    valid_to,
    amount
from {{ ref('targets') }}
