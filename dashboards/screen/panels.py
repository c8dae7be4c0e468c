"""Draws a panel: words, figures and pictures as HTML that flows, its table and downloads as widgets."""

import streamlit as st

from dashboards import made_panels
from dashboards.charts.style import is_explored
from dashboards.made_panels import Made
from dashboards.panel import Panel
from dashboards.screen import folds, links, pieces, tables
from dashboards.screen.flow import Flow
from dashboards.view import View

_CONFIG = {"displaylogo": False, "displayModeBar": False, "scrollZoom": False}


def draw(made: Made, view: View, flow: Flow) -> None:
    """Put the panels of a part on the page; what was written of them before is sent as it was."""
    for panel in made.panels:
        if panel.chart is not None and is_explored(panel.chart):
            _with_engine(panel, view, flow)
        else:
            flow.add(_written(panel, view, made.number))
        _table(panel, view, made.number, flow)
        flow.add(pieces.below_table(panel, view))
        _told(panel, view, flow)


def _written(panel: Panel, view: View, made: int | None) -> str:
    return made_panels.html_of_made(view, made, panel.name, lambda: pieces.above_table(panel, view))


def _told(panel: Panel, view: View, flow: Flow) -> None:
    for place, link in enumerate(panel.links):
        if link.told:
            flow.send()
            links.draw_told(link, f"{panel.name}_{place}", view.reader.scope)


def _with_engine(panel: Panel, view: View, flow: Flow) -> None:
    from plotly.graph_objects import Figure  # it takes memory that no page may need

    flow.add(pieces.before_chart(panel, view))
    flow.send()
    # Plotly would check every property of a dict anew at each drawing, which takes longer than the rest;
    # the tests of the charts let it check each of them instead.
    drawn = Figure(**panel.chart, _validate=False)
    st.plotly_chart(drawn, key=f"chart_{panel.name}", config=_CONFIG, alt=pieces.alternative(panel, view))
    flow.add(pieces.after_chart(panel))


def _table(panel: Panel, view: View, made: int | None, flow: Flow) -> None:
    if panel.table is None:
        return
    if panel.has_folded_table:
        flow.send()
        folds.table(panel, view, made)
    else:
        tables.draw(panel, view, made, flow)
