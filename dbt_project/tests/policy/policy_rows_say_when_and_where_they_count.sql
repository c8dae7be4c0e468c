-- Rows that no day, month or scheme could ever use as they stand: an unknown scheme, an end before the
-- start, a task that does not say when it weighs, a wildcard where none is allowed.
with

dated_rows as (
    {% for seed, subject in [
        ('case_weights', 'supervision_type'), ('case_factors', 'flag'),
        ('task_weights', 'task_type'), ('capacity_grades', 'grade'),
    ] %}
        select
            '{{ seed }}' as seed,
            weight_scheme,
            {{ subject }} as subject,
            valid_from,
            valid_to
        from {{ ref(seed) }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
)

select
    dated_rows.seed,
    dated_rows.subject,
    'unknown scheme' as finding
from dated_rows
left join {{ ref('weight_schemes') }} as schemes on dated_rows.weight_scheme = schemes.weight_scheme
where schemes.weight_scheme is null
union all
select
    'capacity_chain' as seed,
    chain.step as subject,
    'unknown scheme' as finding
from {{ ref('capacity_chain') }} as chain
left join {{ ref('weight_schemes') }} as schemes on chain.weight_scheme = schemes.weight_scheme
where schemes.weight_scheme is null
union all
select
    seed,
    subject,
    'no first day, or an end before it' as finding
from dated_rows
where valid_from is null or valid_to < valid_from
union all
select
    seed,
    subject,
    'a wildcard, allowed for risk levels only' as finding
from dated_rows
where subject = 'any'
union all
select
    'case_weights' as seed,
    supervision_type as subject,
    'no first month, or an end not after it' as finding
from {{ ref('case_weights') }}
where from_month is null or from_month < 0 or to_month <= from_month
union all
select
    'phases' as seed,
    phase as subject,
    'no first month, or an end not after it' as finding
from {{ ref('phases') }}
where from_month is null or from_month < 0 or to_month <= from_month
union all
select
    'task_weights' as seed,
    task_type as subject,
    'does not say when it weighs' as finding
from {{ ref('task_weights') }}
where
    coalesce(weighs, '') not in ('in_progress', 'after_delivery')
    or (weighs = 'after_delivery' and coalesce(window_days, 0) <= 0)
union all
select
    'work_types' as seed,
    work_type as subject,
    'neither mandate nor task' as finding
from {{ ref('work_types') }}
where coalesce(kind, '') not in ('mandate', 'task')
union all
select
    'threshold_sets' as seed,
    threshold_set as subject,
    'compares no figure of a person: workload_pct or active_cases' as finding
from {{ ref('threshold_sets') }}
where coalesce(measure, '') not in ('workload_pct', 'active_cases') or threshold is null
union all
select
    'targets' as seed,
    target as subject,
    'no figure with a target (workload_pct, wait_days_p50), no amount, or no day before the end' as finding
from {{ ref('targets') }}
where
    coalesce(measure, '') not in ('workload_pct', 'wait_days_p50')
    or amount is null
    or amount < 0
    or valid_from is null
    or valid_to <= valid_from
