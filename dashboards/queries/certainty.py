"""The questions of the page How sure: what a percentage rests on, and how far it could lie elsewhere.

All of them are of one service line and an area: the whole service, a region or an office; ratios of
sums, never means of percentages.
"""

import polars as pl

from dashboards.choice import Choice
from dashboards.queries.asking import ask
from dashboards.reader import Reader

ALL_WEIGHTS = ""
_SENSITIVITY = """
    select
        work_type, error_pct,
        coalesce(workload_units_avg = 0 and open_cases > 0 and unweighed_cases = open_cases, false)
            as is_unweighed,
        if(is_unweighed, null, workload_pct) as mid_pct,
        if(is_unweighed, null, workload_lower_pct) as low_pct,
        if(is_unweighed, null, workload_upper_pct) as high_pct
    from fct_area_sensitivity as off
    left join dim_work_types using (work_type)
    left join fct_area_open_cases as today
        on today.area_id = off.area_id and today.part_id = ''
        and today.service_line = off.service_line and today.weight_scheme = off.weight_scheme
    where off.area_id = $area
        and off.service_line = $service_line
        and off.weight_scheme = $weight_scheme
        {more}
    order by work_type != '', kind, position, error_pct
"""


def schemes(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per weight scheme: the percentage of the last four weeks, null without capacity.

    Null too where the scheme has no weight for any open case: their work is not nothing, it is unknown.

    `weight_scheme`, `workload_pct`, `is_unweighed`, `is_of_few` (hidden: see `access.few_people`).
    """
    return ask(
        reader,
        choice,
        """
        select
            weight_scheme,
            coalesce(workload_units_avg = 0 and open_cases > 0 and unweighed_cases = open_cases, false)
                as is_unweighed,
            if(is_unweighed, null, workload_pct) as workload_pct,
            is_of_few
        from fct_area_line_windows
        inner join dim_weight_schemes using (weight_scheme)
        left join fct_area_open_cases using (area_id, part_id, service_line, weight_scheme)
        where area_id = $area
            and part_id = ''
            and service_line = $service_line
            and time_window = 'four_weeks'
        order by position
        """,
    )


def weights_off(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per error of all weights alike: the percentage of four weeks and its bounds.

    `error_pct`, `mid_pct`, `low_pct`, `high_pct`; the percentages are null without capacity, and where no
    weight fits any open case. No row where the line has neither work nor capacity.
    """
    return ask(reader, choice, _SENSITIVITY.format(more="and off.work_type = ''"))


def sensitivity(reader: Reader, choice: Choice) -> pl.DataFrame:
    """The same per `work_type`: the weights of one kind of work off, or ('') all of them."""
    return ask(reader, choice, _SENSITIVITY.format(more=""))


def bases(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per weight scheme and basis: the share of today's workload, and since when its rows hold.

    `weight_scheme`, `basis`, `workload_share_pct`, `oldest_valid_from`,
    `newest_valid_from`.
    """
    return ask(
        reader,
        choice,
        """
        select
            weight_scheme, basis, oldest_valid_from, newest_valid_from,
            workload_share_pct
        from fct_area_weight_bases
        inner join dim_weight_schemes using (weight_scheme)
        where area_id = $area and service_line = $service_line
        order by position, basis
        """,
    )


def finding_effects(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per figure and finding: cases concerned, the percentage, and how far it could move.

    `figure`, `finding`, `on_day`, `concerned_cases`, `mid_pct`, `low_pct`, `high_pct`; the
    percentages are null without capacity, and where no weight fits any open case.
    """
    return ask(
        reader,
        choice,
        """
        select
            figure, finding, on_day, concerned_cases,
            coalesce(workload_pct = 0 and open_cases > 0 and unweighed_cases = open_cases, false)
                as is_unweighed,
            if(is_unweighed, null, workload_pct) as mid_pct,
            if(is_unweighed, null, workload_lower_pct) as low_pct,
            if(is_unweighed, null, workload_upper_pct) as high_pct,
            is_of_few
        from fct_area_finding_effects as effects
        left join fct_area_open_cases as today
            on today.area_id = effects.area_id and today.part_id = ''
            and today.service_line = effects.service_line and today.weight_scheme = effects.weight_scheme
        where effects.area_id = $area
            and effects.service_line = $service_line
            and effects.weight_scheme = $weight_scheme
            and concerned_cases > 0
        order by on_day, finding
        """,
    )


def weight_changes(reader: Reader, choice: Choice) -> pl.DataFrame:
    """One row per part of the area ('' = all of it) and day of new weights, latest first: both percentages.

    `part_id`, `changed_on`, `workload_before_pct`, `workload_after_pct`, `moved_points` (after
    less before); these are null without capacity. `work_change_pct` is by how much the work itself grew in
    units, null where there was none.
    """
    return ask(
        reader,
        choice,
        """
        select
            part_id, changed_on, workload_before_pct, workload_after_pct, moved_points, work_change_pct,
            is_of_few
        from fct_area_weight_changes
        where area_id = $among and service_line = $service_line and weight_scheme = $weight_scheme
        order by changed_on desc, part_id
        """,
    )
