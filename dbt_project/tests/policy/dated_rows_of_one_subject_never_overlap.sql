-- Pairs of rows for one flag, task type or grade of a scheme, or one measure with a target, that are both in
-- force on some day.
with

dated_rows as (
    select
        'case_factors' as seed,
        weight_scheme,
        flag as subject,
        valid_from,
        {{ open_end('valid_to') }} as valid_to
    from {{ ref('case_factors') }}
    union all
    select
        'task_weights' as seed,
        weight_scheme,
        task_type as subject,
        valid_from,
        {{ open_end('valid_to') }} as valid_to
    from {{ ref('task_weights') }}
    union all
    select
        'capacity_grades' as seed,
        weight_scheme,
        grade as subject,
        valid_from,
        {{ open_end('valid_to') }} as valid_to
    from {{ ref('capacity_grades') }}
    union all
    select
        'targets' as seed,
        '' as weight_scheme,
        measure as subject,
        valid_from,
        {{ open_end('valid_to') }} as valid_to
    from {{ ref('targets') }}
)

select
    one.seed,
    one.weight_scheme,
    one.subject,
    one.valid_from,
    other.valid_from as other_valid_from
from dated_rows as one
inner join dated_rows as other
    on
        one.seed = other.seed
        and one.weight_scheme = other.weight_scheme
        and one.subject = other.subject
        and one.valid_from < other.valid_from
        and one.valid_to > other.valid_from
        and other.valid_to > other.valid_from
