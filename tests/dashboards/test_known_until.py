"""An office whose source stopped is marked, by one rule, on every page, in tables and in downloads."""

from importlib import import_module
from pathlib import Path

import pytest

from dashboards import WAREHOUSE_VARIABLE, known_until, queries
from dashboards.app_pages import PAGES
from dashboards.downloads import about_rows
from dashboards.text import speaking
from tests.dashboards.conftest import changed_copy
from tests.dashboards.test_panels import made
from tests.dashboards.viewing import published_reader, view_of

STOPPED = "update marts.dim_offices set known_until_on = date '2026-05-03' where office_id in ({offices})"
PAGES_OF_AREAS = tuple(page for page in PAGES if page not in ("about", "looked"))
MARK = {"en": "(to 3 May 2026)", "nl": "(t.e.m. 3 mei 2026)"}
NOTE = {
    "en": "Hasselt: known up to 3 May 2026. What has happened there since is not in these figures.",
    "nl": "Hasselt: bekend tot en met 3 mei 2026. Wat daar sindsdien gebeurde, zit niet in deze cijfers.",
}


@pytest.fixture(scope="module")
def with_stopped(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, where the source of Hasselt stopped on 3 May."""
    folder = tmp_path_factory.mktemp("stopped") / "one"
    return changed_copy(sample_warehouse, folder, [STOPPED.format(offices="'HAS'")])


# Of few posts Funding shows no office.
@pytest.mark.usefixtures("nobody_is_few")
@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("page", PAGES_OF_AREAS)
def test_every_table_of_offices_marks_the_one_that_stopped(
    with_stopped, monkeypatch, page: str, language: str
) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(with_stopped))
    page, marked = import_module(f"dashboards.app_pages.{page}").PAGE, 0
    with speaking(language):
        for panel in made(page, view_of(page, published_reader(language))):
            texts = [panel.picture, str(panel.chart or "")]
            texts += [panel.table.rows.write_csv(), str(panel.table.columns)] if panel.table else []
            for text in texts:
                assert text.count("Hasselt") == text.count(f"Hasselt {MARK[language]}"), panel.name
                marked += text.count(MARK[language])
    # Outcomes compares offices with conditions enough for a share, which those of this sample have not
    compares_none = ("certainty", "mix", "my_work", "my_team", "outcomes")
    assert marked or page.name in compares_none, "which compare no offices"


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("office", ["", "HAS", "GEN"])
@pytest.mark.parametrize(
    "page",
    [
        "offices",
        "backlog",
        "pressure",
        "my_work",
        "my_team",
        "growth",
        "mix",
        "outcomes",
        "outlook",
        "forecast",
        "staff",
        "scenarios",
        "funding",
        "certainty",
        "wellbeing",
        "feedback",
    ],
)
def test_the_page_says_which_office_stopped_also_its_own(
    with_stopped, reader, page: str, office: str, language: str
) -> None:
    someone = reader(with_stopped, language)
    someone.app.switch_page(f"app_pages/{page}.py")
    if office:
        someone.app.query_params["office"] = office
    someone.app.run()
    assert not someone.app.exception and "mw-failed" not in someone.html()
    # A scenario names its area itself, an officer is of an office: they have no filter for the whole page.
    # A team is of one office, the first unless another is chosen.
    is_said = office == "HAS" if page == "my_team" else office != "GEN" or page in ("scenarios", "my_work")
    assert (NOTE[language] in someone.words()) == is_said


def test_a_download_says_it_too(with_stopped, monkeypatch) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(with_stopped))
    page = import_module("dashboards.app_pages.offices").PAGE
    with speaking("en"):
        view = view_of(page, published_reader(), office="HAS")
        for panel in made(page, view):
            if panel.table:
                assert ("Offices not known to the last day", NOTE["en"]) in about_rows(panel, view, "caption")


def test_where_no_source_stopped_nothing_is_said(asking) -> None:
    page = import_module("dashboards.app_pages.offices").PAGE
    assert known_until.said(view_of(page, asking)) == ""
    assert all(row["known_until_on"] for row in queries.choices(asking, "office"))


def test_a_region_is_known_in_part(warehouse_with_regions, tmp_path, monkeypatch) -> None:
    statement = STOPPED.format(offices="'GEN', 'HAS'")
    folder = changed_copy(warehouse_with_regions, tmp_path / "regions", [statement])
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(folder))
    page = import_module("dashboards.app_pages.offices").PAGE
    with speaking("en", "region"):
        view = view_of(page, published_reader())
        named = {
            row["id"]: known_until.marked(view, row, row["id"])
            for row in queries.choices(view.reader, "region")
        }
        assert named["Limburg:region"] == "Limburg:region (partly to 3 May 2026)"
        assert named["Antwerpen:region"] == "Antwerpen:region"
        assert known_until.said(view).startswith("Gent and Hasselt: known up to 3 May 2026.")
        of_region = view_of(page, published_reader(), region="Oost-Vlaanderen:region")
        assert known_until.said(of_region).startswith("Gent: known up to 3 May 2026.")


def test_many_stopped_offices_are_counted(sample_warehouse, tmp_path, monkeypatch) -> None:
    everywhere = ["update marts.dim_offices set known_until_on = date '2026-05-03'"]
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(changed_copy(sample_warehouse, tmp_path / "all", everywhere)))
    page = import_module("dashboards.app_pages.backlog").PAGE
    with speaking("en"):
        assert known_until.said(view_of(page, published_reader())).startswith(
            "15 offices: known up to 3 May 2026."
        )
