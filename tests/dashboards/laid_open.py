"""What a browser makes of the HTML of a page: what travels in an attribute is laid open."""

import re
from html import unescape

from streamlit.testing.v1 import AppTest

_CARRIED = re.compile(r'<div class="mw-drawn" data-drawn="([^"]*)"></div>')
_SIGNS = str.maketrans({"`": '"', "{": "<", "}": ">"})


def laid_open(html: str) -> str:
    """HTML with its drawings in their place, as the script of the page puts them there."""
    return _CARRIED.sub(lambda found: unescape(found[1]).translate(_SIGNS), html)


def pieces(app: AppTest) -> list[str]:
    """The HTML of a page, message by message, as it then stands in a browser."""
    return [laid_open(found.proto.body) for found in app.get("html")]
