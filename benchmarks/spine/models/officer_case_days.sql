-- One row per case, officer and day carried: the officer's part of the weight under each scheme.
select
    c.case_id,
    a.officer_id,
    c.office_id,
    c.supervision_type,
    c.day_on,
    c.weight_1 * coalesce(a.share, 1) as units_1,
    c.weight_2 * coalesce(a.share, 1) as units_2,
    c.weight_3 * coalesce(a.share, 1) as units_3,
    c.weight_4 * coalesce(a.share, 1) as units_4
from {{ ref('case_days') }} as c
inner join raw.case_assignments as a
    on
        c.case_id = a.case_id
        and c.day_on >= a.valid_from
        and c.day_on < coalesce(a.valid_to, date '9999-12-31')
