"""The questions of Pressure and cover about cases: which need somebody, an assessment or an end.

``part_id`` is a part of the area asked for: an office, or a region where the area is a service with regions.
"""

import polars as pl

from dashboards.choice import Chosen
from dashboards.queries.asking import ask
from dashboards.reader import Reader

# Of these, who carries a case decides those in front.
LISTS = ("cover", "not_assessed", "to_close", "past_expected_end", "no_expected_end")
LISTS_OF_ENDS = LISTS[3:]


def cases_counted(reader: Reader, choice: Chosen) -> pl.DataFrame:
    """One row per part: its open cases, and those that need cover, an assessment or an end.

    ``uncovered_30_cases`` have been without officer for at most 30 days, ``uncovered_90_cases`` for 31 to 90,
    ``uncovered_longer_cases`` for more, all without records to close: these are ``to_close_cases``, waiting
    ones among them. ``left_cases`` are carried by officers alone who have left; ``away_cases`` by officers
    without capacity on this day, ``away_cases_of_all`` in all parts together: null where that says too much,
    see ``access.cover``.
    """
    return ask(
        reader,
        choice,
        """
        with counted as (
            select
                part_id,
                sum(open_cases)::bigint as open_cases,
                sum(open_cases - waiting_cases)::bigint as started_cases,
                sum(uncovered_cases - uncovered_to_close_cases)::bigint as uncovered_cases,
                sum(uncovered_30_cases)::bigint as uncovered_30_cases,
                sum(uncovered_90_cases)::bigint as uncovered_90_cases,
                sum(uncovered_longer_cases)::bigint as uncovered_longer_cases,
                sum(to_close_cases)::bigint as to_close_cases,
                sum(not_assessed_cases)::bigint as not_assessed_cases,
                sum(past_expected_end_cases)::bigint as past_expected_end_cases,
                sum(no_expected_end_cases)::bigint as no_expected_end_cases
            from fct_area_open_cases
            where area_id = $among
                and part_id != ''
                and weight_scheme = $weight_scheme
                and ($cases_line = '' or service_line = $cases_line)
            group by part_id
        ),

        cover as (
            select part_id, left_cases, away_cases
            from cover_counts
            where area_id = $among and service_line = $cases_line
        )

        select
            counted.*, coalesce(left_cases, 0) as left_cases, away_cases,
            (select away_cases from cover where part_id = '') as away_cases_of_all
        from counted
        left join cover using (part_id)
        order by part_id
        """,
    )


def cases_listed(reader: Reader, choice: Chosen, list_name: str, *, most: int | None) -> pl.DataFrame:
    """One row per case of a list (one of ``LISTS``), longest first, at most ``most``; ids are opaque.

    ``days`` and ``since_on``: without officer, carried but not assessed, past the expected end, or open. A
    record to close needs nobody: it is no case of the list of cover. That list holds cases without officer,
    and those all of whose officers ``has_left``, which have no such day; never those of officers who are
    away: their own list of cases would name them.
    ``listed_cases``: all cases of the list, those beyond ``most`` too.
    """
    return ask(
        reader,
        choice,
        """
        with open_cases as (
            select
                *,
                case $list_name
                    when 'cover' then days_uncovered
                    when 'not_assessed' then date_diff('day', clock_on, as_of)
                    when 'to_close' then days_past_expected_end
                    when 'past_expected_end' then days_past_expected_end
                    else days_open
                end as days,
                as_of
            from fct_open_cases
            cross join (select as_of from dim_status)
            where weight_scheme = $weight_scheme
                and ($office = '' or office_id = $office)
                and ($cases_line = '' or service_line = $cases_line)
                and case
                    when $list_name = 'cover' then needs_somebody and not is_to_close
                    else contains(findings, $list_name)
                end
        )

        select
            case_id, office_id, supervision_type, state, has_left, findings, days,
            as_of - days::integer as since_on, opened_on, expected_end_on,
            -- what no weight fits is not nothing, it is unknown
            if(weight_basis = '', null, weight_units) as weight_units,
            count(*) over () as listed_cases
        from open_cases
        order by days desc nulls last, days_open desc, case_id
        limit $most
        """,
        list_name=list_name,
        most=2**62 if most is None else most,
    )
