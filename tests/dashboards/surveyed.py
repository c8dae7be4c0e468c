"""What a service says that is large enough to be asked: SQL that gives the sample answers and incidents.

In every office but one so many answer that they are shown; in one more its groups are too small. The share of
problems falls on one scale, and is far from the others in one office. All of it follows from the ids.
"""

SILENT, UNGROUPED, APART = "HAL", "VEU", "ANT"
FALLING = "work_stress"
SURVEYED = [
    """
    create temp table people_asked as
    select wave_on, office_id, scale, survey_group,
        case when office_id = 'VEU' then if(survey_group = 'up_to_two_years', 6, 14)
            when survey_group = 'up_to_two_years' then 12 + hash(office_id) % 7 else 55 + hash(office_id) % 40
        end::bigint as invited
    from marts.fct_survey_waves
    where survey_group <> ''
    """,
    """
    create temp table people_answered as
    select *, ceil(invited * (0.6 + 0.05 * (hash(office_id, wave_on) % 5) + if(invited < 20, 0.2, 0)))::bigint
        as respondents,
        0.2 + 0.03 * (hash(scale) % 4) + if(office_id = 'ANT', 0.35, 0)
            + if(scale = 'work_stress', 0.06 * (2026 - year(wave_on)), 0)
            + 0.01 * (hash(office_id, scale, wave_on) % 5) as chance
    from people_asked
    """,
    """
    create temp table answers_in_all as
    select wave_on, office_id, scale, survey_group, least(respondents, invited) as respondents, invited,
        round(chance * least(respondents, invited)) as problems
    from people_answered
    union all
    select wave_on, office_id, scale, '', sum(least(respondents, invited)), sum(invited),
        sum(round(chance * least(respondents, invited)))
    from people_answered group by wave_on, office_id, scale
    """,
    """
    update marts.fct_survey_waves as waves
    set is_shown = true, invited = own.invited, respondents = own.respondents,
        problem_pct = round(100 * own.problems / own.respondents, 1),
        answer_mean = round(4.5 - 3 * own.problems / own.respondents, 2)
    from answers_in_all as own
    where own.wave_on = waves.wave_on and own.office_id = waves.office_id and own.scale = waves.scale
        and own.survey_group = waves.survey_group and waves.office_id <> 'HAL'
        and (waves.office_id <> 'VEU' or waves.survey_group = '')
    """,
]
# Twenty times the feedback, but of three offices; incidents in every office but one, more of them in another.
QUIET = ("VEU", "IEP", "OUD")
HEARD = [
    f"""
    update marts.fct_feedback_months set received_feedback = 20 * received_feedback,
        rated_feedback = 20 * rated_feedback, rated_low_feedback = 20 * rated_low_feedback,
        answered_feedback = 20 * answered_feedback
    where office_id not in {QUIET}
    """,  # noqa: S608 - fixed text of the tests
    f"""
    update marts.fct_feedback_answers set received_feedback = 20 * received_feedback
    where office_id not in {QUIET}
    """,  # noqa: S608 - fixed text of the tests
    "delete from marts.fct_incident_months",
    """
    insert into marts.fct_incident_months by name
    select office_id, if(hash(office_id, month_start_on) % 3 = 0, 'threat', 'aggression') as incident_kind,
        'serious' as severity, month_start_on,
        (1 + hash(month_start_on, office_id) % 2)::bigint as incidents
    from marts.dim_offices, (
        select unnest(generate_series(date '2024-01-01', date '2026-06-01', interval 1 month))::date
            as month_start_on
    )
    where office_id <> 'VEU'
        and hash(office_id, month_start_on) % if(office_id = 'ANT', 2, 6) = 0
        and (office_id <> 'HAL' or month_start_on > date '2026-01-01')
    """,
]
