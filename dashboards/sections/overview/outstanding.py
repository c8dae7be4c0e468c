"""The Overview's last word: what stands out in these data, each with the page that shows more."""

from html import escape

import polars as pl
import streamlit as st

from dashboards.components import panels
from dashboards.components.filters import Chosen
from dashboards.sections import part_names
from dashboards.sections.overview import comparing
from dashboards.text import listed, number, plural, t


def where_to_look(loads: pl.DataFrame, waits: pl.DataFrame, line: dict, status: dict, chosen: Chosen) -> None:
    """Up to five sentences on what stands out, each with the page that shows more."""
    panels.heading(t("overview.look"), t("overview.look_subtitle"))
    found = outstanding(loads, waits, line["id"], status, chosen)
    if not found:
        st.html(f'<p class="mw-summary">{escape(t("overview.look_nothing"))}</p>')
    for place, (sentence, page_name) in enumerate(found):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"look_{place}"):
            st.html(f'<p class="mw-summary">{escape(sentence)}</p>', width="content")
            st.page_link(
                f"app_pages/{page_name}.py",
                label=t(f"overview.to_{page_name}"),
                icon=":material/arrow_forward:",
            )


def outstanding(
    loads: pl.DataFrame, waits: pl.DataFrame, line: str, status: dict, chosen: Chosen
) -> list[tuple[str, str]]:
    """(sentence, page) for what stands out: offices apart, longest wait, cases without cover, quarantine."""
    names = part_names()
    ranges = comparing.load_ranges(loads, chosen.time_window, line, chosen.weight_scheme)
    found = []
    for stands in ("heavier", "lighter"):
        apart = [names[office] for office in names if office in ranges and ranges[office].stands == stands]
        if apart:
            found.append((t(f"overview.look_{stands}", offices=listed(apart)), "offices"))
    rows = waits.filter(pl.col("service_line") == line)
    if rows.height and rows["wait_days_max"][0]:
        office, days = names.get(rows["office_id"][0], rows["office_id"][0]), number(rows["wait_days_max"][0])
        found.append((t("overview.look_longest", office=office, days=days), "backlog"))
    if uncovered := rows["uncovered_cases"].sum():
        found.append((plural("overview.look_uncovered", uncovered), "backlog"))
    if status["rows_quarantined"]:
        found.append((plural("overview.look_quarantine", status["rows_quarantined"]), "about"))
    return found
