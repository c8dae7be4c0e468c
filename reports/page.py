"""`python -m reports page`: a page as a report to print, HTML and PDF."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from dashboards import languages
from dashboards.app_pages import PAGES
from dashboards.paper.printing import NothingPrintsError, pdf
from dashboards.paper.report import Chapter, report_html
from dashboards.screen import clock
from dashboards.text import speaking, t
from reports import asking
from reports.address import LANGUAGE, asked_by, chapter_of, page_named
from reports.command import said, written_whole

NAME = "page"
HELP = "a page as a report: NAME.html and NAME.pdf"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name the options."""
    asking.add_arguments(parser)
    parser.add_argument("page", metavar="NAME", help=", ".join(PAGES))
    parser.add_argument(
        "--address",
        default="",
        metavar="QUERY",
        help='as in the browser, such as "office=GEN&since=two_years"',
    )
    parser.add_argument("--language", choices=languages.codes(), help="default: that of the address")
    parser.add_argument("--into", type=Path, required=True, metavar="DIR", help="folder to write into")


def run(given: argparse.Namespace) -> Iterable[Path]:
    """Write the report; without anything that prints, the PDF is left out, and that is said."""
    page, asked = page_named(given.page), asked_by(given.address)
    language = given.language or asked.get(LANGUAGE, languages.FALLBACK)
    reader = asking.reader_of(given, page.name, language)
    with speaking(language):
        chapter = chapter_of(page, reader, asked)
    return written_whole(_files(chapter, given.into))


def _files(chapter: Chapter, into: Path) -> dict[Path, bytes]:
    name, view = chapter.page.name, chapter.view
    with speaking(view.reader.language, "region" if view.choice.compares_regions else "office"):
        document = report_html(t(f"{name}.title"), [chapter], clock.now())
    made = {into / f"{name}.html": document.encode("utf-8")}
    try:
        made[into / f"{name}.pdf"] = pdf(document)
    except NothingPrintsError as error:
        said(f"no {name}.pdf: {error}")
    return made
