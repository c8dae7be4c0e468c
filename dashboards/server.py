"""The web application that `serve` starts: Streamlit's, with our own answer at the address of a page."""

import sys

import streamlit as st

from dashboards.app_pages import PAGES
from dashboards.first_page import middleware, routes

# DuckDB imports pandas with the first parameter of a question, and does without where there is none. Nothing
# here needs it, and it takes 80 MB and the first reader's time. To Python, None says that it is not there.
sys.modules.setdefault("pandas", None)

app = st.App("app.py", routes=routes(PAGES), middleware=middleware())
