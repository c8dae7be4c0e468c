"""Pieces of HTML on the page: inline SVG, which only one way lets through, and lists of sentences."""

import re
from collections.abc import Sequence
from html import escape

import streamlit as st

_BREAKS = re.compile(r"[ \t\r\n]+")  # spaces that do not break stay


def inline(body: str) -> None:
    """Show HTML, with inline SVG or without; every value inside must be escaped already.

    `st.html` strips SVG, markdown with HTML keeps it. In one line: a blank line would end the HTML part. It
    begins with an element such as `div`; within a paragraph, words would be read as markdown.
    """
    if "<svg" not in body:
        st.html(body)
        return
    st.markdown(_BREAKS.sub(" ", body), unsafe_allow_html=True, anchors=False)


def items(sentences: Sequence[str], *, is_numbered: bool = False) -> None:
    """A list of sentences, numbered where a picture refers to them; a line break in one stays."""
    rows = "".join(f"<li>{escape(said).replace(chr(10), '<br>')}</li>" for said in sentences)
    if is_numbered:
        st.html(f'<ol class="mw-quiet">{rows}</ol>')
    else:
        st.html(f'<div class="mw-prose"><ul>{rows}</ul></div>')
