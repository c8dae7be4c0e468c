"""How often a page asks the database: six times at most when it is opened cold, never when seen before."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboards import database, queries
from tests.dashboards.viewing import published_reader

MOST = 6


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every question that is not answered from memory."""
    database.forget()
    noted, opening = [], database._open

    def noting(file: str) -> object:
        noted.append(file)
        return opening(file)

    monkeypatch.setattr(database, "_open", noting)
    return noted


def _opened_by_link(app: AppTest, page: str, **choices: str) -> AppTest:
    if page != "overview":
        app.switch_page(f"app_pages/{page}.py")  # drops the address, which is set after it
    for name, choice in choices.items():
        app.query_params[name] = choice
    return app.run()


@pytest.mark.parametrize(
    ("page", "choices"),
    [
        ("overview", {}),
        ("overview", {"window": "month", "against": "year_ago", "scheme": "count"}),
        ("offices", {}),
        ("offices", {"office": "HAL"}),
        ("backlog", {}),
        ("backlog", {"office": "HAL", "type": "probation"}),
        ("my_work", {}),
        ("pressure", {}),
        ("pressure", {"office": "HAL", "set": "caseload", "list": "not_assessed"}),
        ("outlook", {}),
        ("outlook", {"office": "HAL", "weeks": "52"}),
        ("growth", {}),
        ("funding", {}),
        ("funding", {"office": "HAL", "target": "90"}),
        ("growth", {"office": "HAL", "to": "2026-05", "from": "2024-05"}),
        ("forecast", {}),
        ("forecast", {"office": "HAL", "type": "probation", "measure": "open_cases"}),
        ("staff", {}),
        ("staff", {"office": "HAL", "fte": "5", "limit": "100"}),
        ("scenarios", {}),
        (
            "scenarios",
            {"scenario": "end_expired_mandates", "beside": "absence_doubles", "outcome": "fte_needed"},
        ),
        ("my_team", {}),
        ("outcomes", {}),
        ("outcomes", {"office": "HAL"}),
        ("my_team", {"office": "HAL"}),
        ("wellbeing", {}),
        ("wellbeing", {"office": "HAL", "scale": "work_stress"}),
        ("feedback", {}),
        ("feedback", {"office": "HAL"}),
        ("certainty", {}),
        ("certainty", {"office": "HAL", "scheme": "count"}),
        ("about", {}),
        ("looked", {}),
    ],
)
def test_a_cold_link_asks_few_questions_and_a_second_look_none(
    reader, sample_warehouse, asked, page: str, choices: dict[str, str]
) -> None:
    someone = reader(sample_warehouse)
    app = _opened_by_link(someone.app, page, **choices)
    assert not app.exception
    assert ("Halle," in someone.words()) == ("office" in choices)  # the link was followed
    assert 0 < len(asked) <= MOST
    asked.clear()
    app.run()
    assert asked == []


def test_what_every_page_asks_is_one_question(sample_shown, reader, asked) -> None:
    reader(sample_shown)
    assert queries.status(published_reader()).has_cases is True
    assert queries.choices(published_reader(), "office")[0]["id"] == "ANT"
    assert queries.weight_scheme(published_reader(), "count")["unit"] == "cases"
    assert queries.described(published_reader(), "dim_status")[0]["column_name"] == ""
    assert len(asked) == 1


@pytest.mark.parametrize("choices", [{}, {"region": "Oost-Vlaanderen:region"}, {"office": "GEN"}], ids=str)
@pytest.mark.parametrize("page", ["overview", "offices", "backlog", "pressure", "outlook", "certainty"])
def test_a_service_with_regions_asks_no_more(
    reader, warehouse_with_regions, asked, page: str, choices: dict[str, str]
) -> None:
    app = _opened_by_link(reader(warehouse_with_regions).app, page, **choices)
    assert not app.exception
    assert 0 < len(asked) <= MOST
    asked.clear()
    app.run()
    assert asked == []
