"""One office over the months: itself among the others, dated events, and gaps that stay gaps."""

from datetime import date

import polars as pl
import pytest

from dashboards.charts import events, palette, small_multiples, trends
from tests.dashboards.drawn import MONTHS, NAMES, REAL, WORDS, months_of_offices


@pytest.fixture
def months() -> pl.DataFrame:
    return months_of_offices()


def test_one_office_is_blue_and_all_others_are_one_grey_line(months: pl.DataFrame) -> None:
    rest, own = trends.workload_trend(months, NAMES, "Z", REAL, [])["data"]
    assert (own["line"]["color"], rest["line"]["color"]) == (palette.BLUE, palette.REST)
    assert own["name"] == "Zele" and own["y"][0] is None, "unknown is a gap, not a zero"
    assert not any(said.startswith("Zele") for said in rest["customdata"])


def test_events_close_together_share_a_number_and_keep_their_lines() -> None:
    happened = [
        {"happened_on": date(2025, 12, 15), "kind": "weights"},
        {"happened_on": date(2024, 1, 1), "kind": "event"},
        {"happened_on": date(2024, 3, 1), "kind": "series_break"},
        {"happened_on": date(2019, 1, 1), "kind": "law"},
    ]
    groups = events.grouped_events(happened, date(2024, 1, 1), date(2025, 12, 31))
    assert [[event["happened_on"] for event in group] for group in groups] == [
        [date(2024, 1, 1), date(2024, 3, 1)],
        [date(2025, 12, 15)],
    ]
    last = date(2025, 12, 1)
    assert [mark["text"] for mark in events.event_numbers(groups, last)] == ["1", "2"]
    lines = events.event_lines(groups, last)
    assert [line["line"]["dash"] for line in lines] == ["dot", "dash", "dashdot"]
    assert lines[-1]["x0"] == "2025-12-01", "an event of the last month stands on the edge, and is not lost"


def test_month_without_a_row_breaks_the_line() -> None:
    kept = [when for when in MONTHS[:6] if when.month != 4]
    frame = pl.DataFrame(
        {"part_id": ["A"] * 5, "month_start_on": kept, "workload_pct": [100.0] * 5}, strict=False
    )
    own = trends.workload_trend(frame, {"A": "Aalst"}, "A", REAL, [])["data"][1]
    assert own["y"] == [100, 100, 100, None, 100, 100]
    line = small_multiples.workload_panels(frame, {"A": "Aalst"}, REAL, WORDS)["data"][1]
    assert [y is None for y in line["y"]] == [False, False, False, True, False, False, True]
