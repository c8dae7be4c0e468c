"""The server as everybody starts it: every page in both languages, and no library that no page needs."""

import asyncio
import random
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from dashboards import serve
from dashboards.app_pages import PAGES
from tests.dashboards.tabs import Tab


@pytest.fixture
def served(sample_warehouse: Path) -> Iterator[tuple[str, psutil.Process]]:
    """The address of a server of the sample, and its process."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = serve.started(sample_warehouse, port, "127.0.0.1")
    try:
        assert serve.is_healthy(server, port, "127.0.0.1")
        yield f"http://127.0.0.1:{port}", psutil.Process(server.pid)
    finally:
        server.terminate()
        server.wait(timeout=20)


async def read(address: str) -> Tab:
    """Somebody who opens every page and chooses something on each."""
    tab = await Tab(address, random.Random(1)).connected()
    for page in PAGES:
        for language in ("en", "nl"):
            await tab.opens(page, language)
            await tab.chooses()
    await tab.close()
    return tab


def test_every_page_is_served_without_pandas(served: tuple[str, psutil.Process]) -> None:
    address, process = served
    tab = asyncio.run(read(address))
    assert tab.failures == []
    loaded = {Path(one.path).parts for one in process.memory_maps()}
    assert any("polars" in " ".join(parts) for parts in loaded), "what is loaded can be seen"
    assert not [parts for parts in loaded if "pandas" in parts]
