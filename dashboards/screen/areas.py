"""The address at which a region or an office stands open on this page, with all other filters as they are."""

from urllib.parse import urlencode

import streamlit as st

from dashboards import queries
from dashboards.choice import ALL
from dashboards.filters.all_filters import FILTERS
from dashboards.reader import Reader
from dashboards.screen import links


def address_of(reader: Reader, area: str) -> str:
    """What a row of a table leads to: `?office=GEN` and the filters of this page; '' is everybody."""
    office = next((row for row in queries.choices(reader, "office") if row["id"] == area), None)
    chosen = {FILTERS["office"].address: area if office else ALL}
    if queries.choices(reader, "region"):
        chosen[FILTERS["region"].address] = office["parent_id"] if office else area or ALL
    kept = {**st.query_params.to_dict(), **chosen}
    for arrival in (links.PANEL, links.ROW):
        kept.pop(arrival, None)
    return "?" + urlencode({name: value for name, value in kept.items() if value != ALL})
