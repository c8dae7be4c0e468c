"""Cases that officers carry who cannot act: listed where these have left, else counted, for five or more.

A case in a list stands in its officer's own list too: one that is there because its officer is away would
name the officer. Who has left the service is no secret, and their cases must be found. A count of few absent
officers' cases is as good as a name, for caseloads differ; and whether it is none is told of nobody.
"""

from collections.abc import Mapping
from typing import Any

import polars as pl

from dashboards.access.groups_of_a_day import hidden_of_a_day

LEFT_TABLE = "cases_left (case_id varchar)"
COUNTS_TABLE = """cover_counts (
    area_id varchar, part_id varchar, service_line varchar, left_cases bigint, away_cases bigint
)"""

# Active cases none of whose officers has capacity, whichever the weights: under some a trainee has none.
# Of each the officers, and whether all of them have left.
_UNABLE = """
    with carried as (
        select case_id, any_value(office_id) as office_id, any_value(service_line) as service_line,
            -- the share follows the last space: an id may hold spaces too
            unnest(list_transform(
                string_split(any_value(officer_shares), ', '),
                lambda one: regexp_extract(one, '^(.*) [0-9.]+$', 1)
            )) as officer_id
        from published.marts.fct_open_cases
        where needs_cover and state = 'active'
            and (select has_contracts from published.marts.dim_status)
        group by case_id
        having count(*) = (select count(*) from published.marts.dim_weight_schemes)
    ),

    unable as (
        select carried.*, coalesce(last_contract_to <= as_of, false) as is_gone
        from carried
        left join published.marts.dim_officers using (officer_id)
        cross join published.marts.dim_status
    )
"""
_LEFT = "select case_id from unable group by case_id having bool_and(is_gone)"
_COUNTS = """,

    cases as (
        select *, bool_and(is_gone) over (partition by case_id) as is_left from unable
    ),

    places as (
        select office.area_id as office_id, unnest([office.parent_id, region.parent_id]) as area_id,
            unnest([office.area_id, region.area_id]) as part_id
        from published.marts.dim_areas as office
        left join published.marts.dim_areas as region
            on office.parent_id = region.area_id and region.area_kind = 'region'
        where office.area_kind = 'office'
    ),

    parts as (
        select office_id, area_id, unnest([part_id, '']) as part_id from places where area_id is not null
    ),

    lines as (
        select service_line, unnest([service_line, '']) as line from published.marts.dim_service_lines
    ),

    grid as (
        select distinct area_id, part_id, line from parts cross join lines
    ),

    counted as (
        select
            area_id, part_id, line,
            count(distinct case_id) filter (where is_left) as left_cases,
            count(distinct case_id) filter (where not is_left) as away_cases,
            count(distinct officer_id) filter (where not is_left and not is_gone) as people
        from cases
        inner join parts using (office_id)
        inner join lines using (service_line)
        group by area_id, part_id, line
    )

    select
        area_id, part_id, line,
        coalesce(left_cases, 0)::bigint as left_cases,
        coalesce(away_cases, 0)::bigint as away_cases,
        coalesce(people, 0)::bigint as people
    from grid
    left join counted using (area_id, part_id, line)
    order by area_id, part_id, line
"""
_NEEDED = frozenset(
    {"fct_open_cases", "dim_officers", "dim_areas", "dim_service_lines", "dim_weight_schemes"}
)


def views() -> dict[str, str]:
    """Mart -> what a page may have of it, for the marts about open cases."""
    return {
        # `needs_cover` is true of the cases of whoever is away; what may be listed stands in its place.
        "fct_open_cases": """
            select c.* exclude (needs_cover),
                left_behind.case_id is not null as has_left,
                c.state = 'uncovered' or left_behind.case_id is not null as needs_somebody
            from published.marts.fct_open_cases as c
            left join shown.cases_left as left_behind on c.case_id = left_behind.case_id
        """,
        "fct_area_open_cases": "select * exclude (unable_cases) from published.marts.fct_area_open_cases",
    }


def cases_left(connection: Any, marts: Mapping[str, list[str]]) -> list[tuple[str]]:
    """The active cases all of whose officers have left."""
    if not marts.keys() >= _NEEDED:
        return []
    return connection.execute(_UNABLE + _LEFT).fetchall()


def counts(connection: Any, marts: Mapping[str, list[str]]) -> list[tuple]:
    """Per area, part of it ('' = all) and service line ('' = all): cases left, and those of officers away.

    The latter is null where fewer than five officers are behind it, none among them, and where it would tell
    of such a group.
    """
    if not marts.keys() >= _NEEDED:
        return []
    found = connection.execute(_UNABLE + _COUNTS)
    rows = pl.DataFrame(
        found.fetchall(),
        schema={
            "area_id": pl.String,
            "part_id": pl.String,
            "grade": pl.String,
            "left_cases": pl.Int64,
            "away_cases": pl.Int64,
            "people": pl.Int64,
        },
        orient="row",
    )
    if rows.is_empty():
        return []
    return [row for area in _cleared(rows) for row in area.rows()]


def _cleared(rows: pl.DataFrame) -> list[pl.DataFrame]:
    """The counts of every area, the service's first: what it hides its regions hide."""
    service = "service"
    by_area = {area: own for (area,), own in rows.group_by("area_id", maintain_order=True)}
    whole = hidden_of_a_day(by_area[service])
    marked = {service: whole}
    for area, own in by_area.items():
        if area != service:
            marked[area] = hidden_of_a_day(own, area, whole)
    return [_with_marks(by_area[area], found) for area, found in marked.items()]


def _with_marks(rows: pl.DataFrame, marked: pl.DataFrame) -> pl.DataFrame:
    is_shown = ~pl.col("is_hidden")
    return rows.join(
        marked.select("part_id", "grade", "is_hidden"), on=["part_id", "grade"], how="left"
    ).select(
        "area_id",
        "part_id",
        service_line="grade",
        left_cases="left_cases",
        away_cases=pl.when(is_shown).then("away_cases"),
    )
