"""Columns and what they mean, as HTML."""

from collections.abc import Iterable
from html import escape


def terms_html(terms: Iterable[tuple[str, str]]) -> str:
    """A list of columns in the models' own words, which are English; empty without any."""
    rows = "".join(f"<dt><code>{escape(name)}</code></dt><dd>{escape(said)}</dd>" for name, said in terms)
    return f'<dl class="mw-definitions" lang="en">{rows}</dl>' if rows else ""
