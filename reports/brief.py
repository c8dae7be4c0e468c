"""`python -m reports brief`: the funding brief of an area as HTML, PDF and workbook."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from dashboards import languages
from dashboards.brief.document import brief_html
from dashboards.brief.workbook import workbook
from dashboards.choice import SERVICE
from dashboards.filters.all_filters import FILTERS
from dashboards.panels.funding import frames
from dashboards.paper.printing import NothingPrintsError, pdf
from dashboards.screen import clock
from dashboards.text import speaking
from dashboards.view import View
from reports import asking
from reports.choosing import area_of, view_of
from reports.command import said, written_whole

NAME = "brief"
HELP = "the funding brief of an area: brief.html, brief.pdf and brief.xlsx"
# Option -> the filter of the page that it states.
_OPTIONS = {
    "line": "service_line",
    "scheme": "weight_scheme",
    "window": "time_window",
    "target": "target_load",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name the options."""
    asking.add_arguments(parser)
    parser.add_argument(
        "--area", default=SERVICE, metavar="ID", help="office or region; default: all offices"
    )
    parser.add_argument("--language", choices=languages.codes(), default=languages.FALLBACK)
    parser.add_argument("--into", type=Path, required=True, metavar="DIR", help="folder to write into")
    for option, name in _OPTIONS.items():
        parser.add_argument(f"--{option}", metavar="ID", help=f"{FILTERS[name].address} of the page Funding")


def run(given: argparse.Namespace) -> Iterable[Path]:
    """Write the brief; without anything that prints, the PDF is left out, and that is said."""
    reader = asking.reader_of(given, "funding", given.language)
    stated = {name: value for option, name in _OPTIONS.items() if (value := getattr(given, option))}
    with speaking(given.language):
        stated |= area_of(reader, given.area)
        view = view_of(reader, frames.FILTERS, frames.DEFAULTS, stated)
    return written_whole(_files(view, given.into))


def _files(view: View, into: Path) -> dict[Path, bytes]:
    parts = "region" if view.choice.compares_regions else "office"
    with speaking(view.reader.language, parts):
        document = brief_html(view, clock.now())
        made = {into / "brief.html": document.encode("utf-8"), into / "brief.xlsx": workbook(view)}
        try:
            made[into / "brief.pdf"] = pdf(document)
        except NothingPrintsError as error:
            said(f"no brief.pdf: {error}")
    return made
