"""`python -m reports backtest`: how far off forecasts were, by model and month ahead, as a table."""

import argparse
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import polars as pl

from analysis import forecast
from analysis.forecast import Past, Run
from analysis.forecast.library import is_installed
from dashboards import queries
from dashboards.queries import past_months
from dashboards.reader import Reader
from reports import asking
from reports.backtest_table import document
from reports.command import RefusedError, following, said, written_whole

NAME = "backtest"
# A source may be some weeks behind; one further behind would look as if nothing came in any more.
LAG_DAYS = 62
HELP = "forecasts from past months beside what came: backtest.csv and backtest.md"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name the options."""
    asking.add_arguments(parser)
    parser.add_argument("--scheme", metavar="ID", help="weights of the work; default: those of the pages")
    parser.add_argument("--without-search", action="store_true", help="leave out AutoETS of statsforecast")
    parser.add_argument("--into", type=Path, required=True, metavar="DIR", help="folder to write into")


def run(given: argparse.Namespace) -> Iterable[Path]:
    """Write both tables. Raises RefusedError."""
    reader = asking.reader_of(given, "forecast")
    searched = not given.without_search
    if searched and not is_installed():
        raise RefusedError(
            "the search for a form comes with the extra forecast: `pip install 'maatwerk[forecast]'`, or "
            "leave it out with --without-search"
        )
    try:
        ran = _ran(reader, given.scheme, searched)
    except forecast.TooLittleError as error:
        sentence = str(error)
        raise RefusedError(f"{sentence[0].lower()}{sentence[1:]}") from None
    scores = forecast.scores_of(ran)
    sums = scores.filter((pl.col("office_id") == "") | (pl.col("supervision_type") == ""))
    return written_whole(
        {
            given.into / "backtest.csv": sums.write_csv().encode("utf-8"),
            given.into / "backtest.md": document(scores, ran).encode("utf-8"),
        }
    )


def _ran(reader: Reader, scheme: str | None, searched: bool) -> Run:
    """The trial of what the warehouse holds: cases by month, else published figures by year."""
    status = queries.status(reader)

    def bar(series: list[int]) -> Iterable[int]:
        return following(series, "searching")

    if not status.has_cases:
        return forecast.run_years(past_months.published(reader), searched, bar)
    work = past_months.work(reader, scheme or status.default_weight_scheme)
    if scheme and work.is_empty():
        raise RefusedError(f"no work is weighed by {scheme!r} in this warehouse")
    until, stopped = _known_until(reader, status.as_of)
    if stopped:
        said(
            f"left out, for their source stopped more than {LAG_DAYS} days before the last day: "
            f"{', '.join(stopped)}"
        )
    flow, cohorts, work = (
        frame.filter(~pl.col("office_id").is_in(stopped))
        for frame in (past_months.flow(reader), past_months.cohorts(reader), work)
    )
    past = Past(flow, until, status.first_month_on, cohorts, None if work.is_empty() else work)
    return forecast.run(past, searched=searched, following=bar)


def _known_until(reader: Reader, as_of: date) -> tuple[date, list[str]]:
    """The day up to which all offices are known but those whose source stopped long before, and these."""
    days = {row["id"]: row["known_until_on"] or as_of for row in queries.choices(reader, "office")}
    stopped = sorted(office for office, day in days.items() if (as_of - day).days > LAG_DAYS)
    return min([as_of, *(day for office, day in days.items() if office not in stopped)]), stopped
