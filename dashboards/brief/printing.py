"""The brief as PDF: by a Chromium that is installed, else by WeasyPrint where it is (the extra `pdf`)."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_SECONDS = 60
Printer = Callable[[str], bytes]


class NothingPrintsError(LookupError):
    """Neither a browser nor WeasyPrint is there."""


@lru_cache(maxsize=1)
def printer() -> Printer | None:
    """What turns an HTML document into a PDF here; None where nothing does."""
    if browser := next(filter(None, map(shutil.which, _BROWSERS)), None):
        return lambda document: by_chromium(document, browser)
    return by_weasyprint if find_spec("weasyprint") else None


def pdf(document: str) -> bytes:
    """The document as a PDF.

    Raises NothingPrintsError where nothing prints, RuntimeError where printing fails.
    """
    if (found := printer()) is None:
        raise NothingPrintsError(
            "no Chromium and no WeasyPrint: install one, or print the HTML from a browser"
        )
    return found(document)


def by_chromium(document: str, browser: str) -> bytes:
    """Printed by a browser without a window, in a profile of its own that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        page, paper = Path(folder) / "brief.html", Path(folder) / "brief.pdf"
        page.write_text(document, encoding="utf-8")
        flags = ["--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
        # A browser that runs as root refuses its sandbox; the page is our own and asks for nothing else.
        flags += ["--no-sandbox"] if os.geteuid() == 0 else []
        command = [
            browser,
            *flags,
            f"--user-data-dir={folder}/profile",
            "--no-pdf-header-footer",
            f"--print-to-pdf={paper}",
            page.as_uri(),
        ]
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
        if not paper.exists():
            raise RuntimeError(f"{browser} printed nothing (status {done.returncode})")
        return paper.read_bytes()


def by_weasyprint(document: str) -> bytes:
    """Printed without a browser."""
    return import_module("weasyprint").HTML(string=document).write_pdf()
