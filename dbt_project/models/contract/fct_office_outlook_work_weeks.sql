-- One row per office, work type, weight scheme and coming week: what the work booked today consists of.
{{ asked_of(
    within_published(ref('int_office_work_sums')),
    [
        'office_id', 'work_type', 'weight_scheme', 'period_start_on as week_start_on', 'days',
        'active_cases_avg', 'tasks_open_avg', 'workload_units_avg'
    ],
    ['case_days', 'workload_unit_days', 'task_days'],
    only="grain = 'week_ahead'"
) }}
