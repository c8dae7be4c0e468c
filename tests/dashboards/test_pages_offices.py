"""The page Offices, as readers of full, partial and empty warehouses meet it."""

import pytest

from dashboards.app_pages.offices import PAGE
from dashboards.panels.offices import one_office, table
from dashboards.text import speaking
from tests.dashboards import charts_shown
from tests.dashboards.conftest import changed_copy
from tests.dashboards.viewing import view_of

OFFICES = 15
# The offices of the small sample have few people: the figures are looked at, not what is hidden of them.
pytestmark = pytest.mark.usefixtures("nobody_is_few")


def _charts(reader) -> list[dict]:
    return charts_shown.charts(reader.app)


def _texts(chart: dict) -> list[str]:
    return [annotation["text"] for annotation in chart["layout"].get("annotations", [])]


def _alts(reader) -> list[str]:
    return charts_shown.alternatives(reader.app)


@pytest.fixture
def offices(reader, sample_warehouse):
    """Opens the page on the full sample: `offices("nl", office="HAL")`."""

    def opened(language: str = "en", **choices: str):
        someone = reader(sample_warehouse, language)
        for name, choice in choices.items():
            someone.app.query_params[name] = choice
        someone.app.switch_page("app_pages/offices.py")
        for name, choice in choices.items():
            someone.app.query_params[name] = choice
        someone.app.run()
        assert not someone.app.exception and "mw-failed" not in someone.html()
        return someone

    return opened


def test_all_offices_are_small_multiples_a_heat_map_and_ranges(offices) -> None:
    panels, heat, ranges = _charts(offices())
    names = [text for text in _texts(panels) if text.startswith("<b>")]
    assert len(names) == OFFICES and names == sorted(names), "a fixed order by name, no ranking"
    assert len(heat["data"][0]["y"]) == OFFICES
    assert len(ranges["layout"]["yaxis"]["categoryarray"]) == OFFICES


@pytest.mark.parametrize(("language", "words"), [("en", "not open yet"), ("nl", "nog niet open")])
def test_halle_before_its_opening_is_not_a_zero(offices, language: str, words: str) -> None:
    panels, heat, _ = _charts(offices(language))
    assert f"<i>{words}</i>" in _texts(panels) and f"<i>{words}</i>" in _texts(heat)


@pytest.mark.parametrize(("language", "words"), [("en", "synthetic"), ("nl", "synthetisch")])
def test_every_figure_and_caption_says_synthetic(offices, language: str, words: str) -> None:
    someone = offices(language)
    assert all(words in _texts(chart) for chart in _charts(someone))
    assert all(words in alt for alt in _alts(someone))
    assert all(words in table.caption for table in someone.tables())


def test_every_figure_has_a_text_alternative_with_a_number(offices) -> None:
    alts = _alts(offices())
    assert len(alts) == 3 and all(any(sign.isdigit() for sign in alt) and len(alt) > 60 for alt in alts)


def test_one_office_shows_trend_units_kinds_and_schemes(offices) -> None:
    someone = offices(office="ANT")
    trend, units, kinds, schemes = _charts(someone)
    assert [line["name"] for line in trend["data"] if "name" in line] == ["Antwerpen"]
    assert [line.get("yaxis") for line in units["data"]] == ["y", "y", "y2", "y2"]
    assert len([text for text in _texts(kinds) if text.startswith("<b>")]) == 4
    assert len(schemes["layout"]["yaxis"]["categoryarray"]) == 4
    assert "Antwerpen" in someone.words()


def test_table_of_all_offices_does_not_claim_to_be_of_the_one_chosen(asking) -> None:
    with speaking("en"):
        view = view_of(PAGE, asking, office="HAL")
        assert view.choice.said.startswith("Halle, Offender services, ")
        for panel in (table.all_offices(view), one_office.workload_trend(view)):
            assert panel.table.filters == view.choice.said.replace("Halle", "all offices")


def test_percentage_stands_beside_the_basis_of_its_weights(offices) -> None:
    assert "weights: assumed" in offices().words()


def test_office_that_does_not_exist_falls_back_to_all(offices) -> None:
    assert len(_charts(offices(office="NOWHERE"))) == 3


@pytest.mark.parametrize("line", ["victims", "civil", "coordination"])
def test_every_service_line_stands_on_its_own(offices, line: str) -> None:
    someone = offices(line=line)
    assert someone.app.selectbox(key="line").value == line
    assert len(_charts(someone)) >= 1 or "mw-empty" in someone.html()


def test_without_contracts_work_is_shown_in_units_and_no_percentage(
    reader, warehouse_without_contracts
) -> None:
    someone = reader(warehouse_without_contracts).opens("offices")
    assert "No staff contracts were delivered" in someone.words()
    (panels,) = _charts(someone)
    assert not any("%" in text for text in _texts(panels))
    table = someone.tables()[-1].value
    assert "Workload %" not in table.columns and "Office" in table.columns


def test_without_contracts_one_office_shows_its_kinds_of_work(reader, warehouse_without_contracts) -> None:
    someone = reader(warehouse_without_contracts)
    someone.app.query_params["office"] = "ANT"
    someone.opens("offices")
    assert "No staff contracts were delivered" in someone.words()
    assert len(_charts(someone)) == 1


def test_published_figures_alone_are_drawn_per_office_with_the_reason(
    reader, warehouse_without_cases
) -> None:
    someone = reader(warehouse_without_cases).opens("offices")
    assert "no cases" in someone.words() and "none is shown" in someone.words()
    (panels,) = _charts(someone)
    assert [text for text in _texts(panels) if text.startswith("<b>")]
    assert not any(text.endswith("%") for text in _texts(panels))


def test_a_published_series_is_chosen_by_its_link(reader, warehouse_without_cases) -> None:
    someone = reader(warehouse_without_cases)
    someone.app.query_params["series"] = "new_cases~nl.metrotime.be 2017/02/18"
    someone.opens("offices")
    assert someone.app.selectbox(key="series").value.startswith("new_cases~nl.metrotime.be")
    assert "New cases (nl.metrotime.be 2017/02/18)" in someone.app.selectbox(key="series").options
    (figures,) = [found.value for found in someone.tables()]
    assert set(figures["Source"]) == {"nl.metrotime.be 2017/02/18"}
    usual = reader(warehouse_without_cases).opens("offices").tables()[0].value
    assert set(usual["Source"]) != set(figures["Source"]), "the longest unless the link says otherwise"


def test_a_jump_in_a_published_series_is_marked_and_listed(reader, warehouse_without_cases, tmp_path) -> None:
    jump = """
        insert into marts.fct_published_breaks by name
        select *, published_value / 3 as previous_value, 200 as change_pct
        from (
            select source, edition, measure, office_id, supervision_type, period_start_on, period_end_on,
                published_value
            from marts.fct_published_against_computed
            where office_id != '' and is_latest_edition and starts_with(source, 'dwvg.be') limit 1
        )
    """
    someone = reader(changed_copy(warehouse_without_cases, tmp_path / "jump", [jump])).opens("offices")
    (chart,) = _charts(someone)
    assert len(chart["data"][-1]["x"]) == 1 and "to be checked" in chart["data"][-1]["text"][0]
    listed = someone.tables()[-1].value
    assert listed.shape[0] == 1 and listed["Change %"].to_list() == [200]


def test_a_series_is_neither_asked_nor_settled_where_cases_are(asking) -> None:
    view = view_of(PAGE, asking)
    assert "published_series" not in view.choice.values and view.choice.published_series == ""


def test_warehouse_of_nothing_says_there_is_nothing(reader, warehouse_of_nothing) -> None:
    someone = reader(warehouse_of_nothing, "nl").opens("offices")
    assert "geen gepubliceerde cijfers" in someone.words()
    assert _charts(someone) == []


def test_without_a_warehouse_the_page_says_which_command_makes_one(reader, tmp_path) -> None:
    someone = reader(tmp_path).opens("offices")
    assert next(code.value for code in someone.app.code).startswith("python -m ingest")
