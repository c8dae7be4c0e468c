"""Draws a page: title, question, status line, filters, its parts one by one, and how they are computed."""

from collections.abc import Callable, Hashable
from html import escape

import streamlit as st

from dashboards import made_panels, queries
from dashboards.access.pages import is_offered
from dashboards.filters.settling import settled
from dashboards.made_panels import Made
from dashboards.page import MakesPanels, Page, Written, steps
from dashboards.reader import Reader
from dashboards.screen import (
    contents,
    crumbs,
    explained,
    filter_bar,
    links,
    logged,
    panels,
    session,
    states,
    status_line,
    version,
    writing,
)
from dashboards.text import speaking, t
from dashboards.view import View

Offers = Callable[[View], None]


def show(page: Page, offers: Offers | None = None) -> None:
    """The whole page; below its title only a fragment runs again when a filter changes.

    `offers` draws what the page has to take away as a whole, before its parts.
    """
    st.html(
        f'<header class="mw-opening"><h1>{escape(t(f"{page.name}.title"))}</h1>'
        f'<p class="mw-question">{escape(t(f"{page.name}.question"))}</p></header>'
    )
    reader = session.reader()
    if reader is None:
        states.no_warehouse()
        return
    if not is_offered(reader.scope, page.name):
        states.not_shown(t("common.page_not_yours"))
        return
    _living(page, reader, offers)


@st.fragment
def _living(page: Page, reader: Reader, offers: Offers | None) -> None:
    # The reader is that of the whole run, also when only this part runs again: one version per page.
    with speaking(reader.language), version.held(reader), states.guarded(page.name):
        status_at = st.container()
        view = _viewed(page, reader)
        with speaking(reader.language, "region" if view.choice.compares_regions else "office"):
            with status_at:
                status_line.draw(view)
                version.say(reader)
            with logged.page_run(page, view) as run:
                _parts(page, run, offers)


def _drawn(page: Page, part: MakesPanels, view: View, beside: Hashable) -> Made:
    """One part, put on the page: what is read from the store is made for this reader alone."""
    if isinstance(part, Written):
        return writing.draw(part, page.name, view)
    made = made_panels.of(part, view, beside) if page.is_remembered else made_panels.fresh(part, view)
    panels.draw(made, view)
    return made


def _viewed(page: Page, reader: Reader) -> View:
    status = queries.status(reader)
    if page.filters and (status.has_cases or page.without_cases is None):
        return filter_bar.bar(page, reader, status)
    return View(status, settled(reader, status, (), lambda *_: ""), reader)


def _parts(page: Page, run: logged.Run, offers: Offers | None) -> None:
    view, drawn = run.view, run.made
    is_without_cases = page.without_cases is not None and not view.status.has_cases
    above = st.container()
    beside = page.beside(view)
    for position, (part, part_view) in enumerate(steps(page, view, filter_bar.more)):
        run.view = part_view
        # Asked here, because a filter before the first part may fill what is empty without it.
        if position == 0 and not is_without_cases and page.leaves_nothing(part_view):
            (states.nothing_held if filter_bar.is_untouched(page, part_view) else states.nothing_found)()
            return
        if position == 0 and offers and not is_without_cases:
            offers(part_view)
        with states.guarded(f"{page.name} {part.__name__}"):
            drawn.append(_drawn(page, part, part_view, beside))
    shown = [panel for made in drawn for panel in made.panels]
    with above:
        crumbs.draw(page.crumbs(run.view), run.view)
        contents.draw(shown)
    if not is_without_cases:
        explained.how_computed(page.name, view, drawn)
    st.html(f'<p class="mw-paper mw-quiet">{escape(t("common.on_paper"))}</p>')
    links.arrive(panel.name for panel in shown)
