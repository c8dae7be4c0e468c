"""The page Outlook of all offices and of one, as readers of full, partial and empty warehouses meet it."""

import polars as pl
import pytest

from dashboards import access, queries, warehouse
from dashboards.charts import ahead_readings
from dashboards.queries import SERVICE
from dashboards.queries import outlook as asked
from dashboards.sections.outlook import booked, changes, side_by_side
from dashboards.text import number, percentage, speaking
from tests.dashboards.conftest import changed_copy
from tests.dashboards.outlook_pages import LINE, SCHEME, busiest_office, charts, of_office


@pytest.fixture
def office(sample_shown) -> str:
    return busiest_office()


def test_title_is_computed_from_the_weeks(reader, sample_warehouse) -> None:
    someone = reader(sample_warehouse).opens("outlook")
    read = ahead_readings.ahead_reading(asked.office_weeks(SERVICE, LINE, SCHEME), 13)
    with speaking("en"):
        assert booked.load_title(read) in someone.words()
        assert percentage(read["workload_pct_now"]) in booked.load_title(read)
        assert percentage(read["workload_pct_then"]) in booked.load_title(read)


def test_it_says_that_it_is_no_forecast_and_what_is_not_in_it(reader, sample_warehouse) -> None:
    said = reader(sample_warehouse).opens("outlook").words()
    assert "This is no forecast." in said and "a falling line is no relief" in said
    standing = asked.standing(SERVICE, LINE, SCHEME)
    assert f"{number(standing['received_cases'])} came in over the last 3 whole months" in said
    stay = standing["without_end_cases"] + standing["past_end_cases"]
    assert f"All {number(stay)} stay to the end of the outlook, which keeps the line too high" in said


@pytest.mark.parametrize("language", ["en", "nl"])
def test_one_line_is_looked_at_and_named_never_all_together(reader, sample_warehouse, language: str) -> None:
    someone = reader(sample_warehouse, language)
    words = {row["id"]: row[f"label_{language}"] for row in queries.choices("service_line")}
    first = someone.opens("outlook").words()
    assert f", {words[LINE]}," in first
    someone = reader(sample_warehouse, language)
    someone.app.query_params["line"] = "victims"
    second = someone.opens("outlook").words()
    assert f", {words['victims']}," in second and f", {words[LINE]}," not in second
    with speaking(language):
        read = ahead_readings.ahead_reading(asked.office_weeks(SERVICE, "victims", SCHEME), 13)
        title = " ".join(booked.load_title(read).split())
    assert title in second and title not in first


@pytest.mark.parametrize(("weeks", "drawn"), [("13", 14), ("52", 53)])
def test_horizon_is_how_many_weeks_are_drawn_as_booked(
    reader, sample_warehouse, weeks: str, drawn: int
) -> None:
    someone = reader(sample_warehouse)
    someone.app.query_params["weeks"] = weeks
    pair = charts(someone.opens("outlook"))
    assert len(pair) == 2
    lines = [trace["x"] for trace in pair[0]["data"]]
    assert [len(x) for x in lines] == [26, drawn, drawn], "as it was, and the two strokes of an outline"
    for chart in pair:
        assert "synthetic" in [annotation["text"] for annotation in chart["layout"]["annotations"]]


def test_all_offices_have_a_table_in_the_fixed_order_and_one_office_has_none(
    reader, sample_warehouse, office
) -> None:
    whole = reader(sample_warehouse).opens("outlook")
    (table,) = [
        found.value for found in whole.app.dataframe if "Workload %, in 52 weeks" in found.value.columns
    ]
    names = [row["label_en"] for row in queries.choices("office")]
    assert table["Office"].tolist() == [name for name in names if name in set(table["Office"])]
    own = of_office(reader(sample_warehouse), office)
    assert not any("Workload %, in 52 weeks" in found.value.columns for found in own.app.dataframe)


def test_without_contracts_there_are_units_and_no_percentage(reader, warehouse_without_contracts) -> None:
    someone = reader(warehouse_without_contracts).opens("outlook")
    said = someone.words()
    assert "No capacity is recorded here" in said and "of capacity by the week" not in said
    (chart,) = charts(someone)
    assert len(chart["data"]) == 3, "work behind, and the outline of work ahead"
    headings = {column for found in someone.app.dataframe for column in found.value.columns}
    assert not any("%" in heading or "FTE" in heading or "Capacity" in heading for heading in headings)


def test_without_cases_the_page_says_what_an_outlook_needs(reader, warehouse_without_cases) -> None:
    someone = reader(warehouse_without_cases).opens("outlook")
    assert "No cases were delivered" in someone.words() and charts(someone) == []


def test_office_in_which_nothing_is_booked_offers_a_way_back(reader, warehouse_of_one_office) -> None:
    folder, empty_office = warehouse_of_one_office
    someone = of_office(reader(folder), empty_office)
    assert "mw-empty" in someone.html()
    someone.app.button(key="reset_filters").click().run()
    assert "mw-empty" not in someone.html() and len(charts(someone)) == 2


@pytest.fixture
def warehouse_of_one_office(sample_warehouse, tmp_path):
    """A warehouse in which one office has neither weeks behind nor ahead, and that office."""
    marts = {
        "fct_area_line_weeks": "area_id",
        "fct_area_line_outlook_weeks": "area_id",
        "fct_officer_outlook_weeks": "office_id",
    }
    statements = [f"delete from marts.{mart} where {place} = 'IEP'" for mart, place in marts.items()]  # noqa: S608
    return changed_copy(sample_warehouse, tmp_path / "without_ieper", statements), "IEP"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_without_a_warehouse_the_page_is_human(reader, tmp_path, language: str) -> None:
    someone = reader(tmp_path, language).opens("outlook")
    assert [code.value for code in someone.app.code]


@pytest.mark.parametrize(
    ("posts", "is_few"),
    [([6.0, 5.0], False), ([6.0, 4.9], True), ([0.0, 1.0], True), ([0.0], False), ([], False)],
)
def test_few_are_fewer_than_five_posts_in_any_week(posts: list[float], is_few: bool) -> None:
    assert access.is_of_few(pl.Series(posts, dtype=pl.Float64)) == is_few


def test_capacity_of_fewer_than_five_people_is_not_shown_by_week(
    reader, sample_warehouse, sample_shown
) -> None:
    few = warehouse.frame(
        "select office_id, service_line from marts.fct_office_line_outlook_weeks "
        "where workload_units_avg > 0 "
        "group by all having max(contract_fte_avg) > 0 and min(contract_fte_avg) < 5 order by all limit 1"
    ).row(0)
    someone = reader(sample_warehouse)
    someone = of_office(someone, few[0], line=few[1])
    said = someone.words()
    assert "fewer than 5 full-time posts" in said and "Workload, this week" not in said
    headings = {column for found in someone.app.dataframe for column in found.value.columns}
    assert not any("%" in heading or "FTE" in heading or "Capacity" in heading for heading in headings)


def test_offices_of_few_people_show_their_work_only() -> None:
    offices = pl.DataFrame(
        {"posts": [4.9, 5.0], "workload_pct_13": [90.0, 90.0], "available_fte_13": [4.0, 4.0], "work": [1, 1]}
    )
    shown = side_by_side.without_capacity_of_few(offices)
    assert shown["workload_pct_13"].to_list() == [None, 90.0]
    assert shown["available_fte_13"].to_list() == [None, 4.0] and shown["work"].to_list() == [1, 1]


class _Chosen:
    def __init__(self, office: str | None):
        self.office = office


def test_capacity_sentence_counts_less_leave_as_more_capacity(monkeypatch) -> None:
    monkeypatch.setattr(changes, "is_of_few", lambda chosen: False)
    read = {
        "contract_fte_avg_now": 10.0,
        "contract_fte_avg_then": 9.0,
        "reduced_fte_avg_now": 2.0,
        "reduced_fte_avg_then": 0.5,
        "uncounted_fte_avg_now": 1.0,
        "uncounted_fte_avg_then": 1.25,
    }
    with speaking("en"):
        said = changes.capacity_sentences(read, {"has_contracts": True}, _Chosen(None))[0]
    assert "begin or end −1.0 FTE" in said and "reductions +1.5 FTE" in said and "grades −0.2 FTE" in said


@pytest.mark.parametrize("language", ["en", "nl"])
def test_head_figures_are_those_of_the_weeks_they_name(reader, sample_warehouse, language: str) -> None:
    said = reader(sample_warehouse, language).opens("outlook").html()
    weeks = asked.office_weeks(SERVICE, LINE, SCHEME)
    with speaking(language):
        for horizon in (13, 52):
            read = ahead_readings.ahead_reading(weeks, horizon)
            assert f"{percentage(read['workload_pct_now'])} <span" in said
            assert f"{percentage(read['workload_pct_then'])} <span" in said
