-- One row per grain, office, work type, weight scheme and period: what the work of the office consists of.
{{ asked_of(
    within_published(ref('int_office_work_sums')),
    [
        'grain', 'office_id', 'work_type', 'weight_scheme', 'period_start_on', 'days', 'active_cases_avg',
        'tasks_open_avg', 'workload_units_avg', 'tasks_open_now_avg', 'workload_units_now_avg'
    ],
    ['case_days', 'workload_unit_days', 'task_days']
) }}
