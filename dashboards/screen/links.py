"""Links to other pages that keep their word: what they choose, where they arrive, and the row they mark.

What a link carries stands in the address: ids of filters, and the names of a panel and of one of its marks.
"""

from collections.abc import Iterable, Mapping
from html import escape

import streamlit as st

from dashboards.access.pages import is_offered
from dashboards.access.scope import Scope
from dashboards.choice import ALL
from dashboards.filters.all_filters import FILTERS
from dashboards.panel import Link
from dashboards.text import t

PANEL, ROW = "at", "row"
_ARRIVED = "arrived at"
# The parts above take their height one after another, so the place moves: follow it for three seconds, or
# until the reader takes over.
_ARRIVE = """<script>(() => {
  let left = 12;
  const stop = () => { left = 0; };
  for (const by of ["wheel", "touchstart", "keydown", "pointerdown"])
    window.addEventListener(by, stop, {once: true, passive: true});
  const go = () => {
    const place = document.getElementById("%s");
    if (place) {
      if (left === 12) { place.tabIndex = -1; place.focus({preventScroll: true}); }
      place.scrollIntoView();
    }
    if (--left > 0) setTimeout(go, 250);
  };
  setTimeout(go, 100);
})()</script>"""


def draw(link: Link, key: str, scope: Scope) -> None:
    """The sentence of a link, and the way to its page where that is for this reader."""
    to = {"label": t(f"overview.to_{link.page}"), "icon": ":material/arrow_forward:"}
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"link_{key}"):
        if link.sentence:
            st.html(f'<p class="mw-summary">{escape(link.sentence)}</p>', width="content")
        if not is_offered(scope, link.page):
            return
        page = f"app_pages/{link.page}.py"
        if not link.told:
            st.page_link(page, query_params=address(link), **to)
        elif st.button(**to, key=f"told_{key}", type="tertiary"):
            office = address(link).get(FILTERS["office"].address, ALL)
            for name, value in link.told.items():
                st.session_state[FILTERS[name].key_in(office)] = value
            st.switch_page(page, query_params=address(link))


def address(link: Link) -> dict[str, str]:
    """What a link puts into the address. ValueError for a filter that the address may not hold."""
    held = {name: FILTERS[name].address for name in link.chosen}
    if secret := [name for name, key in held.items() if not key]:
        raise ValueError(f"the address may not hold {', '.join(secret)}")
    places = {PANEL: link.panel, ROW: link.row}
    chosen = {held[name]: value for name, value in link.chosen.items()}
    return chosen | {key: place for key, place in places.items() if place}


def place_of(panel_name: str) -> str:
    """The id of a panel's heading."""
    return f"panel_{panel_name}"


def marked_row(panel_name: str, marks: Mapping[str, int]) -> int | None:
    """The row of this panel's table that the link asked for; None where it asked for none."""
    is_here = st.query_params.get(PANEL) == panel_name
    return marks.get(st.query_params.get(ROW)) if is_here else None


def arrive(panel_names: Iterable[str]) -> None:
    """Go to the panel that the link asked for, once the page is drawn."""
    asked = st.query_params.get(PANEL)
    if asked in set(panel_names) and st.session_state.get(_ARRIVED) != asked:
        st.html(_ARRIVE % place_of(asked), unsafe_allow_javascript=True)
    st.session_state[_ARRIVED] = asked
