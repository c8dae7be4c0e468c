"""The filter bar: draws the filters of a page and settles what they choose; their state is in the address."""

from collections.abc import Sequence

import streamlit as st

from dashboards.filters.all_filters import FILTERS
from dashboards.filters.filter import Context, Filter
from dashboards.filters.settling import settled, settled_further
from dashboards.page import MoreFilters, Page
from dashboards.reader import Reader
from dashboards.screen import choosing, pieces, saved_views, states
from dashboards.status import Status
from dashboards.text import t
from dashboards.view import View


def bar(page: Page, reader: Reader, status: Status) -> View:
    """Draw the filters of a page; the view that they make. What a link asks in vain is said under them."""
    with st.container(horizontal=True, key="filters", vertical_alignment="top"):
        view = View(status, settled(reader, status, page.filters, drawn, page.defaults), reader)
        saved_views.menu(page, view)
    context = Context(reader, status, view.choice.values)
    for one in (FILTERS[name] for name in page.filters):
        if not one.is_offered(context):
            choosing.pass_over(one.address, view.choice.values[one.name])
    _say_unknown(page.filters, view)
    return view


def is_untouched(page: Page, view: View) -> bool:
    """Whether every filter of the page is as the page begins: then none of them leaves nothing."""
    usual = settled(view.reader, view.status, page.filters, lambda _, __, default: default, page.defaults)
    return all(view.choice.values[name] == usual.values[name] for name in page.filters)


def more(view: View, asked: MoreFilters) -> View:
    """Draw filters between the parts of a page, under their heading; the view with what they choose."""
    if asked.title:
        st.html(pieces.heading(t(asked.title)))
    with st.container(horizontal=True, key="filters_" + "_".join(asked.names), vertical_alignment="top"):
        found = settled_further(view.reader, view.status, view.choice, asked.names, drawn)
    _say_unknown(asked.names, view.choosing(found))
    return view.choosing(found)


def _say_unknown(names: Sequence[str], view: View) -> None:
    """Say of which filters the address asked for something that is not among what they offer."""
    for one in (FILTERS[name] for name in names):
        if choosing.is_unknown(one.address):
            shown = view.choice.label("among" if one.name == "region" else one.name)
            states.told(t("common.link_unknown", filter=one.label, shown=shown))


def drawn(one: Filter, context: Context, default: str) -> str:
    """One filter as a widget; the id chosen."""
    if not one.address:
        saved_views.choose(one, context)
    if one.is_typed:
        return choosing.typed(one.session_key(context), one.label, t(one.help_key), one.width_px) or default
    draw = choosing.segments if one.is_side_by_side else choosing.select
    # Streamlit asks for the words again later, when nothing says the reader's language.
    words = one.wording(context)
    return draw(
        one.address or one.session_key(context),
        one.label,
        list(words),
        default,
        words.get,
        is_in_address=bool(one.address),
        help=t(one.help_key) if one.help_key else None,
        width=one.width_px,
    )
