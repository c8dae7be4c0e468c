"""The web application that `serve` starts: Streamlit's, with our own answer at the address of a page."""

import streamlit as st

from dashboards.app_pages import PAGES
from dashboards.first_page import middleware, routes

app = st.App("app.py", routes=routes(PAGES), middleware=middleware())
