"""Draws a page: title, question, status line, filters, its parts one by one, and how they are computed."""

from datetime import UTC, datetime
from html import escape

import streamlit as st

from dashboards import queries
from dashboards.filters.settling import settled
from dashboards.page import Page, panels_of, steps
from dashboards.panel import Panel
from dashboards.reader import Reader
from dashboards.screen import explained, filter_bar, panels, session, states
from dashboards.text import day, plural, speaking, t
from dashboards.view import View


def show(page: Page) -> None:
    """The whole page; below its title only a fragment runs again when a filter changes."""
    st.html(
        f'<header class="mw-opening"><h1>{escape(t(f"{page.name}.title"))}</h1>'
        f'<p class="mw-question">{escape(t(f"{page.name}.question"))}</p></header>'
    )
    if session.reader() is None:
        states.no_warehouse()
        return
    _living(page)


@st.fragment
def _living(page: Page) -> None:
    # One reader from top to bottom: a publication meanwhile is seen at the next run, not halfway.
    reader = session.reader()
    with speaking(reader.language), states.guarded(page.name):
        status_at = st.container()
        view = _viewed(page, reader)
        with speaking(reader.language, "region" if view.choice.compares_regions else "office"):
            with status_at:
                status_line(view)
            _parts(page, view)


def _viewed(page: Page, reader: Reader) -> View:
    status = queries.status(reader)
    if page.filters and (status.has_cases or page.without_cases is None):
        return filter_bar.bar(page, reader, status)
    return View(status, settled(reader, status, (), lambda *_: ""), reader)


def _parts(page: Page, view: View) -> None:
    is_without_cases = page.without_cases is not None and not view.status.has_cases
    drawn: list[Panel] = []
    for position, (part, part_view) in enumerate(steps(page, view, filter_bar.more)):
        # Asked here, because a filter before the first part may fill what is empty without it.
        if position == 0 and not is_without_cases and page.is_empty(part_view):
            (states.nothing_held if filter_bar.is_untouched(page, part_view) else states.nothing_found)()
            return
        with states.guarded(f"{page.name} {part.__name__}"):
            for panel in panels_of(part(part_view)):
                panels.draw(panel, part_view)
                drawn.append(panel)
    if not is_without_cases:
        explained.how_computed(page.name, view, drawn)


def status_line(view: View) -> None:
    """Data as of, age, filters in words, cases covered, rows in quarantine; "synthetic" first when so."""
    status = view.status
    parts = [t("common.data_as_of", day=day(status.as_of)), age(status.built_at)]
    parts += [view.choice.said] if view.choice.said else []
    if status.has_cases:
        parts.append(plural("common.open_cases", status.open_cases))
    parts.append(plural("common.quarantined", status.rows_quarantined))
    badge = f'<strong class="mw-synthetic">{escape(t("common.synthetic_data"))}</strong>'
    lead = badge if status.is_synthetic else ""
    st.html(f'<p class="mw-status">{lead}{" ".join(f"<span>{escape(part)}</span>" for part in parts)}</p>')


def age(built_at: datetime) -> str:
    """How long ago the data were loaded, in words; `built_at` is UTC without a zone."""
    hours = (datetime.now(UTC).replace(tzinfo=None) - built_at).total_seconds() / 3600
    if hours < 1:
        return t("common.loaded_just_now")
    return (
        plural("common.loaded_hours", int(hours))
        if hours < 48
        else plural("common.loaded_days", int(hours // 24))
    )
