"""Twenty people in four roles at once: no error, no figure outside a scope, hardly slower than one role."""

import asyncio
import random
import re
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dashboards import serve
from dashboards.access.pages import is_offered
from dashboards.access.scope import Role, Scope
from dashboards.app_pages import PAGES
from dashboards.sign_in import SECRET_HEADER
from tests.dashboards.tabs import Tab
from tests.dashboards.test_sign_in_in_browser import access_of, free_port
from tests.dashboards.test_who_sees_what import Persons, persons_of
from warehouse.current import published_file
from warehouse.places import ACCESS_VARIABLE, PROXY_HEADER_VARIABLE, PROXY_SECRET_VARIABLE

READERS, TURNS, SECONDS_OF_A_TURN, PAUSE_S = 20, 4, 75, (1.0, 4.0)
_SECRET = "k" * 40
FOUR = (Role.OFFICER, Role.OFFICE_HEAD, Role.COORDINATOR, Role.POLICYMAKER)
# What everybody of the four may open: the pages on which the two crowds are compared.
COMMON = {page for page in PAGES if all(is_offered(Scope(role), page) for role in FOUR)}
# How old the data are, and how often pages were shown, may change while people look.
_OF_NOW = ("mw-status", "mw-paper")


@dataclass
class Crowd:
    """Twenty people at one server, and what they met: milliseconds by page, failures, what was not theirs."""

    address: str
    scopes: list[Scope]
    people: Persons
    took_ms: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failures: list[str] = field(default_factory=list)
    strange: list[tuple[Role, str, list[str]]] = field(default_factory=list)
    pages: dict[tuple, set[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(set))
    ids_met: dict[Role, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def p95_ms(self) -> float:
        """Of every run of a page that all four roles have."""
        return statistics.quantiles([one for page in COMMON for one in self.took_ms[page]], n=20)[-1]


class Watched(Tab):
    """A tab that keeps what its page says, and every word that is the id of a person or case."""

    def watching(self, people: Persons) -> "Watched":
        self._people, self._bodies, self.said, self.ids = people, {}, [], set()
        return self

    def shows(self, body: str, message_hash: str) -> None:
        ids = self._people.ids.intersection(re.findall(r"[\w-]+", body))
        said = "" if any(mark in body for mark in _OF_NOW) else body
        if message_hash:
            self._bodies[message_hash] = (said, ids)
        self._hear(said, ids)

    def shows_again(self, message_hash: str) -> None:
        self._hear(*self._bodies.get(message_hash, ("", set())))

    def _hear(self, said: str, ids: set[str]) -> None:
        self.said += [said] if said else []
        self.ids |= ids


def scopes_of(people: Persons) -> list[Scope]:
    """Five of each role: officers and heads of five offices."""
    by_office = defaultdict(list)
    for officer, office in sorted(people.office_of.items()):
        by_office[office].append(officer)
    offices = sorted(by_office)[:5]
    mine = [Scope(Role.OFFICER, officer=by_office[office][0]) for office in offices]
    mine += [Scope(Role.OFFICE_HEAD, (office,)) for office in offices]
    return mine + [Scope(role) for role in FOUR[2:] for _ in offices]


@contextmanager
def crowd_at(warehouse: Path, home: Path, scopes: list[Scope], people: Persons) -> Iterator[Crowd]:
    """A server behind a proxy's secret, where reader N of the access file has scope N."""
    home.mkdir()
    rows = {}
    for number, scope in enumerate(scopes):
        of = f'\narea = "{scope.areas[0]}"' if scope.areas else ""
        of += f'\nofficer = "{scope.officer}"' if scope.officer else ""
        rows[f"reader{number}@service.example"] = f'role = "{scope.role}"{of}'
    (home / "access.toml").write_text(access_of(rows))
    port = free_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(ACCESS_VARIABLE, str(home / "access.toml"))
        patch.setenv(PROXY_HEADER_VARIABLE, "Remote-User")
        patch.setenv(PROXY_SECRET_VARIABLE, _SECRET)
        server = serve.started(warehouse, port, "127.0.0.1")
    try:
        assert serve.is_healthy(server, port, "127.0.0.1")
        yield Crowd(f"http://127.0.0.1:{port}", scopes, people)
    finally:
        server.terminate()
        server.wait(timeout=20)


async def reads(crowd: Crowd, number: int, turn: int, until: float) -> None:
    """One person: page after page, two choices on each, with a pause before each."""
    scope, chance = crowd.scopes[number], random.Random(100 * turn + number)
    headers = {"Remote-User": f"reader{number}@service.example", SECRET_HEADER: _SECRET}
    mine = [page for page in PAGES if is_offered(scope, page)]
    own = f"&office={scope.areas[0]}" if scope.areas else ""
    while time.monotonic() < until:
        # each page in a tab of its own: what is chosen in one lasts there
        tab = await Watched(crowd.address, chance, headers=headers).watching(crowd.people).connected()
        page, language, office = chance.choice(mine), chance.choice(("en", "nl")), chance.choice(("", own))
        await took(crowd, number, tab, page, tab.opens(page, language, office))
        crowd.pages[scope, page, language, office].add(tuple(sorted(set(tab.said))))
        for _ in range(2):
            if time.monotonic() < until:
                await took(crowd, number, tab, page, tab.chooses())
        await tab.close()


async def took(crowd: Crowd, number: int, tab: Watched, page: str, run) -> None:
    """Wait as people do, then run; note how long it took and what was shown."""
    await asyncio.sleep(tab.chance.uniform(*PAUSE_S))
    tab.said, tab.ids, begun = [], set(), time.monotonic()
    if await run is False:
        return
    crowd.took_ms[page].append(1000 * (time.monotonic() - begun))
    scope = crowd.scopes[number]
    if strange := tab.ids - crowd.people.own(scope):
        crowd.strange.append((scope.role, page, sorted(strange)[:3]))
    crowd.ids_met[scope.role] += len(tab.ids)
    crowd.failures += tab.failures
    tab.failures.clear()


async def turns(crowds: list[Crowd], count: int, seconds: float) -> None:
    """Each crowd in its turn, so that both meet the machine as it is."""
    for turn in range(count):
        for crowd in crowds:
            until = time.monotonic() + seconds
            await asyncio.gather(*(reads(crowd, number, turn, until) for number in range(READERS)))


def met(warehouse: Path, home: Path, count: int, seconds: float) -> tuple[Crowd, Crowd]:
    """Twenty people in four roles and twenty coordinators, each `count` turns of so many seconds."""
    people = persons_of(str(published_file(warehouse)))
    one = [Scope(Role.COORDINATOR)] * READERS
    with (
        crowd_at(warehouse, home / "four", scopes_of(people), people) as in_four,
        crowd_at(warehouse, home / "one", one, people) as in_one,
    ):
        asyncio.run(turns([in_four, in_one], count, seconds))
    return in_four, in_one


def is_harmless(crowd: Crowd) -> None:
    """Nothing failed; nobody met an id that is not theirs, nor figures that another of the scope did not."""
    assert crowd.failures == []
    assert crowd.strange == []
    differing = {key[1:]: len(found) for key, found in crowd.pages.items() if len(found) > 1}
    assert differing == {}, "one scope, page and language is always the same, whoever looked meanwhile"


@pytest.mark.deep
def test_twenty_people_in_four_roles_meet_no_error_and_nothing_of_others(sample_warehouse, tmp_path):
    in_four, in_one = met(sample_warehouse, tmp_path, TURNS, SECONDS_OF_A_TURN)
    for crowd in (in_four, in_one):
        is_harmless(crowd)
    assert in_four.ids_met[Role.OFFICE_HEAD] > 0, "an id is seen where it may be"
    assert in_four.ids_met[Role.COORDINATOR] == in_four.ids_met[Role.POLICYMAKER] == 0
    assert sum(map(len, in_four.took_ms.values())) > 1000
    ratio = in_four.p95_ms / in_one.p95_ms
    assert ratio <= 1.2, (in_four.p95_ms, in_one.p95_ms)
