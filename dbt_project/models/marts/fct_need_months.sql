-- One row per office, supervision type, domain and month: cases whose domain was assessed again, by
-- the month of the latest assessment, and how it differs from the first. Each counts in the office
-- that the case has on the day of the latest.
with assessed as (
    select
        case_id,
        domain,
        assessed_on,
        -- one line from a strong need to strong protection
        case when direction = 'protective' then level else -level end as standing,
        row_number() over (partition by case_id, domain order by assessed_on) as from_first,
        row_number() over (partition by case_id, domain order by assessed_on desc) as from_latest
    from {{ ref('stg_case_needs') }}
    where direction in ('need', 'protective')
),

changes as (
    select
        l.case_id,
        l.domain,
        l.assessed_on,
        f.standing as first_standing,
        l.standing as latest_standing
    from assessed as l
    inner join assessed as f on l.case_id = f.case_id and l.domain = f.domain and f.from_first = 1
    where l.from_latest = 1 and l.from_first > 1
)

select
    {{ office_then() }} as office_id,
    c.supervision_type,
    r.domain,
    {{ first_day_of('month', 'r.assessed_on') }} as month_start_on,
    count(*) as reassessed_cases,
    {{ count_where("r.first_standing < 0") }} as needing_cases,
    {{ count_where("r.first_standing < 0 and r.latest_standing > r.first_standing") }} as need_reduced_cases,
    {{ count_where("r.latest_standing < 0 and r.latest_standing < r.first_standing") }} as need_grown_cases,
    {{ count_where("r.latest_standing > 0 and r.latest_standing > r.first_standing") }}
        as protection_gained_cases,
    {{ count_where("r.first_standing > 0 and r.latest_standing < r.first_standing") }}
        as protection_lost_cases
from changes as r
{{ with_case_on('r.assessed_on') }}
group by {{ office_then() }}, c.supervision_type, r.domain, {{ first_day_of('month', 'r.assessed_on') }}
