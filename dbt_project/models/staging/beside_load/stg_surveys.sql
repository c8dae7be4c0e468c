-- One row per wave, office, scale and group of a survey, small groups included: marts hide them.
select
    office_id,
    scale,
    coalesce("group", '') as survey_group,
    wave_on,
    invited,
    respondents,
    cast(mean as double) as answer_mean,
    cast(problem_pct as double) as problem_pct
from {{ source('raw', 'surveys') }}
