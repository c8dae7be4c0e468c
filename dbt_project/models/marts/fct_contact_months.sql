-- One row per office, supervision type, mode and month: contacts that were planned, and what became of
-- them. A contact counts on its planned day, or on the day it was held where that came before, in the
-- office that the case has then.
with contacts as (
    select
        {{ office_then() }} as office_id,
        c.supervision_type,
        r.mode,
        r.attendance,
        {{ first_day_of('month', 'r.counted_on') }} as month_start_on,
        {{ days_between('r.planned_on', 'r.held_on') }} as days_late,
        r.minutes
    from {{ ref('stg_contacts') }} as r
    inner join {{ ref('int_horizon') }} as h on r.counted_on <= h.as_of
    {{ with_case_on('r.counted_on') }}
)

select
    office_id,
    supervision_type,
    mode,
    month_start_on,
    count(*) as planned_contacts,
    {{ count_where("attendance = 'held'") }} as held_contacts,
    {{ count_where("days_late <= 0") }} as held_in_time_contacts,
    {{ count_where("attendance = 'excused'") }} as excused_contacts,
    {{ count_where("attendance = 'missed'") }} as missed_contacts,
    {{ count_where("attendance = 'cancelled'") }} as cancelled_contacts,
    count(minutes) as timed_contacts,
    cast(coalesce(sum(minutes), 0) as bigint) as held_minutes
from contacts
group by office_id, supervision_type, mode, month_start_on
