"""Write the brief: `python -m dashboards.brief --warehouse DIR --office all --into brief.html`."""

import argparse
import sys
from pathlib import Path

from dashboards import languages, queries
from dashboards.brief.document import brief_html
from dashboards.brief.printing import NothingPrintsError, pdf
from dashboards.brief.workbook import workbook
from dashboards.choice import ALL
from dashboards.filters.all_filters import FILTERS
from dashboards.filters.filter import Context
from dashboards.filters.settling import settled
from dashboards.panels.funding import frames
from dashboards.reader import Reader
from dashboards.screen import clock
from dashboards.text import speaking
from dashboards.view import View
from warehouse.current import published_file
from warehouse.places import warehouse_folder

# Option -> the filter of the page that it states.
_OPTIONS = {
    "region": "region",
    "office": "office",
    "line": "service_line",
    "scheme": "weight_scheme",
    "window": "time_window",
    "target": "target_load",
}


class UnknownChoiceError(LookupError):
    """Something was asked for that these data do not hold."""


def view_of(reader: Reader, stated: dict[str, str]) -> View:
    """The view of the page with these filters (name -> id, or its words), all others as the page begins.

    Raises UnknownChoiceError for an id that a filter does not offer.
    """

    def pick(one, context: Context, usual: str) -> str:
        return _offered(one, context, stated[one.name]) if one.name in stated else usual

    status = queries.status(reader)
    return View(status, settled(reader, status, frames.FILTERS, pick, frames.DEFAULTS), reader)


def _offered(one, context: Context, asked: str) -> str:
    wording = one.wording(context)
    for found, words in wording.items():
        if asked.lower() in (found.lower(), words.lower()):
            return found
    raise UnknownChoiceError(f"no {one.address} {asked!r}; there are {', '.join(wording)}")


def write(view: View, into: Path, *, is_printed: bool, has_workbook: bool) -> list[Path]:
    """Write the brief as HTML, and beside it what else is asked for; the files, in order."""
    parts = "region" if view.choice.compares_regions else "office"
    with speaking(view.reader.language, parts):
        document = brief_html(view, clock.now())
        made = {into: document.encode("utf-8")}
        if is_printed:
            made[into.with_suffix(".pdf")] = pdf(document)
        if has_workbook:
            made[into.with_suffix(".xlsx")] = workbook(view)
    for file, content in made.items():
        file.write_bytes(content)
    return list(made)


def main() -> int:
    """Read the command line and write; 0, or 2 with one sentence where that cannot be done."""
    given = _parser().parse_args()
    file = published_file(given.warehouse)
    if file is None:
        return _refused(f"nothing is published in {given.warehouse}")
    reader = Reader(str(file), given.language)
    stated = {name: getattr(given, option) for option, name in _OPTIONS.items() if getattr(given, option)}
    try:
        with speaking(given.language):
            view = view_of(reader, stated)
        written = write(view, given.into, is_printed=given.pdf, has_workbook=given.workbook)
    except (UnknownChoiceError, NothingPrintsError, OSError) as error:
        return _refused(str(error))
    sys.stdout.write("".join(f"wrote {one}\n" for one in written))
    return 0


def _refused(sentence: str) -> int:
    sys.stderr.write(f"refused: {sentence}\n")
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m dashboards.brief", description="Write the funding brief."
    )
    parser.add_argument("--warehouse", type=Path, default=warehouse_folder())
    parser.add_argument("--language", choices=languages.codes(), default=languages.FALLBACK)
    parser.add_argument("--into", type=Path, default=Path("brief.html"), help="the HTML file to write")
    parser.add_argument("--pdf", action="store_true", help="a PDF beside it (Chromium, else WeasyPrint)")
    parser.add_argument("--workbook", action="store_true", help="every number behind it beside it, as .xlsx")
    for option, name in _OPTIONS.items():
        usual = ALL if option == "office" else None
        parser.add_argument(
            f"--{option}", default=usual, help=f"id or name; {FILTERS[name].address} of the page"
        )
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
