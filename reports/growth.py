"""`python -m reports growth`: what each cause has in a change between two months, as one long table."""

import argparse
import itertools
from collections.abc import Iterable
from pathlib import Path

import polars as pl

from analysis.growth import MEASURES, in_long_form
from dashboards import queries
from dashboards.choice import SERVICE
from dashboards.filters import periods
from dashboards.panels.growth import frames
from dashboards.reader import Reader
from dashboards.status import Status
from dashboards.text import speaking
from dashboards.view import View
from reports import asking
from reports.choosing import area_of, view_of
from reports.command import RefusedError, following, said, written_whole

NAME = "growth"
HELP = "why open cases, work and workload changed between two months, by area, service line and scheme"
_SCHEMA = {
    "area_id": pl.String,
    "service_line": pl.String,
    "weight_scheme": pl.String,
    "measure": pl.String,
    "factor": pl.String,
    "change": pl.Float64,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name the options."""
    asking.add_arguments(parser)
    parser.add_argument("--from", dest="from_month", required=True, metavar="YYYY-MM", help="first month")
    parser.add_argument("--to", dest="to_month", required=True, metavar="YYYY-MM", help="last month")
    parser.add_argument("--area", metavar="ID", help="one area (service: the whole); default: every area")
    parser.add_argument("--measure", choices=MEASURES, help="default: all of them")
    parser.add_argument("--into", type=Path, required=True, metavar="FILE.csv")


def run(given: argparse.Namespace) -> Iterable[Path]:
    """Write the table; how many percentages may not be shown is said."""
    reader = asking.reader_of(given, NAME)
    with speaking(reader.language):
        status = queries.status(reader)
        months = _months(status, given.from_month, given.to_month)
        areas = _areas(reader, given.area)
        measures = (given.measure,) if given.measure else MEASURES
        found, hidden = [], 0
        every = list(itertools.product(areas, _ids(reader, "service_line"), _ids(reader, "weight_scheme")))
        for area, line, scheme in following(every, "splitting"):
            stated = {**months, **area, "service_line": line, "weight_scheme": scheme}
            view = view_of(reader, _FILTERS, {}, stated)
            if not frames.is_empty(view):
                found.append(_split(view, _known(view, measures)))
                hidden += "workload_pct" in measures and frames.of_few(view)
    if hidden:
        said(f"workload_pct of {hidden} groups is left out: of fewer than five posts no percentage is shown")
    table = pl.concat([pl.DataFrame(schema=_SCHEMA), *found])
    return written_whole({given.into: table.write_csv().encode("utf-8")})


_FILTERS = ("region", "office", "service_line", "weight_scheme", "to_month", "from_month")


def _split(view: View, measures: Iterable[str]) -> pl.DataFrame:
    """The long table of one area, line and scheme."""
    splits = frames.splits(view, *measures)
    rows = [
        in_long_form(split, measure).with_columns(measure=pl.lit(measure))
        for measure, split in splits.items()
    ]
    whole = pl.concat(rows) if rows else pl.DataFrame(schema=_SCHEMA)
    return whole.with_columns(
        area_id=pl.lit(view.choice.area), weight_scheme=pl.lit(view.choice.weight_scheme)
    ).select(pl.col(name).cast(kind) for name, kind in _SCHEMA.items())


def _known(view: View, measures: Iterable[str]) -> list[str]:
    """Those of the measures that are known: without any weight, the work is not."""
    return [one for one in measures if one == "open_cases" or not frames.is_unweighed(view)]


def _months(status: Status, first: str, last: str) -> dict[str, str]:
    known = periods.months(status)
    for asked in (first, last):
        if asked not in known:
            raise RefusedError(f"no whole month {asked!r}; these data hold {known[-1]} to {known[0]}")
    if first >= last:
        raise RefusedError(f"--from {first} is not before --to {last}")
    return {"from_month": first, "to_month": last}


def _areas(reader: Reader, asked: str | None) -> list[dict[str, str]]:
    """Region and office of the areas asked for: one, or the service, its regions and its offices."""
    own = [asked] if asked else [SERVICE, *_ids(reader, "region"), *_ids(reader, "office")]
    return [area_of(reader, one) for one in own]


def _ids(reader: Reader, kind: str) -> list[str]:
    return [row["id"] for row in queries.choices(reader, kind)]
