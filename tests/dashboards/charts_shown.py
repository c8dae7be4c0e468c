"""The charts that stand on a page: as the dicts that they were drawn from, and as drawings."""

import json
import re
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.dashboards import laid_open

_LABEL = re.compile(r'aria-label="([^"]*)"')
DRAWN = re.compile(r'<div class="mw-chart".*?</svg></div>', re.DOTALL)
_drawn_from: dict[str, dict] = {}


def noting(draw: Callable[..., str]) -> Callable[..., str]:
    """The same, remembering from which dict each drawing was made."""

    def drawing(figure: dict, *given: object) -> str:
        drawn = draw(figure, *given)
        _drawn_from[_bare(drawn)] = figure
        return drawn

    return drawing


def drawings(app: AppTest) -> list[str]:
    """The charts of a page as they are sent, from top to bottom."""
    return [drawn for piece in laid_open.pieces(app) for drawn in DRAWN.findall(piece)]


def charts(app: AppTest) -> list[dict]:
    """The dicts of the charts whose drawings stand on a page."""
    return [json.loads(json.dumps(_drawn_from[_bare(drawn)], default=str)) for drawn in drawings(app)]


def alternatives(app: AppTest) -> list[str]:
    """What each chart of a page says to a reader who cannot see it."""
    return [_LABEL.search(drawn)[1] for drawn in drawings(app)]


def _bare(drawn: str) -> str:
    return "".join(drawn.split())
