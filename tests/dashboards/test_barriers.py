"""No page has a serious barrier in the eyes of axe: in each role that it serves, and where it says no."""

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page

from dashboards import serve
from dashboards.access.pages import is_offered
from dashboards.access.scope import GIVEN_ROLES, Role, Scope
from dashboards.app_pages import PAGES
from dashboards.reader import Reader
from tests.dashboards.barriers import barriers
from tests.dashboards.browsing import browser_at, served, visit
from tests.dashboards.test_proxy_in_browser import SECRET, proxy
from tests.dashboards.test_sign_in_in_browser import access_of, free_port
from tests.dashboards.viewing import of_marts
from warehouse.current import published_file
from warehouse.places import ACCESS_VARIABLE, PROXY_HEADER_VARIABLE, PROXY_SECRET_VARIABLE, STORE_VARIABLE

pytestmark = pytest.mark.browser
NOBODY = "nobody"
LANGUAGES, SCHEMES, WIDTHS = ("en-GB", "nl-BE"), ("light", "dark"), (1440, 390)
# Some roles, each on a page that differs for it, each in another look; a deep test looks at all of them.
SAMPLE = {
    Role.OFFICER: "my_work",
    Role.OFFICE_HEAD: "my_team",
    Role.POLICYMAKER: "offices",
    Role.DATA_PROTECTION_OFFICER: "looked",
}
LOOKS = list(product(LANGUAGES, SCHEMES, WIDTHS))


@pytest.fixture(scope="module")
def port(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A server behind a proxy, with somebody in every role, and a store."""
    home, found = tmp_path_factory.mktemp("barriers"), free_port()
    officer = of_marts(Reader(str(published_file(sample_warehouse))), _OFFICER)["officer_id"][0]
    needs = {Role.OFFICER: f'\nofficer = "{officer}"', Role.OFFICE_HEAD: '\narea = "GEN"'}
    rows = {f"{role}@service.example": f'role = "{role}"{needs.get(role, "")}' for role in GIVEN_ROLES}
    (home / "access.toml").write_text(access_of(rows))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(ACCESS_VARIABLE, str(home / "access.toml"))
        patch.setenv(PROXY_HEADER_VARIABLE, "Remote-User")
        patch.setenv(PROXY_SECRET_VARIABLE, SECRET)
        patch.setenv(STORE_VARIABLE, str(home / "kept"))
        server = serve.started(sample_warehouse, found, "127.0.0.1")
    # what it was told is its own: the demonstration is a server without sign-in
    try:
        assert serve.is_healthy(server, found, "127.0.0.1")
        yield found
    finally:
        server.terminate()
        server.wait(timeout=20)


_OFFICER = "select min(officer_id) as officer_id from dim_officers where office_id = 'GEN'"


class Visitors:
    """One browser, and a proxy for each role, which says who is there."""

    def __init__(self, port: int, chromium: str, stack: ExitStack) -> None:
        self._port, self._stack = port, stack
        self._browser = browser_at(chromium)
        self._addresses: dict[str, str] = {}

    def address(self, who: str) -> str:
        """Where the pages are for somebody."""
        if who not in self._addresses:
            headers = {"Remote-User": f"{who}@service.example", "X-Maatwerk-Proxy-Secret": SECRET}
            self._addresses[who] = self._stack.enter_context(proxy(self._port, headers))
        return self._addresses[who]

    def page(self, language: str, scheme: str, width: int) -> Page:
        """A window of that width, in that language and scheme."""
        window = self._browser.new_context(
            viewport={"width": width, "height": 900}, locale=language, color_scheme=scheme
        )
        self._stack.callback(window.close)
        page = window.new_page()
        page.set_default_timeout(60_000)
        return page


@pytest.fixture
def visitors(port: int, chromium: str) -> Iterator[Visitors]:
    with ExitStack() as stack:
        yield Visitors(port, chromium, stack)


def says_no(page: Page, address: str) -> list[str]:
    """The barriers of a page that shows no figure."""
    page.goto(address)
    page.locator("h1, h2").first.wait_for()
    page.wait_for_timeout(1000)
    assert page.locator(".mw-status").count() == 0
    return barriers(page)


def test_a_page_of_each_role_is_free_of_barriers(visitors):
    assert set(SAMPLE) < set(GIVEN_ROLES)
    found = {}
    for (role, name), look in zip(SAMPLE.items(), LOOKS, strict=False):
        page = visitors.page(*look)
        visit(page, f"{visitors.address(role)}{name}?office=GEN")
        found[name, role, look] = barriers(page)
        if role is Role.POLICYMAKER:
            page.locator(".st-key-saved_views button").first.click()
            page.wait_for_timeout(1000)
            found["the menu", role, look] = barriers(page)
        page.context.close()
    assert {at: one for at, one in found.items() if one} == {}


def test_what_says_no_is_free_of_barriers_too(visitors, port):
    places = {
        "not for the role": f"{visitors.address(Role.ADMINISTRATOR)}offices",
        "no role": visitors.address(NOBODY),
        "signed out": f"http://127.0.0.1:{port}/",
        "no such page": f"{visitors.address(Role.ANALYST)}nothing-here",
    }
    found = {
        at: says_no(visitors.page(*look), address)
        for (at, address), look in zip(places.items(), (LOOKS[i] for i in (0, 5, 3, 6)), strict=True)
    }
    assert {at: one for at, one in found.items() if one} == {}


def test_axe_finds_a_barrier_that_is_there(visitors):
    page = visitors.page(*LOOKS[0])
    page.set_content('<html lang="en"><title>t</title><img src="data:,"><button></button></html>')
    assert {line.split()[1] for line in barriers(page)} == {"image-alt", "button-name"}


@pytest.mark.deep
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", GIVEN_ROLES)
def test_every_page_of_a_role_is_free_of_barriers_in_every_look(visitors, role, language):
    """In light colours of all offices, in dark ones of one office, where other parts stand."""
    found = {}
    names = [name for name in PAGES if is_offered(Scope(role), name)]
    for (scheme, office), name in product(zip(SCHEMES, ("", "?office=GEN"), strict=True), names):
        page = visitors.page(language, scheme, WIDTHS[0])
        visit(page, f"{visitors.address(role)}{name}{office}")
        found[name, scheme, WIDTHS[0]] = barriers(page)
        page.set_viewport_size({"width": WIDTHS[1], "height": 900})
        page.wait_for_timeout(700)
        found[name, scheme, WIDTHS[1]] = barriers(page)
        page.context.close()
    assert {at: one for at, one in found.items() if one} == {}


@pytest.mark.deep
@pytest.mark.parametrize("look", [LOOKS[0], LOOKS[-1]], ids=str)
def test_every_page_of_the_demonstration_is_free_of_barriers_with_its_menu_open(
    sample_warehouse, chromium, look
):
    found = {}
    with served(sample_warehouse) as address:
        language, scheme, width = look
        window = browser_at(chromium).new_context(
            viewport={"width": width, "height": 900}, locale=language, color_scheme=scheme
        )
        page = window.new_page()
        for name in PAGES:
            visit(page, address + name)
            found[name] = barriers(page)
            if page.locator(".st-key-saved_views button").count():
                page.locator(".st-key-saved_views button").first.click()
                page.wait_for_timeout(1000)
                found[name, "menu"] = barriers(page)
    assert {at: one for at, one in found.items() if one} == {}
