"""What several panels of the page Outlook share: of whom they are, and the rows of the area chosen."""

from collections.abc import Callable
from functools import wraps

import polars as pl

from dashboards.charts import ahead_readings
from dashboards.page import Made, MakesPanels
from dashboards.queries import outlook as questions
from dashboards.queries.asking import first_shown
from dashboards.view import View


def of_offices(part: MakesPanels) -> MakesPanels:
    """Decorates a part that is not shown where one officer is looked at."""
    return _shown_where(part, lambda view: view.choice.officer is None)


def of_weighed_offices(part: MakesPanels) -> MakesPanels:
    """As `of_offices`, for a part that would show work that no weight fits as nothing."""
    return _shown_where(part, lambda view: view.choice.officer is None and not is_unweighed(view))


def of_an_officer(part: MakesPanels) -> MakesPanels:
    """Decorates a part that is only shown where one officer is looked at."""
    return _shown_where(part, lambda view: view.choice.officer is not None)


def _shown_where(part: MakesPanels, is_shown: Callable[[View], bool]) -> MakesPanels:
    @wraps(part)
    def made(view: View) -> Made:
        return part(view) if is_shown(view) else None

    return made


def is_empty(view: View) -> bool:
    """Whether nothing is booked in the area and line chosen; an officer is a whole person, of every line."""
    if view.choice.officer is not None:
        return False
    return not (weeks(view)["is_booked"].any() or is_unweighed(view))


def is_unweighed(view: View) -> bool:
    """Whether no weight fits any open case, and nothing else is booked: the work is unknown, not nothing."""
    cases = first_shown((lambda: open_cases(view), lambda: questions.weighed_cases(view.reader, view.choice)))
    is_open = cases["open_cases"] and cases["open_cases"] == cases["unweighed_cases"]
    return bool(is_open) and not weeks(view)["workload_units_avg"].sum()


def weeks(view: View) -> pl.DataFrame:
    """The weeks of the area and line chosen, behind and ahead; without capacity where posts are too few."""
    return questions.area_weeks(view.reader, view.choice)


def shown_weeks(view: View) -> pl.DataFrame:
    """Of these, the ones up to the horizon."""
    return ahead_readings.shown_weeks(weeks(view), view.choice.horizon)


def booked_work(view: View) -> pl.DataFrame:
    """The work booked in the area and line chosen, week by week."""
    return questions.booked_work(view.reader, view.choice)


def open_cases(view: View) -> dict:
    """The open cases of the area and line chosen, counted."""
    return questions.open_cases(view.reader, view.choice)


def parts_ahead(view: View) -> pl.DataFrame:
    """Every part now, in a quarter and in a year; without capacity where posts are too few."""
    return questions.parts_ahead(view.reader, view.choice)


def area_words(view: View) -> dict[str, str]:
    """Area and service line in words, for subtitles."""
    return {"area": view.choice.label("office"), "line": view.choice.label("service_line")}
