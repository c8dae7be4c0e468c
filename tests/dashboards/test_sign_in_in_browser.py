"""Signing in with a provider, in a real browser against a real provider on this machine."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from dashboards import serve
from dashboards.app_pages import PAGES
from tests.dashboards.browsing import visit, visitor
from warehouse.places import ACCESS_VARIABLE, ROLE_CLAIM_VARIABLE

pytestmark = pytest.mark.browser
SHORT_SECONDS = 15
ROLES = {
    "head@service.example": 'role = "office_head"\narea = "GEN"',
    "privacy@service.example": 'role = "data_protection_officer"',
}
PEOPLE = (*ROLES, "nobody@service.example")
# What the provider says beside who somebody is: people whom the access file does not know, and one it does.
CLAIMS = {"new@service.example": ["staff", "analyst"], "head@service.example": ["coordinator"]}


@dataclass(frozen=True)
class Service:
    """The pages of one server, and the file that says who may see what."""

    address: str
    access: Path


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def provider(seconds: int) -> Iterator[str]:
    """A provider of sign-in that knows some people, and whose tokens last so long; its address."""
    port = free_port()
    people = dict.fromkeys((*PEOPLE, *CLAIMS), ()) | CLAIMS
    known = [
        json.dumps({"sub": one.partition("@")[0], "email": one, "roles": list(roles)})
        for one, roles in people.items()
    ]
    options = [part for claims in known for part in ("--user-claims", claims)]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    running = subprocess.Popen(
        [*command, "--token-max-age", str(seconds), *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield answering(f"http://127.0.0.1:{port}")
    finally:
        running.terminate()
        running.wait(timeout=20)


def answering(address: str) -> str:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urlopen(f"{address}/.well-known/openid-configuration", timeout=2):
                return address
        except (URLError, OSError):
            time.sleep(0.2)
    raise AssertionError("the provider did not start")


@contextmanager
def served(warehouse: Path, folder: Path, seconds: int, role_claim: str = "") -> Iterator[Service]:
    folder.mkdir()
    access, settings, port = folder / "access.toml", folder / "provider.toml", free_port()
    access.write_text(access_of(ROLES))
    with provider(seconds) as at, pytest.MonkeyPatch.context() as patch:
        settings.write_text(
            f"""
            [auth]
            redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
            cookie_secret = "{os.urandom(16).hex()}"
            client_id = "maatwerk"
            client_secret = "any"
            server_metadata_url = "{at}/.well-known/openid-configuration"
            """
        )
        patch.setenv(ACCESS_VARIABLE, str(access))
        patch.setenv(ROLE_CLAIM_VARIABLE, role_claim)
        server = serve.started(warehouse, port, "127.0.0.1", settings)
        try:
            assert serve.is_healthy(server, port, "127.0.0.1")
            yield Service(f"http://127.0.0.1:{port}/", access)
        finally:
            server.terminate()
            server.wait(timeout=20)


def access_of(roles: dict[str, str]) -> str:
    rows = (
        f'[[reader]]\nidentity = "{who}"\nvalid_from = 2020-01-01\n{what}\n' for who, what in roles.items()
    )
    return "\n".join(rows)


@pytest.fixture(scope="module")
def service(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with served(sample_warehouse, tmp_path_factory.mktemp("signing") / "in", 3600) as found:
        yield found


def says(page: Page, heading: str) -> None:
    page.get_by_role("heading", name=heading, exact=True).wait_for()
    assert page.locator(".mw-status").count() == 0


def sign_in(page: Page, service: Service, who: str, path: str = "") -> None:
    """Go to a page, be sent to the provider, say who one is there, and be back."""
    page.goto(service.address + path)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name=who.partition("@")[0], exact=True).first.click()
    page.wait_for_url(service.address + "**")


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/end_session**")


def test_whoever_is_signed_out_sees_no_figure_at_any_address(service, chromium):
    with visitor(chromium, 1300, "en-GB") as (page, _):
        for path in ("", *PAGES, "nothing-here", "?demo_role=whole", "offices?office=GEN&role=coordinator"):
            page.goto(service.address + path)
            says(page, "Sign in")


def test_a_forged_cookie_is_nobody(service, chromium):
    with visitor(chromium, 1300, "en-GB") as (page, _):
        for value in ("head@service.example", "2|1:0|10:1790000000|15:_streamlit_user|4:aGVhZA==|abc"):
            page.context.add_cookies([{"name": "_streamlit_user", "value": value, "url": service.address}])
            page.goto(service.address + "offices")
            says(page, "Sign in")


def test_signed_in_a_reader_has_the_pages_of_the_role_and_no_other(service, chromium):
    with visitor(chromium, 1300, "en-GB") as (page, _):
        sign_in(page, service, "head@service.example")
        visit(page, service.address)
        assert page.get_by_text("Demonstration without sign-in").count() == 0
        menu = page.get_by_test_id("stTopNavSection").all_inner_texts()
        visit(page, service.address + "backlog?office=GEN")
        assert page.locator(".mw-failed").count() == 0
        page.goto(service.address + "funding")
        says(page, "This page is not for your role")
        assert menu
        sign_out(page)
        page.goto(service.address + "offices")
        says(page, "Sign in")


def test_two_people_in_one_browser_see_each_their_own(service, chromium):
    with visitor(chromium, 1300, "en-GB") as (page, _):
        sign_in(page, service, "privacy@service.example")
        visit(page, service.address)
        assert page.title().startswith("About the data")
        page.goto(service.address + "offices")
        says(page, "This page is not for your role")
        page.goto(service.address)
        sign_out(page)
        sign_in(page, service, "head@service.example", "offices")
        visit(page, service.address + "offices")
        assert page.title().startswith("Offices")


def test_without_a_role_a_page_says_so_and_lets_one_leave(service, chromium):
    with visitor(chromium, 1300, "en-GB") as (page, _):
        sign_in(page, service, "nobody@service.example")
        says(page, "You have no role here")
        page.goto(service.address + "offices")
        says(page, "You have no role here")
        sign_out(page)


def test_a_role_that_ends_closes_the_page_that_is_open(service, chromium):
    with visitor(chromium, 1300, "en-GB") as (page, _):
        sign_in(page, service, "head@service.example")
        visit(page, service.address + "offices")
        service.access.write_text(access_of({"privacy@service.example": ROLES["privacy@service.example"]}))
        try:
            page.get_by_text("NL", exact=True).click()
            page.get_by_role("heading", name="U hebt hier geen rol").wait_for()
            assert page.locator(".mw-status").count() == 0
        finally:
            service.access.write_text(access_of(ROLES))


def test_a_sign_in_that_has_expired_ends_at_the_next_click(sample_warehouse, tmp_path, chromium):
    with (
        served(sample_warehouse, tmp_path / "short", SHORT_SECONDS) as service,
        visitor(chromium, 1300, "en-GB") as (page, _),
    ):
        sign_in(page, service, "head@service.example")
        page.locator(".mw-status").wait_for()
        page.wait_for_timeout(1000 * (SHORT_SECONDS + 1))
        page.get_by_text("NL", exact=True).click()
        page.get_by_role("heading", name="Uw aanmelding is verlopen").wait_for()
        assert page.locator(".mw-status").count() == 0


def test_a_role_from_a_claim_gives_its_pages_and_never_more_than_the_file(
    sample_warehouse, tmp_path, chromium
):
    with (
        served(sample_warehouse, tmp_path / "claims", 3600, "roles") as service,
        visitor(chromium, 1300, "en-GB") as (page, _),
    ):
        sign_in(page, service, "new@service.example")
        visit(page, service.address + "funding")
        assert page.get_by_text("You look as: analyst").count() == 1
        sign_out(page)
        for who in ("head@service.example", "privacy@service.example"):
            sign_in(page, service, who)
            says(page, "You have no role here")
            sign_out(page)
