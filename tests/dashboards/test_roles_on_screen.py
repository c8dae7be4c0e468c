"""What each role meets on the screen: the pages that are offered, what is said of the others, the banner."""

import re
from dataclasses import replace
from importlib import import_module

import pytest
from streamlit.util import calc_hash

from dashboards import WAREHOUSE_VARIABLE, database, downloads, made_panels
from dashboards.access import pages
from dashboards.access.pages import is_offered, offered
from dashboards.access.scope import GIVEN_ROLES, Role, Scope
from dashboards.app_pages import PAGES
from dashboards.page import panels_of
from dashboards.panels.outlook.officer import own_cases
from dashboards.text import speaking, t
from tests.dashboards.test_who_sees_what import (
    OFFICE,
    OTHER,
    officer_with_cases,
    persons_of,
    scope_of,
    shared_and_waiting,
)
from tests.dashboards.viewing import published_reader, view_of

__all__ = ["shared_and_waiting"]  # a fixture


def as_role(someone, role: Role, **chosen: str):
    """The reader after choosing a role, and an office or officer, in the banner."""
    someone.app.run()
    someone.app.selectbox(key="demo_role").set_value(role).run()
    for key, value in chosen.items():
        someone.app.selectbox(key=key).set_value(value).run()
    assert not someone.app.exception
    return someone


def at_address(someone, page: str) -> str:
    """The words of a page that is opened by its address, whether the menu has it or not."""
    someone.app._page_hash = calc_hash(page)
    someone.app.run()
    assert not someone.app.exception, [one.message for one in someone.app.exception]
    return someone.words()


def opened(someone, page: str, **choices: str) -> str:
    someone.app.switch_page(f"app_pages/{page}.py")
    for name, value in choices.items():
        someone.app.query_params[name] = value
    someone.app.run()
    assert not someone.app.exception, [one.message for one in someone.app.exception]
    assert "mw-failed" not in someone.html(), someone.words()[:400]
    return someone.words()


def test_the_pages_of_roles_are_pages_and_every_role_has_some():
    assert set(pages._PAGES) == set(GIVEN_ROLES)
    for role in GIVEN_ROLES:
        assert pages._PAGES[role] <= set(PAGES)
        assert offered(Scope(role), PAGES)
    # a page that no role is offered would be seen in the demonstration alone
    assert set().union(*pages._PAGES.values()) == set(PAGES)
    assert offered(Scope(), PAGES) == PAGES


@pytest.mark.parametrize("role", GIVEN_ROLES)
def test_every_page_of_a_role_opens_and_every_other_says_that_it_is_not_theirs(
    reader, shared_and_waiting, role
):
    someone = as_role(reader(shared_and_waiting, "nl"), role)
    with speaking("nl"):
        refused, titles = t("common.page_not_yours"), {page: t(f"{page}.title") for page in PAGES}
    for page in PAGES:
        if is_offered(Scope(role), page):
            words = opened(someone, page)
            assert titles[page] in words and refused not in words
        else:
            with pytest.raises(ValueError):
                someone.app.switch_page(f"app_pages/{page}.py")
            words = at_address(someone, page)
            assert refused in words and titles[page] not in words
            someone.app._page_hash = ""


def test_a_page_that_is_run_all_the_same_shows_nothing(reader, shared_and_waiting, monkeypatch):
    monkeypatch.setattr(pages, "offered", lambda _, every: tuple(every))
    someone = as_role(reader(shared_and_waiting), Role.ADMINISTRATOR)
    words = opened(someone, "offices")
    assert "This page is not for your role" in words and "mw-status" not in someone.html()


NOT_YOURS = "This part is not shown to your role"


def cases_listed(someone) -> int:
    return sum(len(table.rows) for table in someone.tables() if "Case" in table.columns)


def test_single_cases_are_listed_for_the_head_of_their_office_alone(reader, warehouse_in_need):
    head = as_role(reader(warehouse_in_need), Role.OFFICE_HEAD, demo_office=OFFICE)
    elsewhere = "Single cases and officers are shown for your own office only"
    assert elsewhere in opened(head, "pressure", office=OTHER) and cases_listed(head) == 0
    assert elsewhere not in opened(head, "pressure", office=OFFICE) and cases_listed(head) > 0
    coordinator = as_role(reader(warehouse_in_need), Role.COORDINATOR)
    assert NOT_YOURS in opened(coordinator, "pressure", office=OFFICE) and cases_listed(coordinator) == 0


def test_an_officer_is_offered_for_whoever_may_look_at_one(reader, shared_and_waiting):
    def officers(someone, office: str) -> list[str]:
        opened(someone, "outlook", office=office)
        keys = [one for one in someone.app.selectbox if one.key == f"officer of {office}"]
        return keys[0].options[1:] if keys else []

    everybody = reader(shared_and_waiting)
    everybody.app.run()
    own, others = officers(everybody, OFFICE), officers(everybody, OTHER)
    assert len(own) > 1 and len(others) > 1
    head = as_role(reader(shared_and_waiting), Role.OFFICE_HEAD, demo_office=OFFICE)
    assert set(officers(head, OFFICE)) <= set(own) and officers(head, OTHER) == []
    one = as_role(reader(shared_and_waiting), Role.OFFICER, demo_office=OFFICE, demo_officer=own[0])
    assert officers(one, OFFICE) == own[:1] and officers(one, OTHER) == []
    assert officers(as_role(reader(shared_and_waiting), Role.COORDINATOR), OFFICE) == []


def test_the_banner_is_in_the_language_of_the_page_and_no_choice_stands_in_the_address(
    reader, shared_and_waiting
):
    someone = as_role(reader(shared_and_waiting, "nl"), Role.OFFICE_HEAD, demo_office=OTHER)
    assert "Demonstratie zonder aanmelden. U kijkt als:" in someone.words()
    assert set(someone.app.query_params) == {"lang"}
    assert "hoofd van een kantoor" in someone.app.selectbox(key="demo_role").options


def test_a_role_that_changes_takes_the_panels_of_the_other_with_it(reader, warehouse_in_need):
    someone = as_role(reader(warehouse_in_need), Role.OFFICE_HEAD, demo_office=OFFICE)
    opened(someone, "pressure", office=OFFICE)
    mine = cases_listed(someone)
    for role, listed in ((Role.COORDINATOR, 0), (Role.OFFICE_HEAD, mine), (Role.ANALYST, 0)):
        someone.app.selectbox(key="demo_role").set_value(role).run()
        assert cases_listed(someone) == listed
        assert (NOT_YOURS in someone.words()) == (listed == 0)
    assert mine > 0


def test_a_role_asks_the_database_no_more_often(reader, shared_and_waiting, monkeypatch):
    noted, opening = [], database._open

    def noting(file: str) -> object:
        noted.append(file)
        return opening(file)

    monkeypatch.setattr(database, "_open", noting)
    asked = {}
    for role in (Role.WHOLE, Role.COORDINATOR, Role.ANALYST):
        someone = as_role(reader(shared_and_waiting), role)
        database.forget()
        made_panels.forget()
        noted.clear()
        opened(someone, "offices")
        asked[role] = len(noted)
    assert len(set(asked.values())) == 1 and asked[Role.WHOLE] > 0, asked


def test_files_of_a_table_hold_the_cases_of_its_reader_alone(shared_and_waiting, monkeypatch):
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(shared_and_waiting))
    page = import_module("dashboards.app_pages.outlook").PAGE
    everybody = published_reader()
    people = persons_of(everybody.file)
    for role in (Role.OFFICER, Role.OFFICE_HEAD):
        asking = replace(everybody, scope=scope_of(role, people))
        officer = officer_with_cases(people, OFFICE)
        with speaking("en"):
            view = view_of(page, asking, office=OFFICE)
            choice = replace(view.choice, values={**view.choice.values, "officer": officer})
            (panel,) = panels_of(own_cases(view.choosing(choice)))
            making = downloads.Making.of(panel, view.choosing(choice), panel.title)
            (csv,) = (make() for ending, make in making.files().values() if ending == "csv")
        read = set(re.findall(r"[\w-]+", csv.decode("utf-8")))
        assert read & people.own(asking.scope)
        assert not read & (people.ids - people.own(asking.scope))
