"""The program that a browser runs: the files of Streamlit that our pages need, compressed once and kept.

Streamlit sends its files as they are, megabytes before a page stands, and the browser learns of each when the
one before it has come. Files that are not named here are sent by Streamlit itself, as ever.
"""

import gzip
import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

_FOLDER = Path(streamlit.__file__).parent / "static"
PAGE = _FOLDER / "index.html"
_SCRIPTS = "static/js"
# What pages are made of, by the name that a file begins with; each brings the files that it imports.
PIECES = ("Html", "Selectbox", "ButtonGroup", "Button", "DownloadButton")
_IMPORTS = re.compile(r"""(?:\bfrom|\bimport)\s*["']\./([^"']+\.js)["']""")
_KINDS = {".js": "text/javascript", ".css": "text/css"}
_NAMED_FOR_ITS_CONTENT = {"Cache-Control": "public, immutable, max-age=31536000", "Vary": "Accept-Encoding"}


@cache
def named_by_page() -> tuple[str, ...]:
    """The scripts and styles that the program's page names, as paths below the root."""
    found = re.findall(r'(?:href|src)="\./(static/[^"]+\.(?:js|css))"', PAGE.read_text(encoding="utf-8"))
    return tuple(dict.fromkeys(found))


@cache
def named_for_pieces() -> tuple[str, ...]:
    """The scripts that the pieces of our pages need beside those, the largest last."""
    known = set(named_by_page())
    todo = [f"{_SCRIPTS}/{file.name}" for piece in PIECES for file in _files_of(piece)]
    found: dict[str, int] = {}
    while todo:
        path = todo.pop()
        if path not in known:
            known.add(path)
            text = (_FOLDER / path).read_text(encoding="utf-8")
            found[path] = len(text)
            todo += [f"{_SCRIPTS}/{name}" for name in _IMPORTS.findall(text)]
    return tuple(sorted(found, key=found.__getitem__))


def _files_of(piece: str) -> list[Path]:
    return sorted((_FOLDER / _SCRIPTS).glob(f"{piece}.*.js"))


@cache
def compressed() -> dict[str, bytes]:
    """Path below the root -> the file by gzip."""
    paths = (*named_by_page(), *named_for_pieces())
    return {path: gzip.compress((_FOLDER / path).read_bytes(), mtime=0) for path in paths}


class Compressed:
    """Answers what a browser asks of the program's files with what was compressed when the server started."""

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self._app, self._base = app, base
        compressed()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the compressed file; what is not there, or not wanted so, is left to the application."""
        body = self._body(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
        if body is None:
            await self._app(scope, receive, send)
            return
        headers = _NAMED_FOR_ITS_CONTENT | {"Content-Encoding": "gzip"}
        kind = _KINDS[Path(scope["path"]).suffix]
        await Response(body, headers=headers, media_type=kind)(scope, receive, send)

    def _body(self, scope: Scope) -> bytes | None:
        asked = Headers(scope=scope)
        if "gzip" not in asked.get("accept-encoding", "") or "range" in asked:
            return None
        return compressed().get(scope["path"].removeprefix(f"{self._base}/"))
