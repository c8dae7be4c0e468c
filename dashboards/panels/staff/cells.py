"""The parts that a simulation has: those that may be shown, and all others of the area together."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from analysis.queue import Past, Start
from analysis.queue.tables import past_of, start_of
from dashboards.access.few_people import FEW_MARK
from dashboards.queries import staff as questions
from dashboards.view import View

OTHERS = "other parts"  # those whose capacity is not shown, together
# Rates are those of a year; the year before it is what the fit is made of.
MONTHS = 12
BINS = 13  # months waited; the last holds whoever waited a year or more
NOTHING = 1e-6  # what is left when sums that are alike are taken from each other
_CASES = ("received_cases", "started_cases", "active_cases_end", "waiting_cases_end", "active_cases_avg")
_SUMMED = (*_CASES, "workload_units_avg", "capacity_units_avg", "available_fte_avg")


@dataclass(frozen=True)
class Cells:
    """The cells in their order, and the past months that all of them have.

    ``ids``: parts by their id, perhaps `OTHERS`; '' where the area is one. ``hidden``: parts whose figures
    are of too few people. ``months`` are the first days of those in ``past``, the stocks before them apart.
    """

    ids: list[str]
    hidden: list[str]
    past: Past
    months: list[date]
    waited: pl.DataFrame

    @property
    def start(self) -> Start:
        """Where the last month ended."""
        return start_of(self.past, self.waited, self.ids, BINS)


def months(view: View) -> pl.DataFrame:
    """The whole months of the area and its parts."""
    rows = questions.months(view.reader, view.choice)
    return rows.filter(pl.col("month_start_on").dt.month_end() <= view.status.as_of)


def is_empty(view: View) -> bool:
    """Whether the area has nothing of the line in any month, whole or not."""
    return questions.months(view.reader, view.choice).is_empty()


def is_hidden(view: View) -> bool:
    """Whether too few people are behind the capacity of the area."""
    recent = _recent(months(view))
    return bool(recent.filter(pl.col("part_id") == "")[FEW_MARK].any())


def is_known(view: View) -> bool:
    """Whether the area has a year of months with staff and carried cases."""
    recent = _recent(months(view)).filter(pl.col("part_id") == "")
    whole = recent.tail(MONTHS)
    return recent.height > MONTHS and _has_rates(whole)


def cells(view: View, since: date | None = None) -> Cells:
    """The cells of an area that `is_known`, over two years, or since a month and the year before it."""
    rows = _recent(months(view), since)
    parts = rows.filter(pl.col("part_id") != "").partition_by("part_id", as_dict=True, maintain_order=True)
    hidden = [part for (part,), of in parts.items() if of[FEW_MARK].any()]
    when = rows.filter(pl.col("part_id") == "")["month_start_on"].sort().to_list()
    own = [part for (part,), of in parts.items() if part not in hidden and _has_rates(_last_year(of, when))]
    cut = rows.with_columns(cell="part_id").select("cell", "month_start_on", *_SUMMED)
    whole = cut.filter(pl.col("cell") == "")
    rest = _less(whole, cut.filter(pl.col("cell").is_in(own)))
    ids = list(own)
    last_year = _last_year(rest, when)
    if not own or _holds_cases(last_year):
        ids = [*own, OTHERS] if own and _has_rates(last_year) else [""]
    waited = questions.months_waited(view.reader, view.choice)
    return Cells(ids, hidden, past_of(pl.concat([cut, rest]), ids, when), when[1:], _waited(waited, own))


def _recent(rows: pl.DataFrame, since: date | None = None) -> pl.DataFrame:
    """The last two years and the month before them, as far as they are there; or those from another month."""
    known = rows["month_start_on"].unique().sort()
    count = 2 * MONTHS if since is None else (known >= since).sum() + MONTHS
    last = known.tail(count + 1)
    return rows.filter(pl.col("month_start_on").is_in(last.implode()))


def _last_year(rows: pl.DataFrame, when: list[date]) -> pl.DataFrame:
    return rows.filter(pl.col("month_start_on").is_in(when[-MONTHS:]))


def _has_rates(rows: pl.DataFrame) -> bool:
    """Whether there were cases, work and staff, also in the last month: else no rates and no limit."""
    sums = rows.select(pl.col("active_cases_avg", "workload_units_avg", "capacity_units_avg").sum())
    last = rows.sort("month_start_on").tail(1).select(pl.col("available_fte_avg", "active_cases_end").sum())
    return min(*sums.row(0), *last.row(0)) > NOTHING


def _holds_cases(rows: pl.DataFrame) -> bool:
    """Whether anything comes, waits or is carried there: staff without cases take no part."""
    return max(rows.select(pl.col(*_CASES).sum()).row(0)) > NOTHING


def _less(whole: pl.DataFrame, parts: pl.DataFrame) -> pl.DataFrame:
    """The area less the parts that are simulated on their own."""
    own = parts.group_by("month_start_on").agg(pl.col(*_SUMMED).sum())
    left = whole.join(own, on="month_start_on", how="left", suffix="_own").with_columns(
        (pl.col(name) - pl.col(f"{name}_own").fill_null(0)).clip(0).alias(name) for name in _SUMMED
    )
    return left.select(pl.lit(OTHERS).alias("cell"), "month_start_on", *_SUMMED).cast(whole.schema)


def _waited(rows: pl.DataFrame, own: list[str]) -> pl.DataFrame:
    others = rows.filter((pl.col("part_id") != "") & ~pl.col("part_id").is_in(own))
    return pl.concat([rows, others.with_columns(part_id=pl.lit(OTHERS))]).rename({"part_id": "cell"})
