"""A page asks, whoever reads it, whether a mart is there: none is of what was not delivered."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboards import WAREHOUSE_VARIABLE, database, queries
from dashboards.access.scope import GIVEN_ROLES, Role, Scope
from dashboards.reader import Reader
from tests.askable_marts import askable_marts
from tests.dashboards.viewing import published_reader

MARTS = askable_marts()
OF_ENTITY = {mart.name for mart in MARTS.values() if mart.of_entity}


@pytest.mark.parametrize("role", Role)
def test_every_mart_is_there_where_everything_was_delivered(role: Role, asking: Reader) -> None:
    reader = _in_role(asking, role)
    assert [mart for mart in MARTS if not queries.has_mart(reader, mart)] == []
    assert not queries.has_mart(reader, "fct_nothing_of_the_kind")


@pytest.mark.parametrize("role", Role)
def test_a_mart_of_what_was_not_delivered_is_not(
    role: Role, warehouse_without_cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_without_cases))
    reader = _in_role(published_reader(), role)
    assert {mart for mart in MARTS if not queries.has_mart(reader, mart)} == OF_ENTITY


def test_it_costs_no_question_of_its_own(asking: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    queries.status(asking)
    monkeypatch.setattr(database, "_rows", lambda *_: pytest.fail("asked again"))
    assert queries.has_mart(asking, "fct_contact_months")


def _in_role(reader: Reader, role: Role) -> Reader:
    return replace(reader, scope=Scope(role, ("GEN",), "X") if role in GIVEN_ROLES else Scope())
