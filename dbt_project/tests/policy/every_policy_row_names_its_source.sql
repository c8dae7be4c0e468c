-- Rows of the policy without a source, and weights that do not say what they rest on.
{% set seeds = [
    ('weight_schemes', 'weight_scheme'), ('capacity_chain', 'step'), ('case_weights', 'supervision_type'),
    ('case_factors', 'flag'), ('task_weights', 'task_type'), ('capacity_grades', 'grade'),
    ('reduction_reasons', 'reason'), ('threshold_sets', 'threshold_set'),
    ('horizons', 'horizon'), ('noise_levels', 'measure'), ('version_bounds', 'figure'),
    ('evidence', 'evidence'), ('tariffs', 'service_line'), ('targets', 'target'),
] %}
{% for seed, subject in seeds %}
    select
        '{{ seed }}' as seed,
        {{ subject }} as subject,
        'source' as missing_column
    from {{ ref(seed) }}
    where trim(coalesce(source, '')) = ''
    union all
{% endfor %}
select
    'case_weights' as seed,
    supervision_type as subject,
    'basis' as missing_column
from {{ ref('case_weights') }}
where coalesce(basis, '') not in ('assumed', 'published', 'measured')
