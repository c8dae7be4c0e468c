-- One row per horizon that the outlook looks to, nearest first.
select
    horizon,
    source,
    weeks,
    row_number() over (order by weeks) as position
from {{ ref('horizons') }}
