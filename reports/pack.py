"""`python -m reports pack`: a report of every office, and a list of them."""

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from dashboards import languages, queries
from dashboards.access.pages import offered
from dashboards.page import Page
from dashboards.paper import printing
from dashboards.paper.index import index_html
from dashboards.paper.printing import NothingPrintsError, Printer
from dashboards.paper.report import Chapter, contents_html, report_html
from dashboards.reader import Reader
from dashboards.screen import clock
from dashboards.text import speaking, t
from dashboards.view import View
from reports import asking
from reports.address import page_named
from reports.choosing import area_of, view_of
from reports.command import RefusedError, said, written_together

NAME = "pack"
HELP = "a report of every office: office_ID.html and office_ID.pdf, and index.html"
_AT_ONCE = 2  # documents that are printed side by side
_REMEMBERED = 5  # offices after which answers are asked anew, so that memory stays level
# What is about one office as it is. Overview and About the data are of all of them; Forecast, What more staff
# buys, Scenarios and Funding answer what somebody asks of them, and begin with what nobody asked.
PAGES_OF_AN_OFFICE = ("offices", "backlog", "pressure", "growth", "mix", "outlook", "certainty")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name the options."""
    asking.add_arguments(parser)
    parser.add_argument("--language", choices=languages.codes(), default=languages.FALLBACK)
    parser.add_argument("--into", type=Path, required=True, metavar="DIR", help="folder to write into")


def run(given: argparse.Namespace) -> Iterable[Path]:
    """Write all reports and the list of them, or nothing. Raises RefusedError where there is no office."""
    reader = asking.reader_of(given, "", given.language)
    offices = offices_of(reader)
    if not offices:
        raise RefusedError("these data hold no office")
    pages = offered(reader.scope, PAGES_OF_AN_OFFICE)
    if not pages:
        raise RefusedError(f"no page of an office is for the role {reader.scope.role}")
    names = _file_names([row["id"] for row in offices])
    with written_together(given.into) as folder:
        _write(reader, [page_named(name) for name in pages], offices, names, folder)
        written = sorted(file.name for file in folder.iterdir())
    return [given.into / name for name in written]


def offices_of(reader: Reader) -> list[queries.Row]:
    """Every office, in the fixed order of the pages."""
    return queries.choices(reader, "office")


def _write(
    reader: Reader,
    pages: Sequence[Page],
    offices: Sequence[queries.Row],
    names: dict[str, str],
    folder: Path,
) -> None:
    rows, now = [], clock.now()
    with _printed() as print_into:
        for number, row in enumerate(offices, 1):
            said(f"office {number} of {len(offices)}")
            if number % _REMEMBERED == 0:
                queries.forget()
            name = names[row["id"]]
            document = _report(pages, reader, row, now)
            (folder / f"{name}.html").write_text(document, encoding="utf-8")
            is_printed = print_into(document, folder / f"{name}.pdf")
            rows.append((queries.called(reader, row), name, is_printed))
    with speaking(reader.language):
        view = view_of(reader, (), {}, {})
        (folder / "index.html").write_text(index_html(rows, pages, view, now), encoding="utf-8")


def _report(pages: Sequence[Page], reader: Reader, office: queries.Row, now: datetime) -> str:
    with speaking(reader.language):
        place = area_of(reader, office["id"])
        chapters = [Chapter(page, _view(page, reader, place)) for page in pages]
        title = t("paper.pack_title", office=queries.called(reader, office))
        return report_html(title, chapters, now, contents_html(title, pages))


def _view(page: Page, reader: Reader, place: dict[str, str]) -> View:
    stated = {name: value for name, value in place.items() if name in page.filters}
    return view_of(reader, page.filters, page.defaults, stated)


@contextmanager
def _printed() -> Iterator[Callable[[str, Path], bool]]:
    """What prints a document into a file while the next one is made; whether anything prints here.

    One browser prints all of them, and at most two documents wait for it.
    """
    with printing.held() as printer, ThreadPoolExecutor(_AT_ONCE) as pool:
        if printer is None:
            said(f"no PDF: {NothingPrintsError()}")
        running: list[Future] = []

        def print_into(document: str, file: Path) -> bool:
            if printer is None:
                return False
            while len(running) >= _AT_ONCE:
                running.pop(0).result()
            running.append(pool.submit(_print, printer, document, file))
            return True

        yield print_into
        while running:
            running.pop(0).result()


def _print(printer: Printer, document: str, file: Path) -> None:
    file.write_bytes(printer(document))


def _file_names(ids: Iterable[str]) -> dict[str, str]:
    """A name per office that any file system takes, and no two alike."""
    names: dict[str, str] = {}
    for one in ids:
        base = name = f"office_{re.sub(r'[^A-Za-z0-9_-]+', '-', one)}"
        taken = {other.lower() for other in names.values()}
        number = 2
        while name.lower() in taken:
            name = f"{base}-{number}"
            number += 1
        names[one] = name
    return names
