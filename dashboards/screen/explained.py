""" "How is this computed": the marts that the panels of a page came from, in their own words."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboards import queries
from dashboards.panel import Panel
from dashboards.panels.terms import terms_html
from dashboards.panels.weights import basis
from dashboards.text import day, t
from dashboards.view import View


def how_computed(page_name: str, view: View, panels: Sequence[Panel]) -> None:
    """An expander: the page's own sentence, the columns its panels show, the weights, and the limits."""
    with st.expander(t("common.how_computed")):
        weights = _weights(view) if "weight_scheme" in view.choice.names else ""
        st.html(
            f'<div class="mw-prose"><p>{escape(t(f"{page_name}.description"))}</p>'
            f"{_definitions(view, panels)}{weights}"
            f"<h3>{escape(t('common.what_not_said'))}</h3><p>{escape(t(f'{page_name}.not_said'))}</p></div>"
        )


def columns_shown(panels: Sequence[Panel]) -> dict[str, set[str]]:
    """Mart -> the columns to explain: the figures of these panels' tables, and what the panels name.

    Ids and dates say what a row is about; they are explained only where a panel names them.
    """
    shown: dict[str, set[str]] = {}
    for panel in panels:
        columns = panel.table.columns if panel.table else ()
        figures = {name for name in columns if not name.endswith(("_id", "_on"))}
        for mart in panel.marts:
            shown.setdefault(mart, set()).update(figures, panel.explains)
    return shown


def _definitions(view: View, panels: Sequence[Panel]) -> str:
    shown = columns_shown(panels)
    rows = queries.described(view.reader, *shown) if shown else []
    # What several marts say alike is said once.
    terms = {row["column_name"]: row["comment"] for row in rows if row["column_name"] in shown[row["mart"]]}
    return terms_html(terms.items())


def _weights(view: View) -> str:
    row = queries.weight_scheme(view.reader, view.choice.weight_scheme)
    sentence = t(
        "common.weights_are",
        scheme=queries.called(view.reader, row),
        basis=basis(view),
        since=day(row["weights_valid_from"]),
        source=row["source"],
    )
    return f"<h3>{escape(t('common.weights'))}</h3><p>{escape(sentence)}</p>"
