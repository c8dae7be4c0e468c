"""The rows that several panels of the Overview are made from, and the service lines that have any."""

import polars as pl

from dashboards import queries
from dashboards.panels.overview import comparing
from dashboards.queries import overview as questions
from dashboards.view import View


def windows(view: View) -> pl.DataFrame:
    """Work and capacity in the window chosen and in the one compared with, of every line, scheme and part."""
    return questions.load_in_windows(view.reader, view.choice)


def months(view: View) -> pl.DataFrame:
    """The whole service per line and month."""
    return questions.service_months(view.reader, view.choice)


def months_since_start(view: View, line: str) -> pl.DataFrame:
    """The months of one line of the whole service of which all cases are known."""
    return questions.months_since_start(view.reader, view.choice).filter(pl.col("service_line") == line)


def waits(view: View) -> pl.DataFrame:
    """Where cases wait or lack cover on the last day, and how long."""
    return questions.longest_waits(view.reader)


def lines(view: View) -> list[dict]:
    """The service lines of these months in their fixed order, then those that policy has no name for."""
    present = set(months(view)["service_line"].drop_nulls())
    named = [row for row in queries.choices(view.reader, "service_line") if row["id"] in present]
    codes = sorted(present - {row["id"] for row in named})
    return named + [{"id": code} for code in codes]


def line_words(view: View, line: dict) -> str:
    """What one of the `lines` is called."""
    return queries.label_of(view.reader, "service_line", line["id"])


def first_line(view: View) -> dict:
    """The service line that the page is about; the others follow by themselves."""
    return lines(view)[0]


def is_empty(view: View) -> bool:
    """Whether these data hold no work of any line."""
    return not lines(view)


def ranges(view: View, line: str) -> dict[str, comparing.LoadRange]:
    """Per part, and for all together (''), the workload of a line in the window chosen, over all schemes."""
    choice = view.choice
    alike_pct = queries.noise_level(view.reader, "beside_all_offices_pct")
    return comparing.load_ranges(windows(view), choice.time_window, line, choice.weight_scheme, alike_pct)
