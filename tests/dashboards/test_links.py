"""Links keep their word: what they choose is chosen, the row is marked, and what is not there is said."""

import re
from html import unescape
from urllib.parse import parse_qs

import polars as pl
import pytest

from dashboards.app_pages import PAGES, overview
from dashboards.panel import Link
from dashboards.panels.overview.outstanding import outstanding
from dashboards.queries import overview as questions
from dashboards.screen import links, unknown
from dashboards.text import speaking
from tests.dashboards.viewing import published_reader, view_of

IN_VAIN = {
    "en": "The link asks under “{filter}” for something that these data do not hold. Shown instead: {shown}.",
    "nl": "De link vraagt bij “{filter}” iets wat niet in deze gegevens zit. Getoond wordt: {shown}.",
}


def opened(someone, page: str, **address: str):
    someone.app.switch_page(f"app_pages/{page}.py")
    for name, value in address.items():
        someone.app.query_params[name] = value
    someone.app.run()
    assert not someone.app.exception and "mw-failed" not in someone.html()
    return someone


def at_the_links(view) -> dict[str, Link]:
    with speaking("en"):
        return {f"{link.page} {link.row or link.panel}".strip(): link for link in outstanding(view)}


def test_the_longest_wait_opens_its_list_with_the_row_marked(reader, sample_warehouse, asking) -> None:
    view = view_of(overview.PAGE, asking)
    link = at_the_links(view)["backlog longest_wait"]
    waits = questions.longest_waits(asking).filter(service_line="offender_supervision")
    longest = waits.sort("wait_days_max", descending=True, nulls_last=True).row(0, named=True)
    assert link.chosen["office"] == longest["part_id"]
    someone = opened(reader(sample_warehouse), link.page, **links.address(link))
    assert someone.app.selectbox(key="office").value == longest["part_id"]
    (marked,) = [one for one in someone.tables() if "Case" in one.columns]
    assert "to which the link led" in marked.caption
    place = int(marked.caption.split("row ")[1].split(",")[0]) - 1
    assert marked.marked == [place]
    row = marked.value.iloc[place]
    assert row["State"] == "waiting"
    assert row["Days without an officer"] == longest["wait_days_max"]
    assert 'getElementById("panel_backlog_oldest")' in someone.html()
    assert 'id="panel_backlog_oldest"' in someone.html()


def test_records_to_close_open_their_list_of_all_offices(reader, sample_warehouse, asking) -> None:
    link = at_the_links(view_of(overview.PAGE, asking))["pressure pressure_to_close"]
    someone = reader(sample_warehouse)
    someone = opened(someone, "offices", office="GEN")  # what was chosen before does not narrow it
    someone = opened(someone, link.page, **links.address(link))
    assert someone.app.selectbox(key="office").value == "all"
    assert someone.app.selectbox(key="line").value == "offender_supervision"
    assert 'getElementById("panel_pressure_to_close")' in someone.html()
    assert 'id="panel_pressure_to_close"' in someone.html()


def test_every_link_of_the_overview_carries_its_choice_in_the_address(reader, sample_warehouse) -> None:
    someone = reader(sample_warehouse).opens()
    ways = re.findall(r'<a class="mw-to" href="([a-z]+)\??([^"]*)"', someone.html())
    assert len(ways) >= 3
    assert {page for page, _ in ways} <= set(PAGES[1:]), "the first page has no address of its own"
    carried = [parse_qs(unescape(query)) for _, query in ways]
    assert {"at", "row", "office", "line"} <= {key for one in carried for key in one}


def test_a_link_opens_the_region_where_regions_are_compared(
    warehouse_with_regions, monkeypatch, reader
) -> None:
    from dashboards import WAREHOUSE_VARIABLE

    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_with_regions))
    link = at_the_links(view_of(overview.PAGE, published_reader()))["backlog longest_wait"]
    assert link.chosen["region"].endswith(":region") and link.chosen["office"] == "all"
    someone = opened(reader(warehouse_with_regions), link.page, **links.address(link))
    assert someone.app.selectbox(key="region").value == link.chosen["region"]


def test_an_address_never_holds_a_person_or_a_case() -> None:
    for secret in ("officer", "case_to_take", "share"):
        with pytest.raises(ValueError, match=secret):
            links.address(Link("outlook", chosen={secret: "O1"}))


def test_a_page_scrolls_to_the_panel_once(reader, sample_warehouse) -> None:
    someone = opened(reader(sample_warehouse), "backlog", at="backlog_oldest")
    assert "scrollIntoView" in someone.html()
    someone.app.run()
    assert "scrollIntoView" not in someone.html()


@pytest.mark.parametrize("hostile", ["no_such_panel", '");alert(1);("', "<img src=x>"])
def test_a_place_that_is_not_on_the_page_is_passed_over(reader, sample_warehouse, hostile: str) -> None:
    someone = opened(reader(sample_warehouse), "backlog", at=hostile, row=hostile)
    assert "scrollIntoView" not in someone.html() and hostile not in someone.html()


@pytest.mark.parametrize(
    ("page", "address", "said"),
    [
        ("offices", {"office": "XXX"}, {"en": ("Office", "all offices"), "nl": ("Kantoor", "alle kantoren")}),
        (
            "backlog",
            {"region": "X:region"},
            {"en": ("Region", "all offices"), "nl": ("Regio", "alle kantoren")},
        ),
        (
            "pressure",
            {"scheme": "none_such"},
            {
                "en": ("Weight scheme", "Type and phase (Flanders)"),
                "nl": ("Wegingsschema", "Soort en fase (Vlaanderen)"),
            },
        ),
    ],
)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_link_to_what_these_data_do_not_hold_says_so_and_shows_the_default(
    reader, sample_warehouse, page: str, address: dict, said: dict, language: str
) -> None:
    someone = opened(reader(sample_warehouse, language), page, **address)
    label, shown = said[language]
    sentence = IN_VAIN[language].format(filter=label, shown=shown)
    assert sentence in someone.words()
    assert not set(address) & set(someone.app.query_params)
    someone.app.run()
    assert sentence in someone.words(), "it stays until something is chosen"
    someone.app.selectbox(key="office").set_value("GEN").run()
    assert (sentence in someone.words()) == ("office" not in address)


def test_an_office_of_the_address_that_is_there_is_no_reason_to_say_anything(
    reader, sample_warehouse
) -> None:
    someone = opened(reader(sample_warehouse), "offices", office="GEN", scheme="count", weights="then")
    assert "The link asks" not in someone.words()


def test_a_region_that_lets_go_of_an_office_is_no_link_in_vain(reader, warehouse_with_regions) -> None:
    someone = opened(reader(warehouse_with_regions), "offices", office="GEN")
    someone.app.selectbox(key="region").set_value("Limburg:region").run()
    assert "The link asks" not in someone.words()


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("http://host:8501/", ""),
        ("http://host:8501/offices", ""),
        ("http://host:8501/kantoren", "kantoren"),
        ("http://host:8501/kantoren/", "kantoren"),
        ("https://host/behind/a/proxy/backlog", ""),
        ("", ""),
    ],
)
def test_only_an_address_without_a_page_becomes_one(url: str, path: str) -> None:
    assert unknown.path_beside(url, PAGES[1:]) == path


def test_the_mark_of_the_longest_wait_passes_over_uncovered_cases() -> None:
    from dashboards.panels.backlog.tables import _longest_wait

    cases = pl.DataFrame({"state": ["uncovered", "waiting", "waiting"], "days": [900, 300, 20]})
    assert _longest_wait(cases) == {"longest_wait": 1}
    assert _longest_wait(cases.head(1)) == {}
