-- One row per office, service line, weight scheme, status and first whole month of posts that are to be
-- filled: how many, the FTE they bring, and how much of it counts by the grade. Nobody who works already is
-- in it.
with posts as (
    -- a post that was to begin by the last day is a contract by now, or late; it counts as having no day
    select
        p.office_id,
        p.service_line,
        p.grade,
        p.status,
        p.fte,
        b.as_of,
        case
            when p.expected_start_on > b.as_of
                then {{ months_later(first_day_of('month', 'p.expected_start_on - 1'), '1') }}
        end as first_whole_month_on
    from {{ ref('stg_posts') }} as p
    cross join {{ ref('stg_builds') }} as b
)

select
    p.office_id,
    p.service_line,
    s.weight_scheme,
    p.status,
    p.first_whole_month_on,
    count(*) as posts,
    cast(sum(p.fte) as double) as fte_to_fill,
    -- by the row of the grade on the last day, as contracts are counted on it
    cast(sum(p.fte * coalesce(g.capacity_share, 1)) as double) as fte_counted
from posts as p
cross join {{ ref('int_weight_schemes') }} as s
left join {{ ref('capacity_grades') }} as g
    on
        s.weight_scheme = g.weight_scheme
        and p.grade = g.grade
        and p.as_of >= g.valid_from
        and p.as_of < {{ open_end('g.valid_to') }}
group by p.office_id, p.service_line, s.weight_scheme, p.status, p.first_whole_month_on
