"""What the server answers at the address of a page: the browser's program, told where the server is.

Without that the program looks for the server below each address first, which fails twice for every page
that is opened by its address. It is told too which of its files the pages need: left to itself it asks for
each when the first piece that needs it has come. And it has our styles, and the script that lays drawings
open, so that nothing stands without them, not for a moment.
"""

import json
from functools import cache

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from streamlit import config

from dashboards import program
from dashboards.screen import drawings, styles

_NEVER_KEPT = {"Cache-Control": "no-cache"}  # a new version of the program has another page


def routes(names: tuple[str, ...]) -> list[Route]:
    """A route for the root and for the address of each page, below the path under which all is served."""
    base = _base()
    return [Route(f"{base}/{name}", _answer) for name in ("", *names)]


def middleware() -> list[Middleware]:
    """What sends the program's files compressed."""
    return [Middleware(program.Compressed, base=_base())]


def _base() -> str:
    path = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


async def _answer(_: Request) -> HTMLResponse:
    return HTMLResponse(_page(_base()), headers=_NEVER_KEPT)


@cache
def _page(base: str) -> str:
    """The program's own page, with the place of the server and the files of our pages written into it."""
    told = f"window.__streamlit = {{BACKEND_BASE_URL: location.origin + {json.dumps(base + '/')}}}"
    early = "".join(map(_named, program.named_for_pieces()))
    before, head, after = program.PAGE.read_text(encoding="utf-8").partition("<head>")
    page = f"{before}{head}<script>{told}</script>{after}".replace("</head>", f"{early}</head>", 1)
    return page.replace("<body>", f"<body>{styles.sheet()}{drawings.SCRIPT}", 1)


def _named(path: str) -> str:
    """A line of the head for a file that is needed later than those that the program's page names."""
    return f'<link rel="modulepreload" fetchpriority="low" crossorigin href="./{path}">'
