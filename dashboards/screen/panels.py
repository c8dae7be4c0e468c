"""Draws a panel: heading, words, head figures, picture, summary, table, notes and links, in this order."""

from html import escape
from itertools import count

import streamlit as st

from dashboards import made_panels
from dashboards.charts import palette
from dashboards.charts.style import is_explored
from dashboards.made_panels import Made
from dashboards.panel import Fold, Panel, State
from dashboards.screen import folds, head_figures, links, pictures, source, states, tables
from dashboards.svg.figure import Drawing, svg_of
from dashboards.view import View

_CONFIG = {"displaylogo": False, "displayModeBar": False, "scrollZoom": False}
_SAYS = {
    State.NOTHING: states.note,
    State.NOT_DELIVERED: states.not_delivered,
    State.HIDDEN: states.note,
    State.NOT_SHOWN: states.not_shown,
}
# Streamlit keeps the key of whatever is cleared alone, until all is cleared.
_CLEARED_ALONE = 1_000
_cleared = count(1)


def draw(made: Made, view: View) -> None:
    """Put the panels of a part on the page; what was drawn of them before is sent again as it was."""
    try:
        for panel in made.panels:
            if made.is_kept:
                _replayed(made.number, panel.name, panel, view)
            else:
                _above_table(panel, view)
            _table(panel, view, made.number)
            for said in panel.notes:
                states.note(said, panel.quotes)
            for place, link in enumerate(panel.links):
                links.draw(link, f"{panel.name}_{place}", view.reader.scope)
    finally:
        if not made.is_kept and made.number is not None:
            _forget(made)  # it may have been dropped while it was drawn


@st.cache_resource(show_spinner=False)
def _replayed(number: int, name: str, _panel: Panel, _view: View) -> None:
    """The pieces of a panel that no reader changes: their messages are kept, and sent to the next reader.

    Drawn under the same number once, they cost no figure and no JSON. A widget cannot be among them.
    """
    _above_table(_panel, _view)


def _forget(made: Made) -> None:
    if next(_cleared) % _CLEARED_ALONE == 0:
        _replayed.clear()
    for panel in made.panels:
        _replayed.clear(made.number, panel.name)


made_panels.when_dropped(_forget)


def _above_table(panel: Panel, view: View) -> None:
    if panel.title:
        heading(panel.title, panel.subtitle, view.synthetic if panel.is_of_data else "", panel.name)
    if panel.lead:
        st.html(f'<p class="mw-lead">{panel.lead}</p>')
    if panel.said:
        _SAYS.get(panel.state, states.note)(panel.said)
    if panel.head_figures:
        head_figures.row(panel.head_figures)
    if panel.intro:
        _summary(panel.intro)
    if panel.chart is not None:
        _chart(panel, view)
    if panel.picture:
        pictures.inline(panel.picture)
    if panel.summary:
        _summary(panel.summary)
    if panel.items:
        pictures.items(panel.items)
    if panel.fold:
        _fold(panel.fold)


def heading(title: str, subtitle: str = "", synthetic: str = "", name: str = "") -> None:
    """A panel's heading: the title says what is seen, the subtitle measure, unit, area and period.

    `name` is the panel's, for links that open the page at it.
    """
    # A full stop before the dot that parts the two would be a mark too many.
    said = subtitle.removesuffix(".") if synthetic else subtitle
    below = " · ".join(part for part in (said, synthetic) if part)
    small = f'<p class="mw-subtitle">{escape(below)}</p>' if below else ""
    place = f' id="{links.place_of(name)}"' if name else ""
    st.html(f'<div class="mw-heading"{place}><h2>{escape(title)}</h2>{small}</div>')


def _chart(panel: Panel, view: View) -> None:
    alternative = f"{panel.alternative} ({source.note(view)})"
    if is_explored(panel.chart):
        from plotly.graph_objects import Figure  # it takes memory that no page may need

        # Plotly would check every property of a dict anew at each drawing, which takes longer than the rest;
        # the tests of the charts let it check each of them instead.
        drawn = Figure(**panel.chart, _validate=False)
        st.plotly_chart(drawn, key=f"chart_{panel.name}", config=_CONFIG, alt=alternative)
    else:
        pictures.inline(svg_of(panel.chart, Drawing(panel.name, palette.on_screen()), alternative))


def _summary(said: str) -> None:
    st.html(f'<p class="mw-summary">{escape(said)}</p>')


def _fold(fold: Fold) -> None:
    with st.expander(fold.title):
        pictures.items(fold.items, is_numbered=fold.is_numbered)


def _table(panel: Panel, view: View, made: int | None) -> None:
    if panel.table is None:
        return
    if panel.has_folded_table:
        folds.table(panel, view, made)
    else:
        tables.draw(panel, view, made)
