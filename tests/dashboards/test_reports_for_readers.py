"""Reports made for a reader hold what that reader sees on the pages, and nothing more."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from dashboards.access.pages import offered
from dashboards.access.scope import GIVEN_ROLES, Role, Scope
from dashboards.paper import printing
from dashboards.paper.printing import NothingPrintsError
from dashboards.screen import clock
from reports import __main__ as command
from reports import page as page_command
from reports.pack import PAGES_OF_AN_OFFICE
from tests.dashboards.test_who_sees_what import (
    OFFICE,
    OTHER,
    officer_with_cases,
    persons_of,
    scope_of,
)
from warehouse.current import published_file

ACCESS = """
[[reader]]
identity = "head@service.example"
role = "office_head"
area = "GEN"
valid_from = 2026-01-01

[[reader]]
identity = "former@service.example"
role = "coordinator"
valid_from = 2024-01-01
valid_to = 2026-01-01
"""


@pytest.fixture(autouse=True)
def nothing_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    """HTML is what is read here; a browser takes long."""
    monkeypatch.setattr(printing, "printer", lambda: None)
    monkeypatch.setattr(page_command, "pdf", _no_pdf)


def _no_pdf(_: str) -> bytes:
    raise NothingPrintsError


def told(role: Role, scope: Scope) -> str:
    place = scope.officer or ",".join(scope.areas)
    return f"{role}:{place}" if place else str(role)


def page(warehouse: Path, name: str, into: Path, *given: str) -> int:
    return command.main(["page", "--warehouse", str(warehouse), name, "--into", str(into), *given])


def words_of(file: Path) -> set[str]:
    text = re.sub(r"<[^>]+>", " ", file.read_text(encoding="utf-8"))
    return set(re.findall(r"[\w-]+", text))


@pytest.mark.parametrize("role", GIVEN_ROLES)
def test_no_report_holds_a_case_or_an_officer_of_another(warehouse_in_need, tmp_path, role):
    people = persons_of(str(published_file(warehouse_in_need)))
    scope = scope_of(role, people)
    foreign = people.ids - people.own(scope)
    for office in (OFFICE, OTHER):
        for name in offered(scope, ("backlog", "pressure", "outlook", "about", "staff")):
            asked = [] if name == "about" else ["--address", f"office={office}"]
            assert page(warehouse_in_need, name, tmp_path, *asked, "--as", told(role, scope)) == 0
            assert not words_of(tmp_path / f"{name}.html") & foreign, (office, name)


def test_a_head_gets_the_cases_of_the_own_office_and_a_coordinator_does_not(warehouse_in_need, tmp_path):
    cases = set(persons_of(str(published_file(warehouse_in_need))).case_office)
    own = ["--address", f"office={OFFICE}"]
    for who, is_listed in (
        (f"office_head:{OFFICE}", True),
        (f"office_head:{OTHER}", False),
        ("analyst", False),
    ):
        assert page(warehouse_in_need, "pressure", tmp_path, *own, "--as", who) == 0
        assert bool(words_of(tmp_path / "pressure.html") & cases) == is_listed


def test_a_report_says_for_whom_it_was_made_and_never_which_person(warehouse_in_need, tmp_path):
    officer = officer_with_cases(persons_of(str(published_file(warehouse_in_need))), OFFICE)
    for who, said in (
        ([], "made with all rights"),
        (["--as", f"office_head:{OFFICE}"], "made for: head of an office GEN"),
        (["--as", f"officer:{officer}"], "made for: officer"),
    ):
        assert page(warehouse_in_need, "backlog", tmp_path, *who) == 0
        text = (tmp_path / "backlog.html").read_text(encoding="utf-8")
        assert said in text and officer not in text


def test_an_identity_gets_what_the_access_file_gives_it_today(
    warehouse_in_need, tmp_path, monkeypatch, capsys
):
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 7, 1))
    access = tmp_path / "access.toml"
    access.write_text(ACCESS)
    given = ("--access", str(access), "--as")
    assert page(warehouse_in_need, "backlog", tmp_path, *given, "Head@service.example") == 0
    assert "made for: head of an office GEN" in (tmp_path / "backlog.html").read_text(encoding="utf-8")
    capsys.readouterr()
    for who in ("former@service.example", "nobody@service.example", "office_head:GEN"):
        assert page(warehouse_in_need, "backlog", tmp_path, *given, who) == 2
        assert f"access.toml gives '{who}' no role today" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--as", "chief"], "no role 'chief'; there are officer, office_head"),
        (["--as", "whole"], "no role 'whole'; there are officer"),
        (["--as", "office_head"], "the role office_head needs an office or officer, as in office_head:GEN"),
        (["--as", "analyst:GEN"], "the role analyst has no office or officer"),
        (["--as", "office_head:XXX"], "no area 'XXX'; there are ANT"),
        (["--as", "officer:XXX"], "no such officer in these data"),
        (["--access", "none.toml"], "--as says who the report is for"),
        (["--access", "none.toml", "--as", "a"], "none.toml cannot be read: no such file"),
        (["--as", "administrator"], "the page backlog is not for the role administrator"),
    ],
)
def test_what_cannot_be_given_is_refused_and_nothing_written(
    warehouse_in_need, tmp_path, capsys, given, said
):
    assert page(warehouse_in_need, "backlog", tmp_path / "into", *given) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "into").exists()


def test_every_other_command_asks_for_whom_too(warehouse_in_need, tmp_path, capsys):
    for name, *more in (
        ("brief", "--into", "x"),
        ("growth", "--from", "2024-06", "--to", "2026-06", "--into", "x.csv"),
        ("queue", "--scenario", "scenarios/ten_more_in_march.toml", "--into", "x.csv"),
        ("backtest", "--into", "x"),
        ("pack", "--into", "x"),
    ):
        asked = [name, "--warehouse", str(warehouse_in_need), *more, "--as", "data_protection_officer"]
        assert command.main(asked) == 2
        assert "not for the role data_protection_officer" in capsys.readouterr().err or name == "pack"
    assert not (tmp_path / "x").exists()


def test_the_pages_of_the_pack_are_those_of_the_role():
    assert offered(Scope(Role.POLICYMAKER), PAGES_OF_AN_OFFICE) == (
        "offices",
        "growth",
        "outlook",
        "certainty",
    )


def test_a_table_of_what_is_not_for_its_reader_is_refused_in_words(warehouse_in_need, tmp_path, capsys):
    months = ("--from", "2024-06", "--to", "2026-06", "--into", str(tmp_path / "growth.csv"))
    asked = ["growth", "--warehouse", str(warehouse_in_need), *months, "--as", "policymaker"]
    assert command.main(asked) == 2
    assert capsys.readouterr().err == (
        "refused: Not shown: some count in it is below 10, or would give one away. "
        "Choose a larger area, where there is one.\n"
    )
    assert not (tmp_path / "growth.csv").exists()
