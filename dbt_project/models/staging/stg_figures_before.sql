-- One row per figure and part of the version that is replaced.
select
    figure,
    part,
    unit,
    amount,
    counted
from {{ source('raw', 'figures_before') }}
