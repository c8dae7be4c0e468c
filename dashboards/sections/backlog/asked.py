"""What the parts of the page Backlog ask alike: the rows of the place and kind chosen."""

import polars as pl

from dashboards.components.filters import Chosen
from dashboards.queries import backlog as questions


def is_anything(chosen: Chosen) -> bool:
    """Whether the filters together leave any case: a kind of mandate may belong to another service line."""
    return not (weeks_asked(chosen).is_empty() and flow_asked(chosen).is_empty())


def weeks_asked(chosen: Chosen) -> pl.DataFrame:
    """The weeks of the place and kind chosen."""
    return questions.backlog_weeks(chosen.service_line, chosen.weight_scheme, *_place(chosen))


def flow_asked(chosen: Chosen) -> pl.DataFrame:
    """The months of the place and kind chosen."""
    return questions.flow_months(chosen.service_line, *_place(chosen))


def cases_asked(chosen: Chosen) -> pl.DataFrame:
    """The cases without officer of the place and kind chosen."""
    return questions.waiting_cases(chosen.service_line, chosen.weight_scheme, *_place(chosen))


def now_asked(chosen: Chosen) -> pl.DataFrame:
    """What waits on the last day, by office and kind, in the place and kind chosen."""
    rows = questions.backlog_now(chosen.service_line, chosen.weight_scheme)
    if chosen.office:
        rows = rows.filter(pl.col("office_id") == chosen.office)
    return rows.filter(pl.col("supervision_type") == chosen.work_type) if chosen.work_type else rows


def area(chosen: Chosen) -> dict[str, str]:
    """Place, kind and service line in words, for subtitles."""
    parts = [chosen.label("office")] + ([chosen.label("work_type")] if chosen.work_type else [])
    return {"area": ", ".join(parts), "line": chosen.label("service_line")}


def _place(chosen: Chosen) -> tuple[str, str]:
    return chosen.office or questions.ALL, chosen.work_type or questions.ALL
