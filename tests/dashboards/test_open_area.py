"""The name in a row leads to its region or office, with the other filters as they are."""

import pytest
import streamlit as st

from dashboards import WAREHOUSE_VARIABLE
from dashboards.screen.areas import address_of
from tests.dashboards.viewing import published_reader


class Address(dict):
    """What stands in the address of the page."""

    def to_dict(self) -> dict[str, str]:
        return dict(self)


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Address:
    """The address of the page, without a filter at first."""
    found = Address()
    monkeypatch.setattr(st, "query_params", found)
    return found


def test_an_office_of_a_service_without_regions(sample_shown, address) -> None:
    assert address_of(published_reader(), "GEN") == "?office=GEN"


def test_other_filters_stay(sample_shown, address) -> None:
    address |= {"scheme": "count", "office": "ANT", "lang": "nl"}
    assert address_of(published_reader(), "GEN") == "?scheme=count&office=GEN&lang=nl"


def test_a_region_shows_its_offices_and_an_office_stands_in_its_region(
    warehouse_with_regions, monkeypatch, address
) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_with_regions))
    assert address_of(published_reader(), "Limburg:region") == "?region=Limburg%3Aregion"
    assert address_of(published_reader(), "GEN") == "?office=GEN&region=Oost-Vlaanderen%3Aregion"


def test_the_row_of_everybody_opens_the_whole(warehouse_with_regions, monkeypatch, address) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_with_regions))
    address |= {"office": "GEN", "region": "Oost-Vlaanderen:region"}
    assert address_of(published_reader(), "") == "?"
