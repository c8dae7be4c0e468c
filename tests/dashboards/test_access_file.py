"""The access file: who is what, from which day, and one clear sentence for each mistake."""

from datetime import date
from pathlib import Path

import pytest

from dashboards.access import access_file
from dashboards.access.access_file import BadAccessFileError, grants_in, grants_of, scope_claimed, scope_on
from dashboards.access.scope import GIVEN_ROLES, Role, Scope

GOOD = """
[[reader]]
identity = "Head@service.example"
role = "office_head"
area = ["GEN", "AAL"]
valid_from = 2026-01-01
valid_to = 2026-07-01

[[reader]]
identity = "head@service.example"
role = "coordinator"
valid_from = 2026-07-01

[[reader]]
identity = "officer@service.example"
role = "officer"
officer = "O0012"
valid_from = 2026-01-01
"""


def row(**given: str) -> str:
    usual = {"identity": '"a@b.example"', "role": '"analyst"', "valid_from": "2026-01-01"}
    kept = {key: value for key, value in (usual | given).items() if value}
    return "[[reader]]\n" + "\n".join(f"{key} = {value}" for key, value in kept.items())


@pytest.mark.parametrize(
    ("identity", "day", "scope"),
    [
        ("head@service.example", date(2025, 12, 31), None),
        ("head@service.example", date(2026, 1, 1), Scope(Role.OFFICE_HEAD, ("AAL", "GEN"))),
        (" HEAD@service.example ", date(2026, 6, 30), Scope(Role.OFFICE_HEAD, ("AAL", "GEN"))),
        ("head@service.example", date(2026, 7, 1), Scope(Role.COORDINATOR)),
        ("officer@service.example", date(2030, 1, 1), Scope(Role.OFFICER, officer="O0012")),
        ("somebody@service.example", date(2026, 7, 1), None),
        ("", date(2026, 7, 1), None),
    ],
)
def test_a_row_counts_from_its_first_day_until_before_its_last(identity, day, scope):
    assert scope_on(grants_of(GOOD, "access.toml"), identity, day) == scope


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("reader = ", "access.toml is no TOML: "),
        ("", "access.toml must hold rows [[reader]] and nothing else"),
        (row() + "\n[other]\nx = 1", "access.toml must hold rows [[reader]] and nothing else"),
        ("reader = [1]", "access.toml must hold rows [[reader]] and nothing else"),
        (row(identity=""), "row 1: identity must be a text that is not empty"),
        (row(identity='" "'), "row 1: identity must be a text that is not empty"),
        (row(role=""), "row 1: there is no role None; there are officer, office_head"),
        (row(role='"whole"'), "row 1: there is no role whole; there are officer, office_head"),
        (row(role='"office_head"'), "row 1: the role office_head needs area, the id of one or a list"),
        (row(role='"office_head"', area="[]"), "row 1: the role office_head needs area"),
        (row(role='"officer"'), "row 1: the role officer needs officer, the id of one"),
        (row(area='"GEN"'), "row 1: the role analyst has no area: it would change nothing"),
        (row(officer='"O1"'), "row 1: the role analyst has no officer: it would change nothing"),
        (row(offices='"GEN"'), "row 1: there is no key offices; there are identity, role, area"),
        (row(valid_from=""), "row 1: valid_from is missing, the first day that counts"),
        (row(valid_from='"2026-01-01"'), "row 1: valid_from and valid_to must be days such as 2026-01-31"),
        (row(valid_from="2026-01-01T10:00:00"), "row 1: valid_from and valid_to must be days"),
        (row(valid_to="2026-01-01"), "row 1: valid_to 2026-01-01 is not after valid_from 2026-01-01"),
        (row() + "\n" + row(), "rows 1 and 2 give one identity two roles on 2026-01-01; end one before"),
        (
            row() + "\n" + row(identity='"A@B.example"', valid_from="2027-01-01"),
            "rows 1 and 2 give one identity two roles on 2027-01-01",
        ),
    ],
)
def test_a_mistake_is_said_in_one_sentence_and_nothing_is_used(text, said):
    with pytest.raises(BadAccessFileError) as refused:
        grants_of(text, "access.toml")
    assert said in str(refused.value)
    assert len(str(refused.value).splitlines()) == 1


def test_every_mistake_is_said_at_once():
    with pytest.raises(BadAccessFileError) as refused:
        grants_of(row(role='"chief"') + "\n" + row(identity="7", valid_to="2025-01-01"), "access.toml")
    assert [line.split(":")[0] for line in str(refused.value).splitlines()] == [
        "access.toml, row 1",
        "access.toml, row 2",
        "access.toml, row 2",
    ]


@pytest.mark.parametrize("role", GIVEN_ROLES)
def test_every_role_can_be_given(role):
    needs = {"officer": {"officer": '"O1"'}, "office_head": {"area": '"GEN"'}}
    (grant,) = grants_of(row(role=f'"{role}"', **needs.get(role, {})), "access.toml")
    assert grant.scope.role is role


def test_a_file_that_changes_is_read_anew(tmp_path: Path):
    file = tmp_path / "access.toml"
    file.write_text(row())
    assert grants_in(file)[0].scope.role is Role.ANALYST
    file.write_text(row(role='"coordinator"'))
    assert grants_in(file)[0].scope.role is Role.COORDINATOR
    file.unlink()
    with pytest.raises(BadAccessFileError, match=r"access\.toml cannot be read: no such file"):
        grants_in(file)
    file.write_bytes(b"\xff")
    with pytest.raises(BadAccessFileError, match="is no text in UTF-8"):
        grants_in(file)


def test_rows_that_count_from_one_day_are_no_mistake_where_the_first_has_ended():
    text = row(valid_to="2026-02-01") + "\n" + row(role='"coordinator"', valid_from="2026-02-01")
    assert [one.scope.role for one in access_file.grants_of(text, "access.toml")] == [
        "analyst",
        "coordinator",
    ]


BEFORE, DAY, AFTER = date(2025, 12, 31), date(2026, 2, 1), date(2026, 7, 1)
HEAD, OFFICER, UNKNOWN = "Head@service.example", "officer@service.example", "new@service.example"


@pytest.mark.parametrize(
    ("identity", "day", "roles", "scope"),
    [
        # whom the file knows has what it gives, where the provider names the same
        (HEAD, DAY, ["office_head"], Scope(Role.OFFICE_HEAD, ("AAL", "GEN"))),
        (OFFICER, DAY, ["staff", "officer"], Scope(Role.OFFICER, officer="O0012")),
        (HEAD, AFTER, ["office_head", "coordinator"], Scope(Role.COORDINATOR)),
        # and never more, nor anything else, nor what has ended or has not begun
        (HEAD, DAY, ["coordinator"], None),
        (HEAD, DAY, ["data_protection_officer"], None),
        (HEAD, DAY, [], None),
        (HEAD, AFTER, ["office_head"], None),
        (HEAD, BEFORE, ["coordinator"], None),
        # whom it does not know has the role named, but for those that take an office or an officer
        (UNKNOWN, DAY, ["analyst"], Scope(Role.ANALYST)),
        (UNKNOWN, DAY, ["everybody", "policymaker"], Scope(Role.POLICYMAKER)),
        (UNKNOWN, DAY, ["office_head"], None),
        (UNKNOWN, DAY, ["officer"], None),
        (UNKNOWN, DAY, ["analyst", "coordinator"], None),
        (UNKNOWN, DAY, ["whole"], None),
        (UNKNOWN, DAY, ["Analyst", "chief"], None),
        (UNKNOWN, DAY, [], None),
    ],
)
def test_a_claim_gives_a_role_that_the_file_does_not_deny(identity, day, roles, scope):
    assert scope_claimed(grants_of(GOOD, "access.toml"), identity, day, roles) == scope


@pytest.mark.parametrize("role", GIVEN_ROLES)
@pytest.mark.parametrize("identity", [HEAD, OFFICER])
def test_a_claim_never_widens_what_the_file_gives(identity, role):
    grants = grants_of(GOOD, "access.toml")
    for day in (BEFORE, DAY, AFTER):
        given = scope_on(grants, identity, day)
        for roles in ([role], list(GIVEN_ROLES), [role, "whole"]):
            assert scope_claimed(grants, identity, day, roles) in (given, None)


def test_a_file_may_know_nobody():
    assert grants_of("reader = []", "access.toml") == ()
