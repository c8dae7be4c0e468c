"""What the parts of the page Backlog ask alike: the rows of the place and kind chosen."""

import polars as pl

from dashboards.components.filters import Chosen
from dashboards.queries import backlog as questions


def is_anything(chosen: Chosen) -> bool:
    """Whether the filters together leave any case: a kind of mandate may belong to another service line."""
    return not (weeks_asked(chosen).is_empty() and flow_asked(chosen).is_empty())


def weeks_asked(chosen: Chosen) -> pl.DataFrame:
    """The weeks of the place and kind chosen."""
    return questions.backlog_weeks(chosen.area, chosen.service_line, chosen.weight_scheme, _kind(chosen))


def flow_asked(chosen: Chosen) -> pl.DataFrame:
    """The months of the place and kind chosen."""
    return questions.flow_months(chosen.area, chosen.service_line, _kind(chosen))


def bands_asked(chosen: Chosen) -> pl.DataFrame:
    """How many of the place and kind chosen have waited how long."""
    return questions.wait_bands(chosen.area, chosen.service_line, _kind(chosen))


def cases_asked(chosen: Chosen, most: int) -> pl.DataFrame:
    """The cases of the place and kind chosen that have been without officer longest."""
    return questions.waiting_cases(
        chosen.part, chosen.service_line, chosen.weight_scheme, _kind(chosen), most
    )


def now_asked(chosen: Chosen) -> pl.DataFrame:
    """What waits on the last day, by office (or region) and kind, in the place and kind chosen."""
    rows = _everything_now(chosen).filter((pl.col("office_id") != "") & (pl.col("supervision_type") != ""))
    if chosen.office:
        rows = rows.filter(pl.col("office_id") == chosen.office)
    return rows.filter(pl.col("supervision_type") == chosen.work_type) if chosen.work_type else rows


def whole_now(chosen: Chosen) -> dict:
    """What waits on the last day in the place and kind chosen, all together; nothing waits: no amounts."""
    rows = _everything_now(chosen).filter(
        (pl.col("office_id") == chosen.part) & (pl.col("supervision_type") == _kind(chosen))
    )
    nothing = {"waiting_cases": 0, "uncovered_cases": 0}
    return rows.row(0, named=True) if rows.height else dict.fromkeys(rows.columns) | nothing


def _everything_now(chosen: Chosen) -> pl.DataFrame:
    return questions.backlog_now(chosen.among, chosen.service_line, chosen.weight_scheme)


def area(chosen: Chosen) -> dict[str, str]:
    """Place, kind and service line in words, for subtitles."""
    parts = [chosen.label("office")] + ([chosen.label("work_type")] if chosen.work_type else [])
    return {"area": ", ".join(parts), "line": chosen.label("service_line")}


def _kind(chosen: Chosen) -> str:
    return chosen.work_type or questions.ALL
