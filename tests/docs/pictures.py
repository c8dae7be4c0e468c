"""Takes the pictures of the README anew: `python -m tests.docs.pictures --warehouse DIR`."""

import argparse
import shutil
import socket
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import duckdb
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from dashboards.serve import is_healthy, started
from tests.docs.documents import ROOT
from warehouse.current import published_file
from warehouse.places import WAREHOUSE

FOLDER = ROOT / "docs" / "images"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")


@dataclass(frozen=True)
class Picture:
    """One page in a window of this size (pixels) and colour scheme."""

    name: str
    path: str
    width: int
    height: int
    colours: str = "light"


PICTURES = (
    Picture("overview", "", 1440, 1010),
    Picture("offices", "offices", 1440, 1010),
    Picture("outlook", "outlook", 1440, 1010),
    Picture("growth", "growth", 1440, 1560),
    Picture("funding", "funding", 1440, 1250),
    Picture("overview-phone-dark", "", 390, 844, "dark"),
)


def take(browser: Browser, picture: Picture, address: str) -> None:
    """Save one picture as a PNG of at most 128 colours."""
    window = {"width": picture.width, "height": picture.height}
    page = browser.new_context(viewport=window, color_scheme=picture.colours, locale="en-GB").new_page()
    page.goto(f"{address}/{picture.path}")
    page.get_by_text("Synthetic data").first.wait_for(timeout=60_000)
    page.get_by_test_id("stStatusWidget").wait_for(state="hidden", timeout=60_000)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(3_000)  # charts are drawn after the last request
    image = Image.open(BytesIO(page.screenshot())).convert("RGB")
    image.quantize(128, dither=Image.Dither.NONE).save(FOLDER / f"{picture.name}.png", optimize=True)


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
    """Serve the warehouse, take every picture, stop the server."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--warehouse", type=Path, default=WAREHOUSE)
    warehouse = parser.parse_args().warehouse
    refuse_real_data(warehouse)
    port = free_port()
    server = started(warehouse, port, "127.0.0.1")
    try:
        if not is_healthy(server, port, "127.0.0.1"):
            raise SystemExit("the dashboard did not start")
        with sync_playwright() as engine:
            browser = engine.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            for picture in PICTURES:
                take(browser, picture, f"http://127.0.0.1:{port}")
            browser.close()
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
