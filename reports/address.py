"""The address of a page, as a browser shows it, as what the filters of that page choose."""

from collections.abc import Mapping
from importlib import import_module
from urllib.parse import parse_qsl

from dashboards import languages, queries
from dashboards.app_pages import PAGES
from dashboards.filters.all_filters import FILTERS
from dashboards.page import MoreFilters, Page
from dashboards.paper.report import Chapter
from dashboards.reader import Reader
from dashboards.screen import links, session
from reports.choosing import picking, view_of
from reports.command import RefusedError

LANGUAGE = session.LANGUAGE_KEY
# Where on the page a link arrives: of no meaning for a page that is printed whole.
_PLACES = (links.PANEL, links.ROW)


def page_named(name: str) -> Page:
    """The page of that name. Raises RefusedError where there is none."""
    if name not in PAGES:
        raise RefusedError(f"no page {name!r}; there are {', '.join(PAGES)}")
    return import_module(f"dashboards.app_pages.{name}").PAGE


def asked_by(address: str) -> dict[str, str]:
    """What an address asks for, key by key: a whole address, or what follows its question mark.

    Raises RefusedError for a language that there is not.
    """
    asked = dict(parse_qsl(address.rpartition("?")[2], keep_blank_values=True))
    if (spoken := asked.get(LANGUAGE, languages.FALLBACK)) not in languages.codes():
        raise RefusedError(f"no language {spoken!r}; there are {', '.join(languages.codes())}")
    return {key: value for key, value in asked.items() if key not in _PLACES}


def chapter_of(page: Page, reader: Reader, asked: Mapping[str, str]) -> Chapter:
    """The page as these filters of its address choose it, all others as the page begins.

    Raises RefusedError for a filter that the page does not have, and for an id that a filter does not offer.
    """
    asked = {key: value for key, value in asked.items() if key != LANGUAGE}
    status = queries.status(reader)
    is_without_cases = page.without_cases is not None and not status.has_cases
    filters = () if is_without_cases else page.filters
    above = {FILTERS[name].address: name for name in filters}
    stated = {above[key]: value for key, value in asked.items() if key in above}
    view = view_of(reader, filters, page.defaults, stated)
    between = _between(page.parts_of(view))
    if unknown := [key for key in asked if key not in above | between]:
        known = ", ".join(key for key in above | between if key) or "none"
        raise RefusedError(f"no filter {unknown[0]!r} on the page {page.name}; there are {known}")
    further = {between[key]: value for key, value in asked.items() if key in between}
    return Chapter(page, view, picking(further))


def _between(parts: tuple) -> dict[str, str]:
    """The filters between the parts: key in the address -> name; those of the session alone are left out."""
    names = [name for part in parts if isinstance(part, MoreFilters) for name in part.names]
    return {FILTERS[name].address: name for name in names if FILTERS[name].address}
