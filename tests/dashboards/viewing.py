"""Readers and views for tests: somebody who looks at what is published, with filters as stated."""

from datetime import date

import polars as pl

from dashboards import database, queries
from dashboards.choice import ALL, SERVICE, Choice
from dashboards.filters.all_filters import FILTERS
from dashboards.filters.filter import Context, Filter
from dashboards.filters.settling import settled
from dashboards.page import Page
from dashboards.reader import Reader
from dashboards.view import View


def published_reader(language: str = "en") -> Reader:
    """A reader of the file that is published in the folder of the environment."""
    return Reader(str(database.published_file()), language)


def of_marts(reader: Reader, sql: str, **parameters: object) -> pl.DataFrame:
    """Rows of the marts themselves, past what pages may have of them: for figures made by hand."""
    with database._opened(reader.file).cursor() as cursor:
        cursor.execute("set search_path = 'published.marts'")
        return database.answer(cursor, sql, parameters)


def view_of(page: Page, reader: Reader, **values: str) -> View:
    """The view of a page with these filters, all others at their defaults.

    The office of a team is an office: `office=GEN` chooses it too, where it is the reader's own.
    """

    def pick(one: Filter, context: Context, default: str) -> str:
        of_address = values.get(one.address)
        return values.get(one.name, of_address if of_address in one.options(context) else default)

    choice = settled(reader, queries.status(reader), page.filters, pick, page.defaults)
    return View(queries.status(reader), choice, reader)


def choice_of(area: str = SERVICE, since: date = date(2000, 1, 1), **values: str) -> Choice:
    """What questions are about: an area whose parts are compared, other filters at a usual value."""
    usual = {
        "region": area if area.endswith(":region") else ALL,
        "office": ALL if area == SERVICE or area.endswith(":region") else area,
        "service_line": "offender_supervision",
        "weight_scheme": "fl_type_phase",
        "weights": "then",
        "time_window": "four_weeks",
        "comparison": "before",
        "work_type": ALL,
        "grade": ALL,
        "threshold_set": "workload",
        "horizon": "13",
        "target_load": "100",
    }
    return Choice((), dict.fromkeys(FILTERS, ALL) | usual | values, {}, "", since, among=area)
