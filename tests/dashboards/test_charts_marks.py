"""Lines, levels and names: what charts over time are put together from."""

from datetime import date

import polars as pl
import pytest

from dashboards.charts import palette
from dashboards.charts.marks import Series, legend, level, line
from tests.dashboards.drawn import REAL

JANUARY, FEBRUARY, APRIL = date(2026, 1, 1), date(2026, 2, 1), date(2026, 4, 1)
HOURS = Series("hours", "Work", palette.BLUE, "hours")


def _rows(*amounts: float | None) -> pl.DataFrame:
    days = [JANUARY, FEBRUARY, APRIL][: len(amounts)]
    return pl.DataFrame({"day": days, "hours": amounts}, schema={"day": pl.Date, "hours": pl.Float64})


def test_a_line_says_its_name_day_amount_and_unit() -> None:
    drawn = line(_rows(120.0, 80.0), "day", HOURS, REAL)
    assert (drawn["name"], drawn["x"], drawn["y"]) == ("Work", ["2026-01-01", "2026-02-01"], [120.0, 80.0])
    assert drawn["customdata"] == ["Jan 2026", "Feb 2026"]
    assert drawn["hovertemplate"] == "Work, %{customdata}: <b>%{y:,.0f} hours</b><extra></extra>"


def test_an_amount_that_is_not_known_stays_a_gap() -> None:
    assert line(_rows(1.0, None, 2.0), "day", HOURS, REAL)["y"] == [1.0, None, 2.0]


@pytest.mark.parametrize(
    ("amounts", "digits"), [((3.0, 19.0), 0), ((2.5, 300.0), 1), ((20.5, 300.0), 0), ((None, None), 0)]
)
def test_small_amounts_get_a_decimal_where_they_are_not_whole(amounts, digits: int) -> None:
    assert f"%{{y:,.{digits}f}}" in line(_rows(*amounts), "day", HOURS, REAL)["hovertemplate"]


def test_the_names_of_lines_are_in_their_colours_with_the_unit_once() -> None:
    text = legend([HOURS, Series("capacity", "Capacity", palette.ORANGE, "hours")], 1)["text"]
    assert text.index("Work") < text.index("Capacity") and text.endswith("  hours")
    assert palette.BLUE in text and palette.ORANGE in text and text.count("hours") == 1


def test_a_level_runs_across_the_whole_figure() -> None:
    drawn = level(100)
    assert (drawn["x0"], drawn["x1"], drawn["xref"]) == (0, 1, "paper")
    assert drawn["y0"] == drawn["y1"] == 100
