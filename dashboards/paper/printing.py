"""HTML as PDF: by a Chromium that is installed, else by WeasyPrint where it is (the extra `pdf`)."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

from dashboards.paper.chromium import Chromium

# What only a pointer is told of, and paper has none: a browser would lay out each piece of it.
_TOLD = re.compile(r'<g class="told".*?</g>', re.DOTALL)
# It cannot set words upright, and would set those of the matrix upside down: there they stand level.
_LEVEL = """
.mw-matrix thead span { transform: none !important; max-height: none !important; hyphens: auto;
  overflow-wrap: anywhere; min-width: 0 !important; }
.mw-matrix table { table-layout: fixed !important; width: 100% !important; }
.mw-matrix thead th { font-size: 4.8pt !important; } .mw-matrix thead th:first-child { width: 21mm; }
"""
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
Printer = Callable[[str], bytes]


class NothingPrintsError(LookupError):
    """Neither a browser nor WeasyPrint is there."""

    def __init__(self) -> None:
        super().__init__("no Chromium and no WeasyPrint: install one, or print the HTML from a browser")


@lru_cache(maxsize=1)
def browser() -> str | None:
    """The browser that is installed; None where there is none."""
    return next(filter(None, map(shutil.which, _BROWSERS)), None)


def printer() -> Printer | None:
    """What turns an HTML document into a PDF here; None where nothing does."""
    if found := browser():
        return lambda document: by_chromium(document, found)
    return by_weasyprint if find_spec("weasyprint") else None


@contextmanager
def held() -> Iterator[Printer | None]:
    """The same for many documents, one after another: by one browser, which ends with the block."""
    found = printer()
    if found is None or not browser():
        yield found
        return
    with Chromium(browser()) as one:
        yield lambda document: one.pdf(_for_paper(document))


def pdf(document: str) -> bytes:
    """The document as a PDF.

    Raises NothingPrintsError where nothing prints, RuntimeError where printing fails.
    """
    if (found := printer()) is None:
        raise NothingPrintsError
    return found(document)


def by_chromium(document: str, browser: str) -> bytes:
    """Printed by a browser of its own."""
    with Chromium(browser) as one:
        return one.pdf(_for_paper(document))


def by_weasyprint(document: str) -> bytes:
    """Printed without a browser."""
    weasyprint = import_module("weasyprint")
    style = weasyprint.CSS(string=_LEVEL)
    return weasyprint.HTML(string=_for_paper(document)).write_pdf(stylesheets=[style])


def _for_paper(document: str) -> str:
    return _TOLD.sub("", document)
