-- One row per mandate.
select
    case_id,
    person_id,
    household_id,
    office_id,
    supervision_type,
    end_reason,
    coalesce(sex, 'not_recorded') as sex,
    age_band,
    municipality,
    least(received_on, coalesce(started_on, received_on)) as opened_on,
    received_on,
    started_on,
    first_contact_on,
    expected_end_on,
    ended_on
from {{ source('raw', 'cases') }}
