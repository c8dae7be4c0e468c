"""What somebody saved is theirs, opens as it was, and holds no person that its reader may not see then."""

import json

import pytest

from dashboards import use
from dashboards.access.scope import Role, Scope
from dashboards.screen import session
from dashboards.screen.session import Standing
from store.saved_views import of_owner
from tests.dashboards.test_use_is_logged import kept, lines, officers_of

__all__ = ["kept", "lines"]  # fixtures


def held(owner: str = "demo") -> list[dict]:
    return of_owner(use.log().engine, owner)


def button(someone, label: str):
    return next(one for one in someone.app.button if one.label == label)


def save(someone, name: str) -> None:
    field = next(one for one in someone.app.text_input if one.label == "Name")
    field.input(name)
    button(someone, "Save").click().run()
    assert not someone.app.exception


def with_officer(reader, warehouse):
    """Somebody who looks at the first officer of Gent; and that officer."""
    someone = reader(warehouse)
    someone.app.query_params["office"] = "GEN"
    someone.app.query_params["weeks"] = "52"
    someone.opens("outlook")
    officer = officers_of("GEN")[0]
    chooser(someone).select(officer).run()
    return someone, officer


def chooser(someone):
    return next(one for one in someone.app.selectbox if one.key == "officer of GEN")


def opened(reader, warehouse, **address: str):
    someone = reader(warehouse)
    someone.app.switch_page("app_pages/outlook.py")  # drops the address, which is set after it
    for name, value in address.items():
        someone.app.query_params[name] = value
    someone.app.run()
    assert not someone.app.exception and "mw-failed" not in someone.html()
    return someone


def test_a_view_is_saved_with_its_filters_and_a_person_as_a_mark(sample_warehouse, reader, lines):
    someone, officer = with_officer(reader, sample_warehouse)
    save(someone, "My officer")
    (view,) = held()
    assert (view["name"], view["page"]) == ("My officer", "outlook")
    assert view["filters"] == {"office": "GEN", "weeks": "52", "~officer": use.log().opaque(officer)}
    assert officer not in json.dumps(held()) + json.dumps(lines())
    assert lines()[-1]["page"] == "outlook" and any(one["page"] == "write outlook" for one in lines())
    assert "not in it: those who open it" in someone.words()
    assert [
        one for one in someone.app.code if "office=GEN&weeks=52" in one.value and officer not in one.value
    ]


def test_it_opens_for_its_owner_as_it_was_and_the_address_keeps_no_trace(sample_warehouse, reader, kept):
    someone, officer = with_officer(reader, sample_warehouse)
    save(someone, "My officer")
    again = opened(reader, sample_warehouse, office="GEN", weeks="52", view=str(held()[0]["id"]))
    assert chooser(again).value == officer
    assert "view" not in again.app.query_params
    chooser(again).select("all").run()
    assert chooser(again).value == "all", "it is chosen once, and then the reader chooses"


def test_somebody_elses_view_gives_nothing_but_what_the_link_says(
    sample_warehouse, reader, kept, monkeypatch
):
    someone, _ = with_officer(reader, sample_warehouse)
    save(someone, "My officer")
    number = str(held()[0]["id"])
    head = Standing(Scope(Role.OFFICE_HEAD, ("GEN",)), name="other@b.example")
    monkeypatch.setattr(session, "standing", lambda: head)
    other = opened(reader, sample_warehouse, office="GEN", view=number)
    assert "This view is not yours" in other.words() and chooser(other).value == "all"
    assert "My officer" not in other.words() and held("other@b.example") == []


@pytest.mark.parametrize("scope", [Scope(Role.COORDINATOR), Scope(Role.OFFICE_HEAD, ("BRU",))])
def test_who_may_no_longer_see_the_person_opens_it_without(
    sample_warehouse, reader, kept, monkeypatch, scope
):
    someone, officer = with_officer(reader, sample_warehouse)
    save(someone, "My officer")
    monkeypatch.setattr(session, "standing", lambda: Standing(scope, name="demo"))
    again = opened(reader, sample_warehouse, office="GEN", view=str(held()[0]["id"]))
    assert [one.value for one in again.app.selectbox if one.key == "officer of GEN"] in ([], ["all"])
    assert officer not in again.html() + str(again.tables())


def test_an_officer_who_left_the_office_is_not_found(sample_warehouse, reader, kept):
    with_store = use.log()
    from store.saved_views import save as keep

    number = keep(with_store.engine, "demo", "gone", "outlook", {"~officer": with_store.opaque("nobody")})
    again = opened(reader, sample_warehouse, office="GEN", view=str(number))
    assert "is not among what you may see now" in again.words() and chooser(again).value == "all"


def test_a_view_of_the_same_name_is_replaced_and_one_that_is_removed_can_be_put_back(
    sample_warehouse, reader, kept
):
    someone = reader(sample_warehouse).opens("backlog")
    save(someone, "Mine")
    someone.app.selectbox(key="office").select("GEN").run()
    save(someone, "Mine")
    save(someone, "Other")
    assert [(one["name"], one["filters"]) for one in held()] == [
        ("Mine", {"office": "GEN"}),
        ("Other", {"office": "GEN"}),
    ]
    button(someone, "Remove “Mine”").click().run()
    assert [one["name"] for one in held()] == ["Other"] and "“Mine” was removed." in someone.words()
    button(someone, "Put “Mine” back").click().run()
    assert [one["name"] for one in held()] == ["Mine", "Other"]
    assert held()[0]["filters"] == {"office": "GEN"}
    assert not [one for one in someone.app.button if one.label.startswith("Put")]


def test_a_name_with_the_id_of_a_person_is_refused(sample_warehouse, reader, kept):
    someone, officer = with_officer(reader, sample_warehouse)
    save(someone, f"Officer {officer}")
    assert held() == [] and "holds the id of a person" in someone.words()


def test_without_a_store_the_address_can_be_shared_and_nothing_be_saved(
    sample_warehouse, reader, monkeypatch
):
    monkeypatch.delenv("MAATWERK_STORE", raising=False)
    someone = reader(sample_warehouse).opens("backlog")
    assert "Views can be saved where the service keeps a store" in someone.words()
    assert [one.label for one in someone.app.text_input if one.label == "Name"] == []
    assert len(someone.app.code) == 1


def test_a_closed_menu_asks_the_store_nothing(sample_warehouse, reader, kept, monkeypatch):
    from dashboards import written
    from dashboards.screen import opening

    asked = []
    monkeypatch.setattr(opening, "is_open", lambda _: False)
    monkeypatch.setattr(written, "views", lambda owner: asked.append(owner) or [])
    reader(sample_warehouse).opens("outlook")
    assert asked == []
