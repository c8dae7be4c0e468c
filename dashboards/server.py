"""The web application that `serve` starts: Streamlit's, with our own answer at the address of a page."""

import streamlit as st

from dashboards import use
from dashboards.app_pages import PAGES
from dashboards.first_page import middleware, routes

use.log()  # opened before the first reader, who need not wait for it
app = st.App("app.py", routes=routes(PAGES), middleware=middleware())
