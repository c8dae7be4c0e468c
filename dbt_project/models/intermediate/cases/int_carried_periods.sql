-- One row per case, officer and period in which the officer carries the case, cut to its open days.
select
    c.case_key,
    f.officer_key,
    greatest(a.valid_from, c.opened_on) as valid_from,
    least(a.valid_to, c.open_until_on) as valid_to,
    {{ parts_of('a.share') }} as share_parts
from {{ ref('stg_case_assignments') }} as a
inner join {{ ref('int_cases_keyed') }} as c on a.case_id = c.case_id
inner join {{ ref('int_officers') }} as f on a.officer_id = f.officer_id
where greatest(a.valid_from, c.opened_on) < least(a.valid_to, c.open_until_on)
