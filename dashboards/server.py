"""The web application that `serve` starts: Streamlit's, with our own answer at the address of a page.

It does not start where everybody could see everything: see `sign_in.refusal`.
"""

import sys

import streamlit as st
from streamlit import config

from dashboards import sign_in, use
from dashboards.app_pages import PAGES
from dashboards.first_page import middleware, routes

has_provider = st.secrets.load_if_toml_exists() and "auth" in st.secrets
if refused := sign_in.refusal(config.get_option("server.address"), has_provider=has_provider):
    raise SystemExit(f"refused: {refused}")

# DuckDB imports pandas with the first parameter of a question, and does without where there is none. Nothing
# here needs it, and it takes 80 MB and the first reader's time. To Python, None says that it is not there.
sys.modules.setdefault("pandas", None)
use.log()  # opened before the first reader, who need not wait for it
app = st.App("app.py", routes=routes(PAGES), middleware=[*sign_in.middleware(), *middleware()])
