-- One row per service line that work or capacity belongs to, in a fixed order.
with used as (
    select service_line from {{ ref('int_work_types') }}
    union distinct
    select service_line from {{ ref('stg_staff_contracts') }}
    union distinct
    select service_line from {{ ref('service_lines') }}
),

held as (
    select distinct service_line
    from {{ ref('fct_area_line_periods') }}
    where grain = 'month'
)

select
    u.service_line,
    h.service_line is not null as has_months,
    row_number() over (order by coalesce(l.position, 999), u.service_line) as position
from used as u
left join {{ ref('service_lines') }} as l on u.service_line = l.service_line
left join held as h on u.service_line = h.service_line
