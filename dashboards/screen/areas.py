"""Opens a region or an office, as a row of a table does."""

import streamlit as st

from dashboards import queries
from dashboards.choice import ALL
from dashboards.filters.all_filters import FILTERS
from dashboards.reader import Reader


def open_area(reader: Reader, area: str) -> None:
    """Choose a region or an office before the page is drawn anew: what a row of a table opens."""
    office = next((row for row in queries.choices(reader, "office") if row["id"] == area), None)
    st.session_state[FILTERS["office"].address] = area if office else ALL
    if queries.choices(reader, "region"):
        st.session_state[FILTERS["region"].address] = office["parent_id"] if office else area or ALL
