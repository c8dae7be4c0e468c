-- One row per wave, office, scale and group of a survey of staff. Under ten answers nothing is said,
-- not even how many; groups of an office are shown only where none of them, and nothing that can be
-- had by subtraction from the office, has under ten.
with answers as (
    select
        s.*,
        max(case when s.survey_group = '' then s.respondents end)
            over (partition by s.wave_on, s.office_id, s.scale) as office_respondents,
        sum(case when s.survey_group <> '' then s.respondents end)
            over (partition by s.wave_on, s.office_id, s.scale) as groups_respondents
    from {{ ref('stg_surveys') }} as s
),

judged as (
    select
        *,
        survey_group <> '' and (
            respondents < {{ fewest_answers() }}
            or coalesce(office_respondents - respondents, 0) between 1 and {{ fewest_answers() }} - 1
            or coalesce(office_respondents - groups_respondents, 0) between 1 and {{ fewest_answers() }} - 1
        ) as gives_few_away
    from answers
),

shown as (
    select
        *,
        respondents >= {{ fewest_answers() }} and (
            survey_group = ''
            or not max(gives_few_away) over (partition by wave_on, office_id, scale)
        ) as is_shown
    from judged
)

select
    office_id,
    scale,
    survey_group,
    wave_on,
    is_shown,
    case when is_shown then invited end as invited,
    case when is_shown then respondents end as respondents,
    case when is_shown then answer_mean end as answer_mean,
    case when is_shown then problem_pct end as problem_pct
from shown
