"""Groups of people of one day, by part and something else: those of nobody are hidden like those of few.

Of a month it is no secret that an office has no seniors. But that nobody with capacity carries more than
sixty cases, where one officer does, says that this one is away.
"""

from datetime import date

import polars as pl

from dashboards.access.groups import KEYS, hidden_groups
from dashboards.access.region_groups import hidden_groups_within

_ANY_DAY = date(2000, 1, 1)  # the rules on groups are by month


def hidden_of_a_day(
    groups: pl.DataFrame, region: str = "", service: pl.DataFrame | None = None
) -> pl.DataFrame:
    """The groups with `is_hidden`; `groups`: `part_id`, `grade` (what else they are by, '' = all), `people`.

    Every group has a row, also one without anybody. Of a region: `region` is its id, and `service` the
    groups of the whole service, marked already.
    """
    dated = groups.with_columns(month_start_on=pl.lit(_ANY_DAY))
    if service is None:
        marked = hidden_groups(dated)
    else:
        whole = service.with_columns(month_start_on=pl.lit(_ANY_DAY))
        marked = hidden_groups_within(dated, region, whole)
    return marked.select(*KEYS[1:], "people", "is_hidden")
