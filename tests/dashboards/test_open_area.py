"""A row that is ticked opens its region or office."""

import pytest
import streamlit as st

from dashboards import WAREHOUSE_VARIABLE
from dashboards.screen.areas import open_area
from tests.dashboards.viewing import published_reader


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> dict:
    """What the reader chose, as the session knows it."""
    state: dict = {}
    monkeypatch.setattr(st, "session_state", state)
    return state


def test_an_office_of_a_service_without_regions(sample_shown, chosen) -> None:
    open_area(published_reader(), "GEN")
    assert chosen == {"office": "GEN"}


def test_a_region_shows_its_offices_and_an_office_stands_in_its_region(
    warehouse_with_regions, monkeypatch, chosen
) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_with_regions))
    open_area(published_reader(), "Limburg:region")
    assert chosen == {"office": "all", "region": "Limburg:region"}
    open_area(published_reader(), "GEN")
    assert chosen == {"office": "GEN", "region": "Oost-Vlaanderen:region"}


def test_the_row_of_everybody_opens_the_whole(warehouse_with_regions, monkeypatch, chosen) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_with_regions))
    open_area(published_reader(), "")
    assert chosen == {"office": "all", "region": "all"}
