"""What a published file says of its sources and editions."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.build import build
from ingest.order import Order
from ingest.progress import Progress
from tests.ingest.mapping_cases import case_folder
from tests.inputs.published import asking

DAY = dt.date


@pytest.fixture
def published(tmp_path: Path) -> Callable[[str], Callable[..., list[tuple]]]:
    """Build one of the small deliveries and ask the published file."""

    def run(name: str) -> Callable[..., list[tuple]]:
        order = Order(case_folder(name), warehouse=tmp_path / "warehouse", key=tmp_path / "key")
        build(order, Progress(is_silent=True))
        return asking(tmp_path / "warehouse")

    return run


def test_offices_of_a_source_that_stopped_are_marked_from_its_last_day_on(published) -> None:
    ask = published("a-source-that-stopped")
    sources = ask("select source_system, as_of, is_behind, days_behind from marts.dim_sources order by 1")
    assert sources == [("north", DAY(2026, 6, 30), False, 0), ("south", DAY(2026, 3, 31), True, 91)]
    offices = ask("select office_id, source_system, known_until_on from marts.dim_offices order by 1")
    assert offices == [("ANT", "north", DAY(2026, 6, 30)), ("GEN", "south", DAY(2026, 3, 31))]
    assert ask("select as_of from marts.dim_status") == [(DAY(2026, 6, 30),)]
    assert ask("select distinct source_system, as_of from marts.fct_loads order by 1") == [
        ("north", DAY(2026, 6, 30)),
        ("south", DAY(2026, 3, 31)),
    ]


def test_edition_ten_is_later_than_nine_and_june_than_may(published) -> None:
    ask = published("edition-10-older-than-9")
    latest = "from marts.fct_published_against_computed where is_latest_edition order by 1"
    assert ask(f"select edition, published_value {latest}") == [("10", 11.0), ("June 2026", 11.0)]
