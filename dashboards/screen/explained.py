""" "How is this computed": what the columns of a page mean, under the headings that its tables show."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboards import made_panels, queries
from dashboards.made_panels import Made
from dashboards.panel import Panel
from dashboards.panels.terms import quoting_html, terms_html, terms_of
from dashboards.panels.weights import basis
from dashboards.text import day, t
from dashboards.view import View


def how_computed(page_name: str, view: View, made: Sequence[Made]) -> None:
    """An expander with what `explained_html` says of the panels made for a page, written once."""
    panels = [panel for one in made for panel in one.panels]
    # what is written for one reader alone is said by its columns, which tell nothing of it
    key = (page_name, *(_columns(one) if one.number is None else one.number for one in made))
    said = made_panels.html_of(view, key, lambda: explained_html(page_name, view, panels))
    with st.expander(t("common.how_computed")):
        st.html(f'<div class="mw-prose">{said}</div>')


def _columns(made: Made) -> tuple[str, ...]:
    return tuple(name for panel in made.panels if panel.table for name in panel.table.columns)


def explained_html(page_name: str, view: View, panels: Sequence[Panel]) -> str:
    """The page's own sentence, the columns its panels show, the weights, and the limits."""
    horizons = view.status.horizons
    weights = weights_html(view) if "weight_scheme" in view.choice.names else ""
    return (
        f"<p>{escape(t(f'{page_name}.description', **horizons))}</p>"
        f"{_definitions(view, panels)}{weights}"
        f"<h3>{escape(t('common.what_not_said'))}</h3>"
        f"<p>{escape(t(f'{page_name}.not_said', **horizons))}</p>"
    )


def _definitions(view: View, panels: Sequence[Panel]) -> str:
    """The columns of all tables on the page, and what the panels name besides; each once."""
    return terms_html(term for panel in panels for term in terms_of(panel, view))


def weights_html(view: View) -> str:
    """What the weights chosen are, what they rest on, since when, and their source."""
    row = queries.weight_scheme(view.reader, view.choice.weight_scheme)
    sentence = t(
        "common.weights_are",
        scheme=queries.called(view.reader, row),
        basis=basis(view),
        since=day(row["weights_valid_from"]),
        source=row["source"],
    )
    return f"<h3>{escape(t('common.weights'))}</h3><p>{quoting_html(sentence, [row['source']])}</p>"
