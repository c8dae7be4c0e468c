"""Behind a proxy that signs people in: a real browser, a real proxy, and whoever goes past it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from dashboards import serve
from tests.dashboards.browsing import visit, visitor
from tests.dashboards.test_sign_in_in_browser import ROLES, access_of, free_port, says
from warehouse.places import ACCESS_VARIABLE, PROXY_HEADER_VARIABLE, PROXY_SECRET_VARIABLE

pytestmark = pytest.mark.browser
SECRET = "k" * 40


@contextmanager
def proxy(to: int, headers: dict[str, str]) -> Iterator[str]:
    """Passes every connection on, with these headers in its first request; its address."""
    added = "".join(f"{name}: {value}\r\n" for name, value in headers.items()).encode()
    with closing(socket.create_server(("127.0.0.1", 0))) as door:

        def pump(source: socket.socket, target: socket.socket, more: bytes) -> None:
            with suppress(OSError):
                while piece := source.recv(65_536):
                    if more:  # one request a connection, so that each has the headers
                        piece = piece.replace(b"\r\n", b"\r\n" + more, 1)
                        if b"upgrade: websocket" not in piece.lower():
                            piece = piece.replace(b"keep-alive", b"close")
                        more = b""
                    target.sendall(piece)
                target.shutdown(socket.SHUT_WR)

        def serve_all() -> None:
            with suppress(OSError):
                while True:
                    one, _ = door.accept()
                    other = socket.create_connection(("127.0.0.1", to))
                    for ends in ((one, other, added), (other, one, b"")):
                        threading.Thread(target=pump, args=ends, daemon=True).start()

        threading.Thread(target=serve_all, daemon=True).start()
        yield f"http://127.0.0.1:{door.getsockname()[1]}/"


@pytest.fixture(scope="module")
def port(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    access, found = tmp_path_factory.mktemp("proxy") / "access.toml", free_port()
    access.write_text(access_of(ROLES))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(ACCESS_VARIABLE, str(access))
        patch.setenv(PROXY_HEADER_VARIABLE, "Remote-User")
        patch.setenv(PROXY_SECRET_VARIABLE, SECRET)
        server = serve.started(sample_warehouse, found, "127.0.0.1")
        try:
            assert serve.is_healthy(server, found, "127.0.0.1")
            yield found
        finally:
            server.terminate()
            server.wait(timeout=20)


def test_the_proxy_says_who_is_there(port, chromium):
    headers = {"Remote-User": "head@service.example", "X-Maatwerk-Proxy-Secret": SECRET}
    with proxy(port, headers) as address, visitor(chromium, 1300, "en-GB") as (page, _):
        visit(page, address + "offices")
        assert page.get_by_text("You look as: head of an office").count() == 1
        page.goto(address + "funding")
        says(page, "This page is not for your role")


@pytest.mark.parametrize(
    ("headers", "heading"),
    [
        (
            {"Remote-User": "nobody@service.example", "X-Maatwerk-Proxy-Secret": SECRET},
            "You have no role here",
        ),
        ({"Remote-User": "head@service.example"}, "Sign in"),
        ({"Remote-User": "head@service.example", "X-Maatwerk-Proxy-Secret": "k" * 39}, "Sign in"),
        ({"X-Maatwerk-Reader": '["head@service.example", 9999999999]'}, "Sign in"),
        ({}, "Sign in"),
    ],
)
def test_whoever_is_not_known_or_goes_past_it_sees_no_figure(port, chromium, headers, heading):
    with proxy(port, headers) as address, visitor(chromium, 1300, "en-GB") as (page, _):
        page.goto(address + "offices")
        says(page, heading)
        assert page.get_by_role("button", name="Sign in").count() == 0
