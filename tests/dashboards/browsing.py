"""What tests in a real browser share: a server of the sample, and a window that waits for its page."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from dashboards import serve

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_begun = ExitStack()
# The script has run, and no chart is still on its way: those come after the words.
_DONE = """() => document.querySelector('h1')
  && document.querySelector('.stApp').dataset.testScriptState !== 'running'
  && !document.querySelector('[data-testid=stSkeleton]')"""


@contextmanager
def served(warehouse: Path) -> Iterator[str]:
    """The address of a server of a warehouse, which is told to stop at the end."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = serve.started(warehouse, port, "127.0.0.1")
    try:
        assert serve.is_healthy(server, port, "127.0.0.1")
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="module")
def address(warehouse_large: Path) -> Iterator[str]:
    with served(warehouse_large) as found:
        yield found


@cache
def browser_at(chromium: str) -> Browser:
    """The browser of the tests of one file, begun by the first that asks; its windows share nothing."""
    playwright = _begun.enter_context(sync_playwright())
    browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
    _begun.callback(browser.close)
    return browser


def close_browser() -> None:
    """The end of the browser that a file has begun, if it has."""
    _begun.close()
    browser_at.cache_clear()


@contextmanager
def visitor(chromium: str, width: int, locale: str) -> Iterator[tuple[Page, list[str]]]:
    """A browser window of its own, and the list of addresses it asks for."""
    viewport = {"width": width, "height": 900}
    with closing(browser_at(chromium).new_context(viewport=viewport, locale=locale)) as window:
        page = window.new_page()
        page.set_default_timeout(60_000)
        requested: list[str] = []
        page.on("request", lambda request: requested.append(request.url))
        yield page, requested


def visit(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(".mw-status")
    page.wait_for_function(_DONE)
    page.wait_for_timeout(700)


def unfold(page: Page, words: str) -> None:
    """Open every table behind these words, one by one: each is made when it is opened."""
    folds = page.locator(".stExpander", has=page.get_by_text(words, exact=True))
    for fold in folds.all():
        fold.locator("summary").click()
        fold.locator(".mw-table").first.wait_for()
