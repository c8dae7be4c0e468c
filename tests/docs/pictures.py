"""Takes the pictures of the README anew: `python -m tests.docs.pictures --warehouse DIR`."""

import argparse
import random
import shutil
import socket
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from dashboards.serve import is_healthy, started
from store.access_log import AccessLog
from store.chain import append
from store.lines import Line, Who, account
from store.looked import checked
from store.opening import writing
from tests.docs.documents import ROOT
from warehouse.current import published_file
from warehouse.places import STORE_VARIABLE, WAREHOUSE

FOLDER = ROOT / "docs" / "images"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")


@dataclass(frozen=True)
class Picture:
    """One page in a window of this size (pixels) and colour scheme, as everybody or in a role of the banner.

    `officer` is the id of who looks, in the sample, where the role is that of an officer.
    """

    name: str
    path: str
    width: int
    height: int
    colours: str = "light"
    role: str = ""
    officer: str = ""


PICTURES = (
    Picture("overview", "", 1440, 1010),
    Picture("offices", "offices", 1440, 1010),
    Picture("outlook", "outlook", 1440, 1010),
    Picture("growth", "growth", 1440, 1560),
    Picture("funding", "funding", 1440, 1250),
    Picture("overview-phone-dark", "", 390, 844, "dark"),
    # four readers, each on the page that is theirs
    Picture("reader-officer", "my_work", 1440, 1250, role="officer", officer="O0007"),
    Picture("reader-head", "my_team", 1440, 1250, role="head of an office"),
    Picture("reader-coordinator", "backlog", 1440, 1250, role="coordinator"),
    Picture("reader-privacy", "looked", 1440, 1250, role="data protection officer"),
)
# Who looked in the days before, invented too: readers of each role, of pages, persons and files.
ROLES = ("officer", "office_head", "coordinator", "policymaker")
LOOKED = ("overview", "offices", "backlog", "outlook", "my_team")


def take(browser: Browser, picture: Picture, address: str) -> None:
    """Save one picture as a PNG of at most 128 colours."""
    window = {"width": picture.width, "height": picture.height}
    page = browser.new_context(viewport=window, color_scheme=picture.colours, locale="en-GB").new_page()
    page.goto(f"{address}/{picture.path}")
    page.get_by_text("Synthetic data").first.wait_for(timeout=60_000)
    page.get_by_test_id("stStatusWidget").wait_for(state="hidden", timeout=60_000)
    for choice, wanted in (("demo_role", picture.role), ("demo_officer", picture.officer)):
        if wanted:
            page.locator(f".st-key-{choice} input").fill(wanted)
            page.keyboard.press("Enter")
            page.wait_for_timeout(3_000)
            page.get_by_text("Synthetic data").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(3_000)  # charts are drawn after the last request
    image = Image.open(BytesIO(page.screenshot())).convert("RGB")
    image.quantize(128, dither=Image.Dither.NONE).save(FOLDER / f"{picture.name}.png", optimize=True)


def write_invented_log(store: str) -> None:
    """Four weeks of lines, the same each time but for the days, and one look at their chain."""
    log, chance, now = AccessLog(store), random.Random(7), datetime.now(UTC)
    lines = []
    for minutes in sorted((chance.randrange(60, 28 * 24 * 60) for _ in range(220)), reverse=True):
        role, page = chance.choice(ROLES), chance.choice(LOOKED)
        filters = {"office": chance.choice(("ANT", "BRU", "GEN"))}
        if role == "office_head" and page in ("outlook", "my_team"):
            filters["officer"] = log.opaque(f"invented {chance.randrange(9)}")
        export = chance.choice(("csv", "xlsx")) if chance.random() < 0.1 else ""
        who = Who(f"{role}-{chance.randrange(1, 4)}@service.example", role)
        at = now - timedelta(minutes=minutes)
        lines.append(Line(who, page, filters, rows=chance.randrange(5, 90), export=export, at=at))
    with writing(log.engine) as connection:
        append(connection, lines)
    checked(log.engine, account())
    log.close()


def refuse_real_data(warehouse: Path) -> None:
    """SystemExit unless everything in the published file is synthetic."""
    published = published_file(warehouse)
    if published is None:
        raise SystemExit(f"nothing is published in {warehouse}")
    with duckdb.connect(str(published), read_only=True) as connection:
        [(is_synthetic,)] = connection.execute("select is_synthetic from marts.dim_status").fetchall()
    if not is_synthetic:
        raise SystemExit("these data are not synthetic: no pictures are taken of them")


def free_port() -> int:
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return opened.getsockname()[1]


def main() -> None:
    """Take every picture of the README."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--warehouse", type=Path, default=WAREHOUSE)
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="these pictures alone")
    given = parser.parse_args()
    warehouse, wanted = given.warehouse, [one for one in PICTURES if one.name in given.only or not given.only]
    refuse_real_data(warehouse)
    port = free_port()
    with TemporaryDirectory() as store, pytest.MonkeyPatch.context() as patch:
        write_invented_log(store)
        patch.setenv(STORE_VARIABLE, store)
        take_all(warehouse, port, wanted)


def take_all(warehouse: Path, port: int, wanted: list[Picture]) -> None:
    """Serve, take every picture, stop."""
    server = started(warehouse, port, "127.0.0.1")
    try:
        if not is_healthy(server, port, "127.0.0.1"):
            raise SystemExit("the dashboard did not start")
        with sync_playwright() as engine:
            browser = engine.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            for picture in wanted:
                take(browser, picture, f"http://127.0.0.1:{port}")
            browser.close()
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
