"""What was not delivered beside load is in no published file; the first build that brings it has it."""

from collections.abc import Callable
from pathlib import Path

from tests.askable_marts import askable_marts
from tests.inputs.conftest import sound
from tests.inputs.published import asking, build_command

OF_ENTITY = {mart.name: mart.of_entity for mart in askable_marts().values() if mart.of_entity}
# An action whose audit was not delivered counts too: the step to its mart is then made of no rows.
COME = {
    "contacts.csv": "contact_id,case_id,planned_on,mode,attendance\nK1,C1,2025-05-02,office,held\n",
    "audit_actions.csv": "action_id,audit_id,agreed_on,due_on\nH1,A1,2025-05-02,2025-06-01\n",
}


def marts(rows: Callable[..., list[tuple]]) -> set[str]:
    """The marts of entities beside load in a published file."""
    found = rows("select distinct table_name from duckdb_columns() where schema_name = 'marts'")
    assert ("fct_office_periods",) in found
    return OF_ENTITY.keys() & {mart for (mart,) in found}


def marts_passed(rows: Callable[..., list[tuple]]) -> set[str]:
    """Those of them that the build has tested, and nothing but a pass was said of any."""
    found = rows("select subject, status from marts.fct_test_results")
    assert len(found) > 50 and {status for _, status in found} == {"pass"}
    return OF_ENTITY.keys() & {subject for subject, _ in found}


def test_the_marts_of_an_entity_come_with_the_build_that_brings_it(
    home: Path, tmp_path: Path, capsys
) -> None:
    published = asking(home / "warehouse")
    assert (marts(published), marts_passed(published)) == (set(), set())
    folder = sound(tmp_path / "new")
    for name, text in COME.items():
        (folder / name).write_text(text, encoding="utf-8")
    built = build_command(capsys, extracts=folder, warehouse=home / "warehouse", key=home / "key")
    assert built.status == 0, built.said
    come = {mart for mart, entity in OF_ENTITY.items() if f"{entity}.csv" in COME}
    assert len(come) == len(COME)
    assert (marts(published), marts_passed(published)) == (come, come)
    assert published("select office_id, planned_contacts from marts.fct_contact_months") == [("ANT", 1)]
    assert set(published("select office_id from marts.fct_audit_action_months")) == {("",)}
