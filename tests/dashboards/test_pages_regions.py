"""The pages of a service with regions: the whole, a region and an office, as readers of both languages do."""

import pytest

from dashboards import queries
from dashboards.app_pages import PAGES
from dashboards.choice import ALL
from tests.dashboards.viewing import published_reader

REGION, REGION_NAME = "Oost-Vlaanderen:region", "Oost-Vlaanderen"
REGIONS = {"Antwerpen", "Brussel", "Limburg", REGION_NAME, "Vlaams-Brabant", "West-Vlaanderen"}
OF_REGION = {"Dendermonde", "Gent", "Oudenaarde"}
ASKED_BY_AREA = ("offices", "backlog", "pressure", "outlook", "certainty")
ELSEWHERE = {"Ieper", "Kortrijk", "Leuven", "Hasselt"}  # no region is named like these
HEADINGS = [("en", "Region", "Office"), ("nl", "Regio", "Kantoor")]
CHOOSE = {
    "en": "Individual cases are listed per office: choose an office above.",
    "nl": "Een lijst van dossiers is er alleen per kantoor: kies hierboven een kantoor.",
}


@pytest.fixture
def shown(warehouse_with_regions, reader):
    """Opens a page of the service with regions by a link: `shown("offices", "nl", office="GEN")`."""

    def opened(page: str, language: str = "en", **choices: str):
        someone = reader(warehouse_with_regions, language)
        if page != PAGES[0]:
            someone.app.switch_page(f"app_pages/{page}.py")
        for name, choice in choices.items():
            someone.app.query_params[name] = choice
        someone.app.run()
        assert not someone.app.exception, [found.message for found in someone.app.exception]
        assert "mw-failed" not in someone.html(), someone.words()
        return someone

    return opened


def _tables(someone) -> list:
    return [found.value for found in someone.tables()]


def _parts_in_tables(someone, heading: str) -> set[str]:
    """What stands in the columns of that heading."""
    return {name for table in _tables(someone) if heading in table.columns for name in table[heading]}


def _status(someone) -> str:
    (status,) = [
        found.proto.body for found in someone.app.get("html") if '<p class="mw-status' in found.proto.body
    ]
    return status


def _widgets(someone) -> list[str]:
    return [box.key for box in someone.app.selectbox]


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("choice", [{}, {"region": REGION}, {"office": "GEN"}], ids=str)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_for_every_area(shown, page: str, choice: dict, language: str) -> None:
    someone = shown(page, language, **choice)
    if page in ASKED_BY_AREA:
        assert "mw-empty" not in someone.html()
        name = {"region": REGION_NAME, "office": "Gent"}[next(iter(choice))] if choice else ""
        everything = {"en": "all regions", "nl": "alle regio’s"}[language]
        assert f"<span>{name or everything}, " in _status(someone)


@pytest.mark.parametrize(("language", "column", "other"), HEADINGS)
@pytest.mark.parametrize("page", ASKED_BY_AREA)
def test_the_whole_stands_region_by_region(shown, page: str, language: str, column: str, other: str) -> None:
    someone = shown(page, language)
    named = _parts_in_tables(someone, column)
    everything = {"alle regio’s", "all regions"}
    assert {name for name in named if name.lower() not in everything} == REGIONS
    assert _parts_in_tables(someone, other) == set(), "no office stands where regions are compared"


@pytest.mark.parametrize(("language", "other", "column"), HEADINGS)
@pytest.mark.parametrize("page", ASKED_BY_AREA)
def test_a_region_stands_office_by_office(shown, page: str, language: str, column: str, other: str) -> None:
    someone = shown(page, language, region=REGION)
    named = _parts_in_tables(someone, column)
    quiet = {"Oudenaarde"} if page == "backlog" else set()  # nothing waits there in so small a sample
    assert OF_REGION - quiet <= named <= OF_REGION | {REGION_NAME}
    assert _parts_in_tables(someone, other) == set()
    assert not any(name in someone.html() for name in ELSEWHERE), "nothing of another region"


@pytest.mark.parametrize(
    ("language", "everything", "together"),
    [
        ("en", "All regions", "all regions together come to between"),
        ("nl", "Alle regio’s", "alle regio’s samen liggen tussen"),
    ],
)
def test_the_overview_speaks_of_regions(shown, language: str, everything: str, together: str) -> None:
    words = shown("overview", language).words()
    assert all(name in words for name in {*REGIONS, everything, together})
    assert not any(name in words for name in ELSEWHERE)


@pytest.mark.parametrize("page", ASKED_BY_AREA)
def test_the_office_filter_offers_the_offices_of_the_region(shown, page: str) -> None:
    assert len(shown(page).app.selectbox(key="office").options) == 16
    someone = shown(page, region=REGION)
    assert set(someone.app.selectbox(key="office").options) == OF_REGION | {"all offices"}
    assert set(someone.app.selectbox(key="region").options) == REGIONS | {"all regions"}


def test_another_region_lets_go_of_the_office(shown) -> None:
    someone = shown("offices", region=REGION, office="GEN")
    assert someone.app.selectbox(key="office").value == "GEN"
    someone.app.selectbox(key="region").set_value("Limburg:region").run()
    assert not someone.app.exception
    assert someone.app.selectbox(key="office").value == ALL
    assert "office" not in someone.app.query_params
    assert "<span>Limburg, " in _status(someone)
    assert _parts_in_tables(someone, "Office") == {"Hasselt", "Tongeren"}


def test_the_same_region_keeps_its_office(shown) -> None:
    someone = shown("offices", office="GEN")
    someone.app.selectbox(key="region").set_value(REGION).run()
    assert someone.app.selectbox(key="office").value == "GEN"


def test_an_office_stands_among_those_of_its_region(nobody_is_few, shown) -> None:
    someone = shown("offices", office="GEN")
    assert _parts_in_tables(someone, "Office") == OF_REGION
    assert f"{REGION_NAME} together:" in someone.words()


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("choice", [{}, {"region": REGION}], ids=str)
@pytest.mark.parametrize("page", ["backlog", "pressure"])
def test_cases_are_not_listed_for_more_than_an_office(shown, page: str, choice: dict, language: str) -> None:
    case = {"en": "Case", "nl": "Dossier"}[language]
    someone = shown(page, language, **choice)
    assert not any(case in table.columns for table in _tables(someone))
    assert CHOOSE[language] in someone.words()
    own = shown(page, language, **choice, office="GEN", list="no_expected_end")
    assert any(case in table.columns for table in _tables(own))
    assert CHOOSE[language] not in own.words()


def test_new_weights_moved_a_region_and_its_offices(shown) -> None:
    someone = shown("certainty", region=REGION)
    assert "New weights on 16 September 2024 moved the workload" in someone.words()
    assert _parts_in_tables(someone, "Office") == OF_REGION | {REGION_NAME}


@pytest.mark.parametrize("page", ASKED_BY_AREA)
def test_a_service_without_regions_draws_no_region_filter(reader, sample_warehouse, page: str) -> None:
    someone = reader(sample_warehouse)
    someone.app.switch_page(f"app_pages/{page}.py")
    someone.app.query_params["region"] = REGION
    someone.app.run()
    assert not someone.app.exception and "mw-failed" not in someone.html()
    assert queries.choices(published_reader(), "region") == []
    assert "office" in _widgets(someone) and "region" not in _widgets(someone)
    assert "<span>all offices, " in _status(someone)
    assert REGION_NAME not in someone.html()
