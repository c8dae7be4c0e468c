"""The questions of the page about the people who do the work: surveys, sickness, posts, grades, training.

All of groups: no row of an answer is a person. Figures of the people of an office with few posts are null,
and ``is_of_few`` says so, see ``access.few_people``.
"""

import polars as pl

from dashboards import database, queries
from dashboards.choice import Choice, Narrowed
from dashboards.queries.asking import ask
from dashboards.queries.pressure import overload_months
from dashboards.reader import Reader
from dashboards.totals import TOTAL

SURVEYS, CONTEXT, TRAINING = "fct_survey_waves", "fct_context_months", "fct_training_months"
# Of the months of context: what is of the people, and not of what surrounds them.
_OF_STAFF = ["sick_share", "leavers", "overtime_hours", "admin_fte", "support_worker_fte"]


def survey_waves(reader: Reader) -> pl.DataFrame:
    """One row per wave, office, scale and group of a survey.

    ``wave_on``, ``office_id``, ``scale``, ``survey_group`` ('' = everybody), ``is_shown``, and null where
    it is not: ``invited``, ``respondents``, ``answer_mean``, ``problem_pct``.
    """
    return database.frame(
        reader,
        """
        select wave_on, office_id, scale, survey_group, is_shown, invited, respondents, answer_mean,
            problem_pct
        from fct_survey_waves inner join dim_offices using (office_id)
        order by wave_on, scale, survey_group, position
    """,
    )


def load_at_waves(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per office and wave: the workload of one line in the month of the wave.

    ``office_id``, ``wave_on``, ``month_start_on``, ``workload_pct`` (null without capacity), ``is_of_few``.
    Waves before the first month of which all cases are known have no row.
    """
    return ask(
        reader,
        choice,
        """
        with waves as (
            select distinct office_id, wave_on, cast(date_trunc('month', wave_on) as date) as month_start_on
            from fct_survey_waves
        )

        select office_id, wave_on, month_start_on, workload_pct, is_of_few
        from waves inner join fct_office_line_months using (office_id, month_start_on)
        where service_line = $service_line and weight_scheme = $weight_scheme
            and month_start_on >= coalesce((select first_month_on from dim_status), month_start_on)
        order by wave_on, office_id
        """,
    )


def staff_months(reader: Reader) -> pl.DataFrame:
    """One row per measure, topic, office ('' = the service) and month of what is delivered about the people.

    ``measure`` (sick_share, leavers and others of the context, or training_hours), ``topic`` (of training,
    else ''), ``office_id``, ``unit``, ``month_start_on``, ``amount`` and ``participants`` (of training), null
    of an office of few posts, ``is_of_few``; ``contract_fte_avg``: posts under contract in all lines in that
    month, null where one of the lines is of few. Empty where neither was delivered.
    """
    asked = [_MONTHS_OF[mart] for mart in (CONTEXT, TRAINING) if queries.has_mart(reader, mart)]
    if not asked:
        return pl.DataFrame(schema=_MONTHS)
    return database.frame(
        reader,
        f"""
        with posts as (
            select if(area_id = 'service', '', area_id) as office_id, month_start_on,
                if(bool_or(is_of_few), null, sum(contract_fte_avg)) as contract_fte_avg
            from fct_area_line_months
            where part_id = '' and weight_scheme = (select min(weight_scheme) from dim_weight_schemes)
            group by area_id, month_start_on
        )

        select measure, topic, office_id, unit, month_start_on, amount, participants, is_of_few,
            contract_fte_avg
        from ({" union all by name ".join(asked)}) left join posts using (office_id, month_start_on)
        where month_start_on <= (select as_of from dim_status)
        order by measure, topic, office_id, month_start_on
        """,  # noqa: S608 - fixed text
        **({"measures": _OF_STAFF} if queries.has_mart(reader, CONTEXT) else {}),
    )


_MONTHS_OF = {
    CONTEXT: """
        select measure, '' as topic, office_id, unit, month_start_on, amount, null::bigint as participants,
            is_of_few
        from fct_context_months
        where list_contains($measures::varchar[], measure)
    """,
    TRAINING: """
        select 'training_hours' as measure, topic, office_id, 'hours' as unit, month_start_on,
            training_hours as amount, participants, is_of_few
        from fct_training_months
    """,
}
_MONTHS = {
    **dict.fromkeys(("measure", "topic", "office_id", "unit"), pl.String),
    "month_start_on": pl.Date,
    "amount": pl.Float64,
    "participants": pl.Int64,
    "is_of_few": pl.Boolean,
    "contract_fte_avg": pl.Float64,
}


def posts_of_parts(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per part of the area and one for all ('') of one line: the posts there are, and those to fill.

    Means over the last four whole weeks: ``contract_fte_avg``, ``reduced_fte_avg`` (known leave and other
    reductions) and ``uncounted_fte_avg`` (what grades do not count), null where ``is_of_few``. On the last
    day, in full-time equivalents: ``vacant_fte``, ``recruiting_fte`` and ``hired_fte``.
    """
    return ask(
        reader,
        choice,
        """
        with weeks as (
            select part_id, contract_fte_avg, reduced_fte_avg, uncounted_fte_avg, is_of_few
            from fct_area_line_weeks cross join dim_status
            where area_id = $among and service_line = $service_line and weight_scheme = $weight_scheme
                and week_start_on + 6 <= as_of and week_start_on + 6 > as_of - 28
        ),

        staff as (
            select part_id, bool_or(is_of_few) as is_of_few,
                if(bool_or(is_of_few), null, avg(contract_fte_avg)) as contract_fte_avg,
                if(bool_or(is_of_few), null, avg(reduced_fte_avg)) as reduced_fte_avg,
                if(bool_or(is_of_few), null, avg(uncounted_fte_avg)) as uncounted_fte_avg
            from weeks group by part_id
        ),

        offices as (
            select area_id as office_id, if(parent_id = $among, area_id, parent_id) as part_id
            from dim_areas
            where area_kind = 'office' and ($among = 'service' or $among in (area_id, parent_id))
        ),

        to_fill as (
            select coalesce(part_id, '') as part_id,
                coalesce(sum(fte_to_fill) filter (where status = 'vacant'), 0) as vacant_fte,
                coalesce(sum(fte_to_fill) filter (where status = 'recruiting'), 0) as recruiting_fte,
                coalesce(sum(fte_to_fill) filter (where status = 'hired'), 0) as hired_fte
            from fct_office_posts inner join offices using (office_id)
            where service_line = $service_line and weight_scheme = $weight_scheme
            group by grouping sets ((part_id), ())
        )

        select part_id, contract_fte_avg, reduced_fte_avg, uncounted_fte_avg,
            coalesce(is_of_few, false) as is_of_few, coalesce(vacant_fte, 0) as vacant_fte,
            coalesce(recruiting_fte, 0) as recruiting_fte, coalesce(hired_fte, 0) as hired_fte
        from staff full join to_fill using (part_id)
        order by part_id
        """,
    )


def people_by_grade(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per grade and month of the part looked at: people with capacity on a Sunday of the month.

    ``grade``, ``month_start_on``, ``people`` (null where ``is_hidden``: the group is too small). Of all
    lines; anyone who changes grade or has two offices counts in each.
    """
    sets = queries.choices(reader, "threshold_set")
    if not sets:
        return pl.DataFrame(schema=_GRADES)
    asked = {"among": choice.among, "weight_scheme": choice.weight_scheme, "threshold_set": sets[0]["id"]}
    rows = overload_months(reader, Narrowed(asked))
    own = rows.filter(
        (pl.col("part_id") == choice.part)
        & (pl.col("grade") != TOTAL)
        & (pl.col("threshold") == pl.col("threshold").min())
    )
    return own.select(*_GRADES).sort("month_start_on", "grade")


_GRADES = {"grade": pl.String, "month_start_on": pl.Date, "people": pl.Int64, "is_hidden": pl.Boolean}
