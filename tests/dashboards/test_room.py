"""Room per office in FTE: the table against SQL, the sides of 100 %, and nothing of fewer than five posts."""

import polars as pl
import pytest

from dashboards import database, queries
from dashboards.app_pages.offices import PAGE
from dashboards.charts import readings
from dashboards.panel import Panel
from dashboards.panels.offices import room
from dashboards.reader import Reader
from dashboards.text import speaking
from tests.dashboards.viewing import published_reader, view_of

SCHEME = "fl_type_phase"
HIDDEN = {"en": "hidden: few posts", "nl": "verborgen: weinig VTE"}


@pytest.fixture
def large_shown(asking_large: Reader) -> None:
    """Questions are put to the large service."""


def made(language: str = "en", **choices: str) -> Panel | None:
    with speaking(language):
        return room.room_of_every_office(view_of(PAGE, published_reader(language), **choices))


def by_hand(line: str, time_window: str, weights: str) -> pl.DataFrame:
    """Each office under each scheme: capacity less work by what one available FTE gives; from sums alone."""
    mart = "fct_area_line_windows" + ("_now" if weights == "now" else "")
    return database.frame(
        published_reader(),
        f"""
        select part_id, weight_scheme, contract_fte_avg, 100 * workload_units_avg / capacity_units_avg as pct,
            (capacity_units_avg - workload_units_avg) / (capacity_units_avg / available_fte_avg) as room
        from published.marts.{mart}
        where area_id = 'service' and service_line = $line and time_window = $time_window
            and capacity_units_avg > 0
        """,  # noqa: S608 (names of marts)
        line=line,
        time_window=time_window,
    )


@pytest.mark.parametrize("line", ["offender_supervision", "victims", "civil"])
@pytest.mark.parametrize("weights", ["then", "now"])
@pytest.mark.parametrize("time_window", ["today", "four_weeks", "month"])
def test_room_and_its_range_are_those_of_the_sums_and_few_posts_have_none(
    large_shown, line: str, weights: str, time_window: str
) -> None:
    expected = by_hand(line, time_window, weights).filter(pl.col("part_id") != "")
    panel = made(service_line=line, weights=weights, time_window=time_window)
    if expected.filter(pl.col("contract_fte_avg") >= 5).is_empty():
        assert panel is None
        return
    shown = {row["part_id"]: row for row in panel.table.rows.to_dicts()}
    for (office,), rows in expected.group_by("part_id"):
        columns = ("room_fte_avg", "room_low_fte", "room_high_fte")
        found = [shown[office][name] for name in columns]
        said = {shown[office][scheme] for scheme in rows["weight_scheme"]}
        assert rows["contract_fte_avg"].min() >= 5 or found == [None] * 3
        if found == [None] * 3:  # small, or beside a small one
            assert said == {HIDDEN["en"]}
            assert any(HIDDEN["en"] in note for note in panel.notes)
        else:
            own = rows.filter(weight_scheme=SCHEME)["room"].item()
            assert found == pytest.approx([own, rows["room"].min(), rows["room"].max()])


def test_few_posts_are_among_what_is_tested(large_shown) -> None:
    posts = by_hand("offender_supervision", "four_weeks", "then").filter(pl.col("part_id") != "")
    assert (
        0 < posts.filter(pl.col("contract_fte_avg") < 5)["part_id"].n_unique() < posts["part_id"].n_unique()
    )


def test_the_title_counts_the_offices_that_are_above_and_below(large_shown) -> None:
    panel = made()
    shown = panel.table.rows.drop_nulls("room_fte_avg")["part_id"].implode()
    rows = by_hand("offender_supervision", "four_weeks", "then").filter(pl.col("part_id").is_in(shown))
    alike = queries.noise_level(published_reader(), "beside_all_offices_pct")
    differ = known = 0
    for _, own in rows.group_by("part_id"):
        known += 1
        differ += bool((own["pct"] > 100 + alike).any() and (own["pct"] < 100 - alike).any())
    panel = made()
    assert panel.table.rows["differs"].sum() == differ
    about = f"about {differ} of {known} offices" if differ else "about no office"
    assert about in panel.title


@pytest.mark.parametrize(("language", "above", "below"), [("en", "above", "below"), ("nl", "boven", "onder")])
def test_every_side_is_said_in_a_shape_and_a_word(large_shown, language: str, above: str, below: str) -> None:
    table, schemes = made(language).table, queries.choices(published_reader(), "weight_scheme")
    rows = by_hand("offender_supervision", "four_weeks", "then").filter(pl.col("contract_fte_avg") >= 5)
    alike = queries.noise_level(published_reader(), "beside_all_offices_pct")
    said = {row["part_id"]: row for row in table.rows.to_dicts()}
    assert {scheme["id"] for scheme in schemes} <= set(table.columns)
    for office, scheme, pct in rows.select("part_id", "weight_scheme", "pct").iter_rows():
        if office and said[office][scheme] != HIDDEN[language]:
            side = f"▲ {above}" if pct > 100 + alike else f"▽ {below}" if pct < 100 - alike else "○"
            assert said[office][scheme].startswith(side)


def test_about_a_hundred_is_no_side() -> None:
    rows = pl.DataFrame(
        {
            "part_id": ["A", "A", "B", "B", "C", "C", ""],
            "workload_pct": [104.0, 96.0, 104.0, 97.0, None, None, 120.0],
        }
    )
    assert readings.sides(rows, 3)["side"].to_list() == [
        *("above", "below", "above", "about", None, None, "above"),
    ]
    assert readings.sides_reading(rows, 3) == {"known": 2, "differ": 1}


def test_the_page_shows_room_of_all_offices_and_of_none_chosen(warehouse_large, reader) -> None:
    someone = reader(warehouse_large).opens("offices")
    assert "FTE of room" in someone.words()
    assert "Room, FTE" in [column for table in someone.tables() for column in table.value.columns]


def test_without_capacity_there_is_no_room(warehouse_without_contracts, reader) -> None:
    assert "FTE of room" not in reader(warehouse_without_contracts).opens("offices").words()


@pytest.mark.parametrize(
    ("side", "pct", "said"),
    [
        ("above", 103.1, "▲ above (103.1%)"),
        ("about", 102.6, "○ about 100% (102.6%)"),
        ("below", 96.6, "▽ below (96.6%)"),
        ("above", 112.1, "▲ above (112%)"),
    ],
)
def test_percentages_near_the_bound_say_on_which_side_they_lie(side: str, pct: float, said: str) -> None:
    with speaking("en"):
        assert room._side(side, pct, is_of_few=False, alike_pct=3.0) == said
