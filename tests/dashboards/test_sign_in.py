"""How a reader is known: what a server refuses to start with, what a proxy may say, and what a token must."""

import asyncio
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from starlette.datastructures import Headers

from dashboards import serve, sign_in
from dashboards.access.scope import Role, Scope
from dashboards.screen import session
from dashboards.sign_in import Identity
from warehouse.places import (
    ACCESS_VARIABLE,
    CLAIM_VARIABLE,
    PROXY_HEADER_VARIABLE,
    PROXY_SECRET_VARIABLE,
    REPOSITORY,
    ROLE_CLAIM_VARIABLE,
)

SECRET = "s" * 32
GOOD = '[[reader]]\nidentity = "a@b.example"\nrole = "analyst"\nvalid_from = 2020-01-01\n'


@pytest.fixture
def access(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "access.toml"
    file.write_text(GOOD)
    monkeypatch.setenv(ACCESS_VARIABLE, str(file))
    return file


@pytest.fixture
def behind_proxy(access: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PROXY_HEADER_VARIABLE, "Remote-User")
    monkeypatch.setenv(PROXY_SECRET_VARIABLE, SECRET)


@pytest.mark.parametrize(
    ("address", "is_here"),
    [
        ("127.0.0.1", True), ("127.8.9.1", True), ("::1", True), ("localhost", True),
        ("0.0.0.0", False), ("::", False), ("10.0.0.7", False), ("", False), (None, False),
        ("localhost.example", False), ("127.0.0.1.example", False),
    ],
)  # fmt: skip
def test_without_sign_in_a_server_listens_to_this_machine_alone(address, is_here):
    assert sign_in.is_loopback(address) is is_here
    refused = sign_in.refusal(address, has_provider=False)
    assert refused == "" if is_here else "everybody who reaches it would see everything" in refused


def test_with_an_access_file_it_needs_a_way_to_sign_in_and_a_file_without_mistakes(access, monkeypatch):
    for address in ("127.0.0.1", "0.0.0.0"):
        assert "[auth] of a provider of sign-in" in sign_in.refusal(address, has_provider=False)
        assert sign_in.refusal(address, has_provider=True) == ""
    monkeypatch.setenv(PROXY_HEADER_VARIABLE, "Remote-User")
    for secret in ("", "short"):
        monkeypatch.setenv(PROXY_SECRET_VARIABLE, secret)
        assert "must hold a secret of 32 signs" in sign_in.refusal("0.0.0.0", has_provider=True)
    monkeypatch.setenv(PROXY_SECRET_VARIABLE, SECRET)
    assert sign_in.refusal("0.0.0.0", has_provider=False) == ""
    access.write_text(GOOD.replace("analyst", "chief"))
    assert "there is no role chief" in sign_in.refusal("127.0.0.1", has_provider=True)
    access.unlink()
    assert "access.toml cannot be read" in sign_in.refusal("127.0.0.1", has_provider=True)


@pytest.mark.parametrize("program", ["serve", "server"])
def test_the_program_says_why_it_does_not_start(program, tmp_path):
    command = {
        "serve": ["-m", "dashboards.serve", "--warehouse", str(tmp_path), "--address", "0.0.0.0"],
        "server": ["-m", "streamlit", "run", "dashboards/server.py", "--server.address=0.0.0.0"],
    }[program]
    ran = subprocess.run(
        [sys.executable, *command], cwd=REPOSITORY, capture_output=True, text=True, timeout=120
    )
    assert ran.returncode != 0
    assert "refused: will not listen on 0.0.0.0 without sign-in" in ran.stderr + ran.stdout


def test_a_page_of_a_demonstration_that_others_can_reach_shows_nothing(reader, sample_warehouse, monkeypatch):
    monkeypatch.setattr(session.sign_in, "is_loopback", lambda _: False)
    someone = reader(sample_warehouse)
    someone.app.run()
    assert "These pages are closed" in someone.words() and "mw-status" not in someone.html()


def passed_on(*headers: tuple[str, str]) -> list[dict[str, list[str]]]:
    """What the pages get to see of the headers of a request, and of the opening of a connection."""
    seen: list[dict[str, list[str]]] = []

    async def pages(scope, receive, send) -> None:
        found = Headers(scope=scope)
        seen.append({name: found.getlist(name) for name in found})

    for kind in ("http", "websocket"):
        raw = [(name.lower().encode(), value.encode()) for name, value in headers]
        asyncio.run(sign_in.Door(pages)({"type": kind, "headers": raw}, None, None))
    return seen


def who(headers: dict[str, list[str]]) -> Identity | None:
    return sign_in.of_proxy({name: values[0] for name, values in headers.items()})


def test_a_proxy_that_has_the_secret_says_who_is_there(behind_proxy):
    for headers in passed_on(("Remote-User", "a@b.example"), ("X-Maatwerk-Proxy-Secret", SECRET)):
        known = who(headers)
        assert known.name == "a@b.example" and not known.is_expired
        assert known.until <= time.time() + sign_in.PROXY_SECONDS
        assert "remote-user" not in headers and "x-maatwerk-proxy-secret" not in headers


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [("Remote-User", "a@b.example")],
        [("Remote-User", "a@b.example"), ("X-Maatwerk-Proxy-Secret", "s" * 31)],
        [("Remote-User", "a@b.example"), ("X-Maatwerk-Proxy-Secret", "")],
        [("Remote-User", ""), ("X-Maatwerk-Proxy-Secret", SECRET)],
        # one from outside, one from the proxy: nobody can say which
        [("Remote-User", "x"), ("Remote-User", "a@b.example"), ("X-Maatwerk-Proxy-Secret", SECRET)],
        [("Remote-User", "x"), ("X-Maatwerk-Proxy-Secret", "y"), ("X-Maatwerk-Proxy-Secret", SECRET)],
        [("X-Maatwerk-Reader", '["a@b.example", 9999999999]')],
        [("x-maatwerk-reader", "WyJhQGIuZXhhbXBsZSIsOTk5OTk5OTk5OV0.c2lnbmF0dXJl")],
    ],
)  # fmt: skip
def test_nobody_else_can_say_it(behind_proxy, headers):
    for seen in passed_on(*headers):
        assert who(seen) is None
        assert not {"remote-user", "x-maatwerk-reader", "x-maatwerk-proxy-secret"} & seen.keys()


def test_without_a_proxy_in_the_settings_no_header_says_anything(access):
    for seen in passed_on(("Remote-User", "a@b.example"), ("X-Maatwerk-Proxy-Secret", SECRET)):
        assert who(seen) is None


def test_a_token_says_who_is_there_until_it_ends(monkeypatch):
    soon, past = time.time() + 60, time.time() - 1
    token = {"email": "a@b.example", "sub": "7", "exp": soon, "is_logged_in": True}
    assert sign_in.of_provider(token).name == "a@b.example"
    assert not sign_in.of_provider(token).is_expired
    assert sign_in.of_provider(token | {"exp": past}).is_expired
    for without_end in ({"exp": None}, {"exp": "never"}):
        assert sign_in.of_provider(token | without_end).is_expired
    for nobody in ({"email": None}, {"email": ""}, {"email": ["a"]}, {"email_verified": False}):
        assert sign_in.of_provider(token | nobody) is None
    assert sign_in.of_provider({"is_logged_in": False}) is None
    monkeypatch.setenv(CLAIM_VARIABLE, "sub")
    assert sign_in.of_provider(token | {"email_verified": False}).name == "7"


@pytest.mark.parametrize(
    ("name", "days", "standing"),
    [
        ("a@b.example", 0, session.Standing(Scope(Role.ANALYST), "", "a@b.example")),
        ("b@b.example", 0, session.Standing(None, "no_role", "b@b.example")),
        ("a@b.example", -1, session.Standing(None, "expired")),
    ],
)
def test_who_is_known_stands_as_the_access_file_says(behind_proxy, monkeypatch, name, days, standing):
    known = Identity(name, time.time() + 60 + 86_400 * days)
    monkeypatch.setattr(session.sign_in, "of_proxy", lambda _: known)
    assert session.standing() == standing


def test_the_log_names_who_signed_in_and_their_role(behind_proxy, monkeypatch):
    assert session.who() == ("", "", "")  # nobody yet, so nothing is shown and nothing is logged
    known = Identity("a@b.example", time.time() + 60)
    monkeypatch.setattr(session.sign_in, "of_proxy", lambda _: known)
    assert session.who() == ("a@b.example", "analyst", "")


def test_an_access_file_that_is_spoilt_while_pages_are_open_lets_nobody_in(access, behind_proxy, monkeypatch):
    monkeypatch.setattr(session.sign_in, "of_proxy", lambda _: Identity("a@b.example", time.time() + 60))
    assert session.standing().scope is not None
    access.write_text("reader = 7")
    assert session.standing() == session.Standing(None, "closed")


def test_an_open_page_loses_what_its_reader_may_not_see_any_more(
    reader, sample_warehouse, access, behind_proxy, monkeypatch
):
    monkeypatch.setattr(session.sign_in, "of_proxy", lambda _: Identity("a@b.example", time.time() + 600))
    someone = reader(sample_warehouse).opens("offices")
    assert "mw-status" in someone.html() and "You look as: analyst" in someone.words()
    assert "demo_role" not in {one.key for one in someone.app.selectbox}
    access.write_text(GOOD.replace("analyst", "administrator"))
    someone.app.run()
    assert "This page is not for your role" in someone.words() and "mw-status" not in someone.html()
    access.write_text(
        GOOD.replace("valid_from = 2020-01-01", "valid_from = 2020-01-01\nvalid_to = 2020-02-01")
    )
    someone.app.run()
    assert "You have no role here" in someone.words() and "mw-status" not in someone.html()


def test_settings_of_a_provider_are_looked_for_in_their_file(tmp_path):
    file = tmp_path / "provider.toml"
    assert not serve._has_provider(None) and not serve._has_provider(file)
    for text, is_there in (("[auth]\nclient_id = '1'", True), ("[other]", False), ("[auth", False)):
        file.write_text(text)
        assert serve._has_provider(file) is is_there


@pytest.mark.parametrize(
    ("claim", "claims", "roles"),
    [
        ("", {"roles": "analyst"}, None),
        ("roles", {"roles": "analyst"}, ("analyst",)),
        ("roles", {"roles": ["analyst", 7, None, "other"]}, ("analyst", "other")),
        ("roles", {"roles": {"analyst": True}}, ()),
        ("roles", {}, ()),
        ("realm_access.roles", {"realm_access": {"roles": ["analyst"]}}, ("analyst",)),
        ("realm_access.roles", {"realm_access": ["analyst"]}, ()),
        ("https://service.example/roles", {"https://service.example/roles": ["analyst"]}, ("analyst",)),
    ],
)
def test_the_roles_of_a_token_are_those_of_the_claim_that_is_named(monkeypatch, claim, claims, roles):
    monkeypatch.setenv(ROLE_CLAIM_VARIABLE, claim)
    token = {"email": "a@b.example", "exp": time.time() + 60}
    assert sign_in.of_provider(token | claims).roles == roles


@pytest.mark.parametrize(
    ("name", "roles", "scope"),
    [
        ("a@b.example", ("analyst",), Scope(Role.ANALYST)),
        ("a@b.example", ("coordinator",), None),
        ("a@b.example", (), None),
        ("a@b.example", None, Scope(Role.ANALYST)),
        ("new@b.example", ("coordinator",), Scope(Role.COORDINATOR)),
        ("new@b.example", None, None),
    ],
)
def test_a_claim_stands_beside_the_access_file(access, monkeypatch, name, roles, scope):
    known = Identity(name, time.time() + 60, roles)
    monkeypatch.setattr(session.sign_in, "of_provider", lambda _: known)
    monkeypatch.setattr(session.st, "user", SimpleNamespace(to_dict=dict, is_logged_in=True))
    assert session.standing() == session.Standing(scope, "" if scope else "no_role", name)


def test_a_proxy_names_no_role_so_the_setting_is_refused_there(behind_proxy, monkeypatch):
    assert sign_in.refusal("127.0.0.1", has_provider=False) == ""
    monkeypatch.setenv(ROLE_CLAIM_VARIABLE, "roles")
    assert "a proxy names no role" in sign_in.refusal("127.0.0.1", has_provider=False)
