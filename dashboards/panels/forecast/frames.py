"""The rows that several panels of Forecast are made from, and when there are any to show."""

from collections.abc import Callable
from functools import wraps

import polars as pl

from dashboards.page import Made, MakesPanels
from dashboards.panels import unweighed
from dashboards.queries import forecast as questions
from dashboards.text import page_has, t
from dashboards.view import View

WORK = "workload_units"
# The horizons that sentences name, as far as the forecast goes.
SAID_MONTHS = (6, 12)
LAST_VALUE = "last_value"
# Methods without a model: what any forecast has to beat.
RIVALS = (LAST_VALUE, "same_month_last_year", "smoothing", "little")
# What is good enough, for the product to say: no norm, an assumption. A band of 80 % that held 69 % is off.
COVERAGE_POINTS = 10


def is_empty(view: View) -> bool:
    """Whether the filters leave no month: a kind of mandate may belong to another service line."""
    return months(view).is_empty() and not is_unweighed(view)


def is_of_work(view: View) -> bool:
    """Whether the measure is work, which depends on weights."""
    return view.choice.forecast_measure == WORK


def is_unweighed(view: View) -> bool:
    """Whether the measure is work, and no weight fits any open case: it is unknown, not nothing."""
    return is_of_work(view) and unweighed.is_all(view, view.choice.service_line)


def is_of_region(view: View) -> bool:
    """Whether a region is looked at: bands of its offices do not add up to one of the region."""
    return view.choice.region is not None and view.choice.office is None


def months(view: View) -> pl.DataFrame:
    """What came in the area chosen, by whole month: ``month_start_on``, ``amount``."""
    return questions.months(view.reader, view.choice)


def ahead_of_all(view: View) -> pl.DataFrame:
    """What is forecast now of every office, and of all of them ('')."""
    return questions.ahead(view.reader, view.choice)


def ahead(view: View) -> pl.DataFrame:
    """What is forecast now of the office chosen, or of all offices together."""
    return ahead_of_all(view).filter(pl.col("office_id") == view.choice.part)


def errors_of_all(view: View) -> pl.DataFrame:
    """How far each method was off, of every office and of all of them ('')."""
    return questions.errors(view.reader, view.choice)


def errors(view: View) -> pl.DataFrame:
    """The same of the office chosen, or of all offices together."""
    return errors_of_all(view).filter(pl.col("office_id") == view.choice.part)


def held_against(view: View) -> pl.DataFrame:
    """What was forecast beside what came, of the office chosen or of all."""
    return questions.against_actual(view.reader, view.choice)


def horizons_said(rows: pl.DataFrame) -> list[int]:
    """The horizons that sentences name: 6 and 12 months where rows have them, else the last there is."""
    there = rows["horizon_months"].unique().sort().to_list()
    return [one for one in SAID_MONTHS if one in there] or there[-1:]


def with_forecast(part: MakesPanels) -> MakesPanels:
    """Decorates a part that is shown only where there is a forecast of what is looked at."""

    @wraps(part)
    def made(view: View) -> Made:
        is_there = not is_unweighed(view) and not is_of_region(view) and ahead(view).height
        return part(view) if is_there else None

    return made


def model_words(view: View) -> Callable[[str], str]:
    """What a method is called: its id with blanks where it has no words."""

    def called(model: str) -> str:
        known = page_has("forecast", f"model_{model}")
        return t(f"forecast.model_{model}") if known else model.replace("_", " ")

    return called


def named(rows: pl.DataFrame, column: str, into: str, view: View) -> pl.DataFrame:
    """The rows with what the methods of a column are called."""
    called = model_words(view)
    words = {model: called(model) for model in rows[column].drop_nulls().unique()}
    return rows.with_columns(
        pl.col(column).replace_strict(words, default=None, return_dtype=pl.String).alias(into)
    )


def area_words(view: View) -> dict[str, str]:
    """What is looked at, in words: measure, area, line and kind."""
    return {
        "measure": view.choice.label("forecast_measure"),
        "office": view.choice.label("office"),
        "line": view.choice.label("service_line"),
        "kind": view.choice.label("work_type"),
    }
