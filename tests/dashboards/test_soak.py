"""Twenty readers for a long time while versions are published: nothing fails, mixes or grows."""

import asyncio
import itertools
import random
import socket
import statistics
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from dashboards import made_panels, serve
from dashboards.app_pages import PAGES
from tests.dashboards.tabs import Tab
from tests.dashboards.versions import publish, write_versions

READERS, RUNS, PUBLICATIONS = 20, 2_000, 20
CHOICES = 4  # on each page that a reader opens
PANELS_MB = 8  # reached soon, so that what grows beyond it is seen
_MOST_GROWTH = 1.1  # from the second quarter of the runs to the last


@dataclass
class Soak:
    """What was seen: runs, pages of more than one version, failures, versions met, MB held after each ten."""

    runs: int = 0
    mixed: list[tuple[str, set[int]]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    met: set[int] = field(default_factory=set)
    held_mb: list[float] = field(default_factory=list)


@pytest.mark.deep
def test_readers_and_publications_leave_memory_level_and_mix_nothing(
    sample_warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = write_versions(sample_warehouse, tmp_path / "warehouse", PUBLICATIONS + 1)
    monkeypatch.setenv(made_panels.MEMORY_VARIABLE, str(PANELS_MB))
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = serve.started(files[0].parent, port, "127.0.0.1")
    try:
        assert serve.is_healthy(server, port, "127.0.0.1")
        soak = asyncio.run(_soaked(f"http://127.0.0.1:{port}", files, psutil.Process(server.pid)))
    finally:
        server.terminate()
        server.wait(timeout=20)
    assert soak.runs >= RUNS
    assert soak.failures == []
    assert soak.mixed == []
    assert len(soak.met) > PUBLICATIONS * 0.8, "they read while versions were published"
    quarter = len(soak.held_mb) // 4
    before, after = soak.held_mb[quarter : 2 * quarter], soak.held_mb[-quarter:]
    assert statistics.median(after) <= _MOST_GROWTH * statistics.median(before), soak.held_mb


async def _soaked(address: str, files: list[Path], process: psutil.Process) -> Soak:
    soak = Soak()
    await asyncio.gather(*(_reads(address, number, soak, files, process) for number in range(READERS)))
    return soak


async def _reads(address: str, number: int, soak: Soak, files: list[Path], process: psutil.Process) -> None:
    """One reader: page after page, some choices on each, until all have read enough."""
    chance = random.Random(number)
    tab = await Tab(address, chance).connected()
    pages = itertools.cycle(itertools.product(PAGES, ("en", "nl")))
    for page, language in itertools.islice(pages, 5 * number, None):
        if soak.runs >= RUNS:
            break
        await tab.opens(page, language)
        _note(soak, tab, files, process)
        of_page = set(tab.versions)
        for _ in range(CHOICES):
            if not await tab.chooses():
                break
            _note(soak, tab, files, process, of_page)
    await tab.close()


def _note(
    soak: Soak, tab: Tab, files: list[Path], process: psutil.Process, before: set[int] = frozenset()
) -> None:
    """After a run: what it showed, with what stands on the page from before; and publish when it is time."""
    soak.runs += 1
    if len(tab.versions | before) != 1:
        soak.mixed.append((tab.page, tab.versions | before))
    soak.met |= tab.versions
    soak.failures += tab.failures
    tab.failures.clear()
    if soak.runs % 10 == 0:
        soak.held_mb.append(process.memory_full_info().pss / 2**20)
    if soak.runs % (RUNS // PUBLICATIONS) == 0 and soak.runs // (RUNS // PUBLICATIONS) < len(files):
        publish(files[soak.runs // (RUNS // PUBLICATIONS)])
