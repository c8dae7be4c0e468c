-- One row per office and month: corrective actions that were agreed and done in the month, and those
-- open and overdue at the end of its last day or of the last day of the data. An action is of the
-- office of its audit; empty where audits were not delivered.
with numbers as (
    {{ numbers(3) }}
),

offices as (
    select
        audit_id,
        min(office_id) as office_id
    from {{ ref('stg_audits') }}
    group by audit_id
),

actions as (
    select
        coalesce(o.office_id, '') as office_id,
        a.agreed_on,
        a.due_on,
        a.done_on
    from {{ ref('stg_audit_actions') }} as a
    left join offices as o on a.audit_id = o.audit_id
),

places as (
    select
        office_id,
        min(least(agreed_on, coalesce(done_on, agreed_on))) as first_on
    from actions
    group by office_id
),

months as (
    select
        p.office_id,
        {{ months_later(first_day_of('month', 'p.first_on'), 'n.number') }} as month_start_on,
        {{ months_later(first_day_of('month', 'p.first_on'), 'n.number + 1') }} as next_start_on
    from places as p
    cross join numbers as n
),

ends as (
    select
        m.office_id,
        m.month_start_on,
        m.next_start_on,
        least(m.next_start_on, h.day_after_on) as end_on
    from months as m
    inner join {{ ref('int_horizon') }} as h on m.month_start_on <= h.as_of
)

select
    m.office_id,
    m.month_start_on,
    {{ count_where("a.agreed_on >= m.month_start_on and a.agreed_on < m.next_start_on") }} as agreed_actions,
    {{ count_where("a.done_on >= m.month_start_on and a.done_on < m.next_start_on") }} as done_actions,
    {{ count_where("a.agreed_on < m.end_on and (a.done_on is null or a.done_on >= m.end_on)") }}
        as open_actions_end,
    {{ count_where(
        "a.agreed_on < m.end_on and (a.done_on is null or a.done_on >= m.end_on) and a.due_on < m.end_on - 1"
    ) }} as overdue_actions_end
from ends as m
inner join actions as a on m.office_id = a.office_id
group by m.office_id, m.month_start_on
