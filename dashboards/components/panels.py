"""A chart with its words: computed title, subtitle, text alternative, one sentence, and "show as table"."""

from html import escape

import polars as pl
import streamlit as st
from plotly.graph_objects import Figure

from dashboards.components import page, tables
from dashboards.text import t

_CONFIG = {"displaylogo": False, "displayModeBar": False, "scrollZoom": False}


def heading(title: str, subtitle: str = "", synthetic: str = "") -> None:
    """A section's heading: the title says what is seen, the subtitle measure, unit, area and period."""
    # A full stop before the dot that parts the two would be a mark too many.
    said = subtitle.removesuffix(".") if synthetic else subtitle
    below = " · ".join(part for part in (said, synthetic) if part)
    small = f'<p class="mw-subtitle">{escape(below)}</p>' if below else ""
    st.html(f'<div class="mw-heading"><h2>{escape(title)}</h2>{small}</div>')


def chart(
    figure: dict,
    *,
    name: str,
    title: str,
    subtitle: str,
    summary: str,
    table: pl.DataFrame,
    columns: dict[str, str],
    status: dict,
    words: str = "",
    marts: tuple[str, ...] = (),
    missing: str = "",
) -> None:
    """Draw a figure (`data` and `layout`) under its computed title, with a summary and "show as table".

    `table` holds the rows drawn, `columns` column -> heading; `name` is unique on the page;
    `missing` says what an empty cell of the table means.
    """
    heading(title, subtitle, t("common.synthetic") if status["is_synthetic"] else "")
    alt = f"{title}. {summary} ({page.source_note(status)})"
    # Plotly would check every property of a dict anew at each drawing, which takes longer than all the rest;
    # the tests of the figures let it check each of them instead.
    drawn = Figure(**figure, _validate=False)
    st.plotly_chart(drawn, key=f"chart_{name}", config=_CONFIG, alt=alt)
    st.html(f'<p class="mw-summary">{escape(summary)}</p>')
    with st.expander(t("common.show_as_table")):
        tables.table(
            table,
            name=name,
            caption=title,
            columns=columns,
            status=status,
            words=words,
            marts=marts,
            missing=missing,
        )
