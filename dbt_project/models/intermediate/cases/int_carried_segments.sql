{{ config(materialized='view') }}
-- One row per case, officer and period in which neither the case's weight nor the officer's share changes.
select
    s.case_key,
    a.officer_key,
    s.office_key,
    s.work_type_key,
    s.cell_key,
    s.valid_from,
    s.valid_to,
    a.share_parts
from {{ ref('int_case_segments') }} as s
inner join {{ ref('int_carried_periods') }} as a
    on s.case_key = a.case_key and s.valid_from >= a.valid_from and s.valid_from < a.valid_to
where s.is_carried
