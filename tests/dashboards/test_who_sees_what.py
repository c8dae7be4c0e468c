"""No question gives a reader a row outside the own scope: every question is put in every role, and read."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from itertools import product
from pathlib import Path

import duckdb
import polars as pl
import pytest

from dashboards import WAREHOUSE_VARIABLE, database, queries
from dashboards.access import mart_rules, narrowing, open_cases
from dashboards.access.asked import AroundError
from dashboards.access.mart_rules import About, Shown
from dashboards.access.narrowing import NotShownError
from dashboards.access.scope import GIVEN_ROLES, Role, Scope
from dashboards.choice import ALL, SERVICE
from dashboards.queries.cover import LISTS
from dashboards.reader import Reader
from tests.dashboards.conftest import changed_copy
from tests.dashboards.viewing import choice_of, of_marts, published_reader

OFFICE, OTHER = "GEN", "BRU"
LARGE, SCHEME = 10_000, "fl_type_phase"
# Two officers of two offices share a case, and of each office one has nobody.
SHARED_AND_WAITING = [
    f"""
    create temp table picked as
    select office_id, list(distinct case_id order by case_id) as cases
    from marts.fct_open_cases
    where state = 'active' and service_line = 'offender_supervision' and office_id in ('{OFFICE}', '{OTHER}')
    group by office_id
    """,  # noqa: S608 (fixed text of the tests)
    """
    update marts.fct_open_cases set officers = 2, officer_shares = array_to_string(list_transform(
        (select list_sort([min(officer_id) filter (where office_id = 'GEN'),
            min(officer_id) filter (where office_id = 'BRU')])
            from marts.dim_officers where last_contract_to is null),
        lambda one: one || ' 0.5'
    ), ', ')
    where case_id in (select cases[1] from picked)
    """,
    """
    update marts.fct_open_cases
    set state = 'waiting', officers = 0, officer_shares = '', days_waiting = 40, days_uncovered = null,
        is_to_close = false
    where case_id in (select cases[2] from picked)
    """,
]


@pytest.fixture(scope="module")
def shared_and_waiting(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return changed_copy(sample_warehouse, tmp_path_factory.mktemp("roles") / "warehouse", SHARED_AND_WAITING)


@pytest.fixture
def asking(shared_and_waiting: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(shared_and_waiting))
    return published_reader()


@dataclass(frozen=True)
class Persons:
    """Everybody and every case of a file, by plain Python: who works where, which case is whose."""

    office_of: dict[str, str]
    carriers_of: dict[str, tuple[str, ...]]
    case_office: dict[str, str]

    @property
    def ids(self) -> set[str]:
        return self.office_of.keys() | self.case_office.keys()

    def own(self, scope: Scope) -> set[str]:
        """The ids that a scope may read: persons and cases."""
        if scope.role is Role.OFFICER:
            return {scope.officer} | {
                case for case, carriers in self.carriers_of.items() if scope.officer in carriers
            }
        if scope.role is not Role.OFFICE_HEAD:
            return set()
        people = {officer for officer, office in self.office_of.items() if office in scope.areas}
        cases = {
            case
            for case, carriers in self.carriers_of.items()
            if people.intersection(carriers) or self.case_office[case] in scope.areas
        }
        # who else carries a case of the office is written on it
        return people | cases | {one for case in cases for one in self.carriers_of[case]}


@cache
def persons_of(file: str) -> Persons:
    reader = Reader(file)
    officers = of_marts(reader, "select officer_id, office_id from dim_officers").rows()
    cases = of_marts(reader, "select distinct case_id, office_id, officer_shares from fct_open_cases").rows()
    carriers = {
        case: tuple(one.rpartition(" ")[0] for one in shares.split(", ") if one) for case, _, shares in cases
    }
    return Persons(dict(officers), carriers, {case: office for case, office, _ in cases})


def officer_with_cases(people: Persons, office: str) -> str:
    carried = {one for case, carriers in people.carriers_of.items() for one in carriers}
    return next(one for one, place in sorted(people.office_of.items()) if place == office and one in carried)


def scope_of(role: Role, people: Persons) -> Scope:
    if role is Role.OFFICER:
        return Scope(role, officer=officer_with_cases(people, OFFICE))
    return Scope(role, (OFFICE,)) if role is Role.OFFICE_HEAD else Scope(role)


def words_in(found: object) -> Iterator[str]:
    """Every text in an answer, also within lists, rows and lists of officers with their shares."""
    if isinstance(found, pl.DataFrame):
        found = [found.columns, found.rows()]
    if isinstance(found, dict):
        found = [*found.keys(), *found.values()]
    if isinstance(found, (list, tuple, set, frozenset)):
        for one in found:
            yield from words_in(one)
    elif isinstance(found, str):
        for one in found.split(", "):
            yield one
            yield one.rpartition(" ")[0]


def questions() -> dict[str, Callable]:
    """Every public function of `dashboards.queries` that a reader puts, by module and name."""
    found = {}
    for module in [queries, *(import_module(f"dashboards.queries.{one.name}") for one in _modules())]:
        for name, one in inspect.getmembers(module, inspect.isfunction):
            is_own = one.__module__ == module.__name__ and not name.startswith("_")
            if is_own and next(iter(inspect.signature(one).parameters), "") == "reader":
                found[f"{module.__name__.removeprefix('dashboards.')}.{name}"] = one
    return found


def _modules() -> list[pkgutil.ModuleInfo]:
    return [one for one in pkgutil.iter_modules(queries.__path__) if one.name != "asking"]


def choices(people: Persons) -> list:
    """Looks at the own office, another one and all, with an officer and a case of either."""
    officers = {office: officer_with_cases(people, office) for office in (OFFICE, OTHER)}
    cases = {
        office: next(case for case, place in sorted(people.case_office.items()) if place == office)
        for office in (OFFICE, OTHER)
    }
    found = []
    for area, subject in ((SERVICE, None), (OFFICE, OFFICE), (OTHER, OTHER), (OFFICE, OTHER)):
        more = {} if subject is None else {"officer": officers[subject], "case_to_take": cases[subject]}
        choice = choice_of(area, **more)
        values = {**choice.values, "from_month": "2024-05", "to_month": "2026-05", "cases_line": ALL}
        found.append(replace(choice, values=values, among=SERVICE))
    return found


GIVEN = {
    "most": [LARGE],
    "list_name": list(LISTS),
    "weight_scheme": [SCHEME],
    "weight_scheme_id": [SCHEME],
    "service_line": [""],
    "kind": ["office", "grade", "work_type"],
    "code": ["probation"],
    "measure": ["workload_pct"],
    "mart": ["fct_survey_waves", "fct_need_months"],
    "marts": ["fct_open_cases"],
    "entity": ["conditions", "breaches", "needs", "referrals"],
}


def put(question: Callable, reader: Reader, people: Persons) -> Iterator[object]:
    """The answers to a question in every way it can be put; NotShownError where it was refused."""
    names = [name for name in inspect.signature(question).parameters if name not in ("reader", "choice")]
    if "choice" in inspect.signature(question).parameters and question is not queries.called:
        names.append("choice")
    elif question is queries.called:
        names, GIVEN["choice"] = ["choice"], [{"kind": "office", "id": OFFICE, "area_name": "Gent"}]
    ways = {name: GIVEN.get(name) for name in names}
    if question is not queries.called and "choice" in names:
        ways["choice"] = choices(people)
    for values in product(*ways.values()):
        named = dict(zip(ways, values, strict=True))
        more = [named.pop("marts")] if "marts" in named else []
        try:
            yield question(reader, *more, **named)
        except NotShownError as refused:
            yield refused
        except (LookupError, duckdb.ConversionException):
            yield None  # a code that these data do not hold, or an officer's own without an officer


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> list[pl.DataFrame]:
    """Every frame that leaves the database, whatever a question makes of it."""
    database.forget()
    found, rows = [], database._rows

    def noting(*asked: object) -> pl.DataFrame:
        found.append(rows(*asked))
        return found[-1]

    monkeypatch.setattr(database, "_rows", noting)
    return found


@pytest.mark.parametrize("role", GIVEN_ROLES)
def test_no_question_answers_with_a_row_outside_the_scope(asking, answered, role):
    people = persons_of(asking.file)
    scope = scope_of(role, people)
    reader = replace(asking, scope=scope)
    foreign = people.ids - people.own(scope)
    for name, question in questions().items():
        told = [*put(question, reader, people)]
        read = {word for one in [*told, *answered] for word in words_in(one)}
        assert not read & foreign, (name, sorted(read & foreign)[:3])
        answered.clear()


def small_counts(rows: pl.DataFrame) -> set[str]:
    """The columns that hold a number of cases or people from 1 to 9, by a plain reading of their names."""
    found = set()
    for name in rows.columns:
        words = name.split("_")
        is_count = {"cases", "people", "officers"} & set(words) and not {"pct", "units", "is"} & set(words)
        if is_count and rows[name].dtype.is_numeric():
            found |= {name for one in rows[name].drop_nulls() if 0 < one < 10}
    return found


def test_policymakers_read_no_count_below_ten_and_others_do(asking, answered):
    people = persons_of(asking.file)
    for role in (Role.POLICYMAKER, Role.COORDINATOR):
        reader = replace(asking, scope=Scope(role))
        for question in questions().values():
            list(put(question, reader, people))
        assert any(map(small_counts, answered)) == (role is Role.COORDINATOR)
        assert len(answered) > 20
        answered.clear()
        database.forget()


# Of single cases or officers; every role that is not named here gets an answer to every other question.
OF_CASES = {
    "queries.backlog.waiting_cases",
    "queries.cover.cases_listed",
    "queries.outlook_officer.own_cases",
    "queries.outlook_officer.cases_to_take",
    "queries.outlook_officer.has_no_weight",
    "queries.outlook_officer.case_weights",
    "queries.my_team.team_periods",
    "queries.my_team.cases_of_office",
    "queries.my_team.one_case",
}
OF_OFFICERS = {
    "queries.outlook_officer.officers",
    "queries.outlook_officer.person_periods",
    "queries.my_work.office_of",
    "queries.my_work.history",
    "queries.my_work.open_tasks",
    "queries.own.ids_of_officer",
    "queries.own.ids_of_office",
    "queries.own.officers_of_office",
    "queries.my_team.team",
}
OF_GROUPS = {
    "queries.pressure.overload_months",
    "queries.pressure.loads_beside_cases",
    "queries.staff.people_above",
    "queries.wellbeing.load_at_waves",
    "queries.wellbeing.people_by_grade",
    "queries.wellbeing.staff_months",
    "queries.wellbeing.survey_waves",
}
ALWAYS_REFUSED = {
    Role.OFFICER: {
        "queries.backlog.waiting_cases",
        "queries.cover.cases_listed",
        "queries.outlook_officer.cases_to_take",
        "queries.own.ids_of_office",
        "queries.my_team.team_periods",
        "queries.my_team.cases_of_office",
    },
    Role.OFFICE_HEAD: set(),
    Role.COORDINATOR: OF_CASES | OF_OFFICERS,
    Role.ANALYST: OF_CASES | OF_OFFICERS,
    Role.POLICYMAKER: OF_CASES | OF_OFFICERS | OF_GROUPS,
    Role.DATA_PROTECTION_OFFICER: OF_CASES | OF_OFFICERS | OF_GROUPS,
    Role.ADMINISTRATOR: OF_CASES | OF_OFFICERS | OF_GROUPS,
}
# without unweighed cases there is nothing to ask about a single one
NEVER_ASKED = {"queries.outlook_officer.has_no_weight"}


@pytest.mark.parametrize("role", GIVEN_ROLES)
def test_what_is_not_for_a_role_is_refused_and_not_answered_with_nothing(asking, role):
    people = persons_of(asking.file)
    reader = replace(asking, scope=scope_of(role, people))
    refused = {
        name
        for name, question in questions().items()
        if all(isinstance(one, NotShownError) and one.why != "few" for one in put(question, reader, people))
    }
    assert refused == ALWAYS_REFUSED[role] - NEVER_ASKED


def test_an_office_head_reads_the_own_office_whole_and_no_other(asking):
    people = persons_of(asking.file)
    head = replace(asking, scope=Scope(Role.OFFICE_HEAD, (OFFICE,)))
    module = import_module("dashboards.queries.backlog")
    own = choice_of(OFFICE)
    assert module.waiting_cases(head, own, LARGE).equals(module.waiting_cases(asking, own, LARGE))
    assert not module.waiting_cases(head, own, LARGE).is_empty()
    for elsewhere in (choice_of(SERVICE), choice_of(OTHER)):
        with pytest.raises(NotShownError) as refused:
            module.waiting_cases(head, elsewhere, LARGE)
        assert refused.value.why == "office"
    module = import_module("dashboards.queries.outlook_officer")
    for office, why in ((OFFICE, None), (OTHER, "officer")):
        choice = choice_of(office, officer=officer_with_cases(people, office))
        if why is None:
            assert module.own_cases(head, choice).equals(module.own_cases(asking, choice))
            assert module.person_periods(head, choice).equals(module.person_periods(asking, choice))
            continue
        with pytest.raises(NotShownError) as refused:
            module.person_periods(head, choice)
        assert refused.value.why == why


def test_a_head_of_a_region_reads_each_of_its_offices(warehouse_with_regions, monkeypatch):
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_with_regions))
    reader = Reader(
        str(database.published_file()), scope=Scope(Role.OFFICE_HEAD, ("Oost-Vlaanderen:region",))
    )
    module = import_module("dashboards.queries.backlog")
    offices = [
        row["id"] for row in queries.choices(reader, "office") if row["parent_id"] == "Oost-Vlaanderen:region"
    ]
    assert len(offices) > 1
    for office in offices:
        module.waiting_cases(reader, choice_of(office), LARGE)
    with pytest.raises(NotShownError):
        module.waiting_cases(reader, choice_of("ANT"), LARGE)


def test_an_officer_reads_the_own_cases_whole_and_not_who_else_carries_them(asking):
    people = persons_of(asking.file)
    shared = next(case for case, carriers in sorted(people.carriers_of.items()) if len(carriers) > 1)
    own, other = people.carriers_of[shared][:2]
    reader = replace(asking, scope=Scope(Role.OFFICER, officer=own))
    module = import_module("dashboards.queries.outlook_officer")
    choice = choice_of(people.office_of[own], officer=own)
    assert module.own_cases(reader, choice).equals(module.own_cases(asking, choice))
    assert shared in module.own_cases(reader, choice)["case_id"].to_list()
    assert module.person_periods(reader, choice).equals(module.person_periods(asking, choice))
    assert module.officers(reader, choice)["officer_id"].to_list() == [own]
    carriers = database.frame(reader, "select officer_shares from fct_open_cases")
    assert carriers.height and not any(other in shares for shares in carriers["officer_shares"])
    with pytest.raises(NotShownError):
        module.own_cases(reader, choice_of(people.office_of[own], officer=other))


@pytest.mark.parametrize("role", [one for one in GIVEN_ROLES if one is not Role.DATA_PROTECTION_OFFICER])
def test_what_stood_in_a_delivery_is_read_by_the_data_protection_officer_alone(asking, role):
    for mart in ("fct_set_aside", "fct_quarantine"):
        sql = f"from {mart}"
        rows = database.frame(replace(asking, scope=scope_of(role, persons_of(asking.file))), sql)
        own = database.frame(replace(asking, scope=Scope(Role.DATA_PROTECTION_OFFICER)), sql)
        assert rows.height == own.height > 0
        text = [name for name in ("original_value", "hint", "record") if name in rows.columns]
        assert all(rows[name].is_null().all() for name in text)
        assert own["original_value"].drop_nulls().len() > 0


AROUND = (
    "select * from published.marts.fct_open_cases",
    "select * from marts.fct_open_cases",
    "select * from shown.fct_open_cases",
    "select * from memory.shown.fct_open_cases",
    "with fct_open_cases as (select * from published.marts.fct_open_cases) select * from fct_open_cases",
    "with a as (select 1) select (select max(case_id) from published.marts.fct_open_cases) from a",
    "select * from query('select * from published.marts.fct_open_cases')",
    "select * from query_table('published.marts.fct_open_cases')",
    "select * from read_parquet('cases.parquet')",
    "select * from read_text('/etc/passwd')",
    "select * from duckdb_settings()",
    "select * from glob('*')",
    "describe dim_offices",
    "summarize dim_offices",
    "show tables",
    "pragma database_list",
    "attach 'other.duckdb' as other",
    "set search_path = 'published.marts'",
    "select 1; select * from published.marts.fct_open_cases",
    "create view mine as select 1",
    "copy (select 1) to 'out.csv'",
    "call pragma_version()",
)
UNKNOWN = (
    "select * from '/etc/passwd'",
    "select * from 'cases.parquet'",
    "select * from few_posts",
    "select * from cases_left",
    "select * from own_officers",
    "select * from sqlite_master",
    "select * from information_schema_tables",
    "with few_posts as (select * from few_posts) select * from few_posts",
)


@pytest.mark.parametrize("sql", AROUND)
def test_a_question_that_goes_around_is_refused(asking, sql):
    with pytest.raises(AroundError):
        database.frame(replace(asking, scope=Scope(Role.OFFICE_HEAD, (OFFICE,))), sql)


@pytest.mark.parametrize("sql", UNKNOWN)
def test_a_question_about_what_no_rule_names_is_refused(asking, sql):
    with pytest.raises(NotShownError):
        database.frame(replace(asking, scope=Scope(Role.OFFICE_HEAD, (OFFICE,))), sql)


def test_even_past_the_door_the_views_of_a_scope_hold_no_other_row(asking, monkeypatch):
    monkeypatch.setattr(narrowing.ScopedMarts, "check", lambda *_: None)
    people = persons_of(asking.file)
    for role in GIVEN_ROLES:
        scope = scope_of(role, people)
        own, reader = people.own(scope), replace(asking, scope=scope)
        cases = database.frame(reader, "from fct_open_cases")
        officers = database.frame(reader, "from dim_officers")
        assert (role in (Role.OFFICER, Role.OFFICE_HEAD)) == bool(cases.height) == bool(officers.height)
        for rows, key in ((cases, "case_id"), (officers, "officer_id")):
            assert rows.is_empty() or set(rows[key]) <= own


def test_no_file_can_be_read_even_past_the_door(asking):
    for sql in ("from read_csv('/etc/passwd')", "attach '/tmp/other.duckdb' as other"):
        with pytest.raises(duckdb.PermissionException):
            database.frame(asking, sql)


def test_every_mart_has_a_rule_and_no_rule_is_of_nothing(asking):
    marts = set(
        of_marts(
            asking,
            "select distinct table_name from duckdb_columns() "
            "where database_name = 'published' and schema_name = 'marts'",
        )["table_name"]
    )
    assert {mart for mart in marts if mart_rules.about(mart) is None} == set()
    # views of the pages, of no mart
    beside = {"cover_counts", *open_cases.counts({mart: [] for mart in marts})}
    assert set(mart_rules._RULES) - beside <= marts
    assert all(set(one) == set(About) for one in mart_rules._ROLES.values())
    assert set(mart_rules._ROLES) == set(GIVEN_ROLES)


def test_a_mart_with_persons_is_never_called_one_of_areas(asking):
    columns = of_marts(
        asking,
        "select table_name, column_name from duckdb_columns() "
        "where database_name = 'published' and schema_name = 'marts'",
    )
    keys = {"officer_id", "case_id", "record_id", "officer_shares", "person_id"}
    of_persons = set(columns.filter(pl.col("column_name").is_in(keys))["table_name"])
    assert {mart_rules.about(mart) for mart in of_persons} == {About.CASES, About.OFFICERS}
    texts = set(columns.filter(column_name="original_value")["table_name"])
    assert {mart_rules.about(mart) for mart in texts} == {About.SET_ASIDE}


def test_a_mart_without_a_rule_is_refused_to_every_role(asking, monkeypatch):
    rules = {mart: one for mart, one in mart_rules._RULES.items() if mart != "dim_tariffs"}
    monkeypatch.setattr(mart_rules, "_RULES", rules)
    database._opened.cache_clear()
    for role in GIVEN_ROLES:
        with pytest.raises(NotShownError):
            database.frame(replace(asking, scope=Scope(role, ("X",), "X")), "from dim_tariffs")
    database._opened.cache_clear()


@pytest.mark.parametrize("mart", ["fct_open_cases", "dim_officers", "fct_person_periods"])
def test_the_walk_sees_a_mart_that_somebody_forgot_to_narrow(asking, answered, monkeypatch, mart):
    database._opened.cache_clear()
    shown_to = mart_rules.shown_to
    monkeypatch.setattr(
        narrowing, "shown_to", lambda role, one: Shown.ALL if one == mart else shown_to(role, one)
    )
    with pytest.raises(AssertionError):
        test_no_question_answers_with_a_row_outside_the_scope(asking, answered, Role.OFFICER)
    database._opened.cache_clear()


def test_answers_and_views_of_one_scope_are_not_those_of_another(asking):
    people = persons_of(asking.file)
    one, other = (replace(asking, scope=Scope(Role.OFFICE_HEAD, (office,))) for office in (OFFICE, OTHER))
    sql = "select distinct case_id from fct_open_cases"
    for _ in range(2):  # the second time from memory
        cases = [set(database.frame(reader, sql)["case_id"]) for reader in (one, other, asking)]
        assert cases[0] <= people.own(one.scope) and cases[1] <= people.own(other.scope)
        assert cases[0] != cases[1] and cases[0] | cases[1] < cases[2]
    many = [
        database._narrowed(database._open(asking.file), Scope(Role.OFFICE_HEAD, (office,)))
        for office in set(people.office_of.values())
    ]
    assert len({found.schema for found in many}) == len(many)
