"""What a browser loads before it can show a page: named in the page's head, compressed once, never wrong.

It rests on how Streamlit lays out its files; each thing that is taken for granted has a test.
"""

import asyncio
import gzip
import json
import re

import pytest

from dashboards import first_page, program
from dashboards.screen import styles

FILES = program._FOLDER


def text_of(path: str) -> str:
    return (FILES / path).read_text(encoding="utf-8")


def test_the_programs_page_names_its_scripts_and_styles() -> None:
    named = program.named_by_page()
    assert len(named) > 20
    assert {path.rpartition(".")[2] for path in named} == {"js", "css"}
    assert all((FILES / path).is_file() for path in named)


@pytest.mark.parametrize("piece", program.PIECES)
def test_each_piece_of_a_page_is_one_file_that_the_program_asks_for_by_that_name(piece: str) -> None:
    (file,) = program._files_of(piece)
    assert any(f"./{file.name}" in text_of(path) for path in program.named_by_page() if path.endswith(".js"))


def test_each_piece_comes_with_all_that_it_imports() -> None:
    known = {*program.named_by_page(), *program.named_for_pieces()}
    for path in program.named_for_pieces():
        assert {f"static/js/{name}" for name in program._IMPORTS.findall(text_of(path))} <= known


def test_an_import_is_found_however_it_is_written() -> None:
    written = (
        'import{a as b}from"./one.js";import"./two.js";const c=import("./later.js");export*from\'./three.js\''
    )
    assert program._IMPORTS.findall(written) == ["one.js", "two.js", "three.js"]


def test_the_engine_of_charts_is_not_among_them() -> None:
    (engine,) = program._files_of("PlotlyChart")
    assert f"static/js/{engine.name}" not in program.compressed()
    assert engine.stat().st_size > sum(map(len, program.compressed().values())), "it is most of the program"


def test_nothing_is_named_twice() -> None:
    every = [*program.named_by_page(), *program.named_for_pieces()]
    assert len(set(every)) == len(every)


def test_the_head_of_a_page_names_the_pieces_after_its_own_files() -> None:
    head, end, _ = first_page._page("").partition("</head>")
    assert end
    named = re.findall(r'<link rel="modulepreload"[^>]* href="\./([^"]+)"', head)
    assert [path for path in named if path in program.named_for_pieces()] == list(program.named_for_pieces())
    assert named[-len(program.named_for_pieces()) :] == list(program.named_for_pieces())


def test_what_is_compressed_is_each_file_as_it_is() -> None:
    assert set(program.compressed()) == {*program.named_by_page(), *program.named_for_pieces()}
    for path, body in program.compressed().items():
        assert gzip.decompress(body) == (FILES / path).read_bytes()


def test_the_way_to_a_page_is_a_third_of_what_it_was() -> None:
    whole = sum((FILES / path).stat().st_size for path in program.compressed())
    assert sum(map(len, program.compressed().values())) < min(whole / 3, 900_000)


async def nothing_here(scope, receive, send) -> None:
    await send({"type": "http.response.start", "status": 404, "headers": []})
    await send({"type": "http.response.body", "body": b"left to the application"})


def answer(
    path: str, base: str = "", method: str = "GET", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of one request."""
    sent: list[dict] = []
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "headers": [(name.replace("_", "-").encode(), said.encode()) for name, said in headers.items()],
    }

    async def send(message: dict) -> None:
        sent.append(message)

    asyncio.run(program.Compressed(nothing_here, base)(scope, None, send))
    found = {name.decode(): said.decode() for name, said in sent[0]["headers"]}
    return sent[0]["status"], found, b"".join(one.get("body", b"") for one in sent[1:])


@pytest.mark.parametrize("base", ["", "/below/this"])
def test_a_browser_gets_the_compressed_file_and_keeps_it(base: str) -> None:
    for path in (program.named_by_page()[0], program.named_by_page()[-1], program.named_for_pieces()[-1]):
        status, headers, body = answer(f"{base}/{path}", base, accept_encoding="gzip, deflate, br")
        assert (status, headers["content-encoding"], headers["vary"]) == (200, "gzip", "Accept-Encoding")
        assert "immutable" in headers["cache-control"]
        assert headers["content-type"].startswith("text/css" if path.endswith("css") else "text/javascript")
        assert gzip.decompress(body) == (FILES / path).read_bytes()
        assert int(headers["content-length"]) == len(body)


@pytest.mark.parametrize(
    "asked",
    [
        {"path": "/static/js/none.js", "accept_encoding": "gzip"},
        {"path": "/static/../secret", "accept_encoding": "gzip"},
        {"path": "/offices", "accept_encoding": "gzip"},
        {"path": f"/{program.named_by_page()[0]}"},
        {"path": f"/{program.named_by_page()[0]}", "accept_encoding": "br"},
        {"path": f"/{program.named_by_page()[0]}", "accept_encoding": "gzip", "range": "bytes=0-9"},
        {"path": f"/{program.named_by_page()[0]}", "accept_encoding": "gzip", "method": "POST"},
        {"path": f"/{program.named_by_page()[0]}", "accept_encoding": "gzip", "base": "/below"},
    ],
    ids=[
        "no file",
        "not below",
        "a page",
        "as it is",
        "another way",
        "a piece of it",
        "sent to it",
        "elsewhere",
    ],
)
def test_all_else_is_left_to_the_application(asked: dict[str, str]) -> None:
    assert answer(**asked)[2] == b"left to the application"


def test_the_first_answer_has_the_styles_before_anything_else_of_the_page() -> None:
    _, body, after = first_page._page("").partition("<body>")
    assert body and after.startswith(styles.sheet())
    assert 0 < after.index("data-drawn") < after.index('id="root"'), "the script that lays drawings open"
    assert "</" not in styles.sheet().removesuffix("</style>"), "nothing ends it early"


def test_where_the_page_came_without_styles_a_script_brings_the_same() -> None:
    (written,) = re.findall(r"const written = (\".*\");", styles.script())
    assert f">{json.loads(written)}<" in styles.sheet()
