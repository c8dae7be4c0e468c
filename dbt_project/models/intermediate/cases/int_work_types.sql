-- One row per work type: those of the policy, then those that only a mapping declares or the data hold.
with found_types as (
    select
        supervision_type as work_type,
        'mandate' as kind
    from {{ ref('stg_cases') }}
    union distinct
    select
        task_type as work_type,
        'task' as kind
    from {{ ref('stg_tasks') }}
),

declared as (
    select * from {{ ref('stg_declared_categories') }}
    where category in ('supervision_type', 'task_type')
),

all_types as (
    select
        work_type,
        kind,
        service_line,
        person_category
    from {{ ref('work_types') }}
    union all
    select
        f.work_type,
        f.kind,
        -- a type without policy belongs to the line that work without another line belongs to
        coalesce(d.service_line, {{ usual_line() }}) as service_line,
        'none' as person_category
    from found_types as f
    left join declared as d on f.work_type = d.category_value
    left join {{ ref('work_types') }} as p on f.work_type = p.work_type
    where p.work_type is null
)

select
    cast(row_number() over (order by kind, work_type) as int) as work_type_key,
    work_type,
    kind,
    service_line,
    person_category
from all_types
