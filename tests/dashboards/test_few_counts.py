"""No count of 1 to 9 follows from all that a policymaker reads; other roles read all counts as they are."""

import inspect
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import polars as pl
import pytest
from polars.testing import assert_frame_equal

from dashboards import WAREHOUSE_VARIABLE, database
from dashboards.access import fixed_columns, fixed_tables, mart_rules, narrowing, shown_marts, small_counts
from dashboards.access.fixed_tables import banded
from dashboards.access.mart_rules import About, Shown
from dashboards.access.narrowing import NotShownError, ScopedMarts
from dashboards.access.scope import Role, Scope
from dashboards.reader import Reader
from ingest.build import build
from ingest.order import Order
from ingest.progress import Progress
from ingest.sample import write_sample
from tests.dashboards import drawn_counts, few_counts_attack
from tests.dashboards.few_counts_attack import SMALLEST, Tables, read, read_file, told
from tests.dashboards.test_who_sees_what import persons_of, put, questions
from tests.dashboards.viewing import choice_of, of_marts, published_reader
from tests.sharing import made_once

POLICYMAKER = Scope(Role.POLICYMAKER)
SEEDS = range(8)
DEEP_SEEDS = [*range(8, 120), *(int(datetime.now(UTC).strftime("%Y%m%d")) * 100 + one for one in range(30))]


def lay(connection: duckdb.DuckDBPyConnection) -> ScopedMarts:
    shown_marts.lay(connection)
    return narrowing.lay(connection.cursor(), POLICYMAKER)


def small_and_hidden(tables: Tables) -> int:
    """How many counts below the smallest there are: what the attack is after."""
    return sum(
        int(((tables.true[name] > 0) & (tables.true[name] < SMALLEST)).sum())
        for name in ("open", "carried", "waiting", "uncovered", "received", "started", "ended")
    )


@pytest.mark.parametrize(
    "seed", [*SEEDS, *(pytest.param(seed, marks=pytest.mark.deep) for seed in DEEP_SEEDS)]
)
def test_no_small_count_of_a_drawn_service_follows_from_what_is_shown(seed):
    with closing(drawn_counts.published(seed)) as connection:
        tables = read(connection, lay(connection))
        assert small_and_hidden(tables) > 50
        assert told(tables) == []


def test_of_drawn_services_much_is_shown():
    shown = of_all = 0
    for seed in SEEDS:
        with closing(drawn_counts.published(seed)) as connection:
            tables = read(connection, lay(connection))
        shown += tables.shown["open"].drop_nulls().len()
        of_all += tables.true.height
    assert shown > of_all / 5


@pytest.fixture
def policymaker(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """A policymaker who looks at the warehouse that the test names."""
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(request.getfixturevalue(request.param)))
    return replace(published_reader(), scope=POLICYMAKER)


@pytest.fixture(scope="session")
def full_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The full sample, built: fifteen offices since 2013."""

    def make(home: Path) -> None:
        write_sample(home / "extracts")
        order = Order(home / "extracts", warehouse=home / "warehouse", key=home / "hashing.key")
        build(order, Progress(is_silent=True))

    return made_once(tmp_path_factory, "full", make) / "warehouse"


@pytest.mark.parametrize(
    "policymaker",
    [
        "sample_warehouse",
        "warehouse_with_regions",
        pytest.param("full_warehouse", marks=pytest.mark.deep),
    ],
    indirect=True,
)
def test_no_small_count_of_a_built_service_follows_from_what_is_shown(policymaker):
    tables = read_file(policymaker)
    assert small_and_hidden(tables) > 50
    assert told(tables) == []


# Of the drawn service of this seed each of these hides a small count that would follow otherwise.
def planted(seed: int, family: str) -> Iterator[list]:
    """What follows where one hidden group after the other is shown after all."""
    with closing(drawn_counts.published(seed)) as connection:
        scope = lay(connection)
        groups = connection.execute(
            f"select area_id, service_line, {family} from {scope.schema}.few_counts "  # noqa: S608
            f"where len({family}) > 0 order by all"
        ).fetchall()
        for area, line, years in groups:
            where = f"where area_id = '{area}' and service_line = '{line}'"
            table = f"{scope.schema}.few_counts"
            connection.execute(f"update {table} set {family} = [] {where}")  # noqa: S608
            yield told(read(connection, scope))
            connection.execute(f"update {table} set {family} = $1 {where}", [years])  # noqa: S608


@pytest.mark.parametrize("family", ["carried", "open", "received"])
def test_a_cell_that_somebody_forgot_to_hide_is_found(family):
    assert any(found for found in planted(1, family))


def test_a_view_that_somebody_forgot_to_guard_is_found(monkeypatch):
    mart = "fct_area_clearance_months"
    fixed = fixed_columns.TABLES[mart]
    open_ones = dict.fromkeys(fixed.guarded, "false")
    monkeypatch.setitem(fixed_columns.TABLES, mart, replace(fixed, guarded=open_ones))
    with closing(drawn_counts.published(1)) as connection:
        assert told(read(connection, lay(connection)))


def test_every_mart_of_counts_is_a_fixed_table_or_refused():
    shown = {
        mart: mart_rules.shown_to(Role.POLICYMAKER, mart)
        for mart, about in mart_rules._RULES.items()
        if about in (About.AREAS, About.GROUPS, About.CASES, About.OFFICERS)
    }
    fixed = {mart for mart, one in shown.items() if one is Shown.FIXED}
    assert {one for mart, one in shown.items() if mart not in fixed | mart_rules._OF_NOBODY} == {
        Shown.FEW,
        Shown.REFUSED,
    }
    of_others = {"dim_status", "fct_published_against_computed", "fct_version_changes"}
    assert fixed | of_others == {mart.removesuffix("_now") for mart in fixed_tables.MARTS}
    assert mart_rules.shown_to(Role.POLICYMAKER, "fct_area_line_months_now") is Shown.FIXED
    assert mart_rules.shown_to(Role.POLICYMAKER, "fct_office_line_months_now") is Shown.FEW


@pytest.mark.parametrize("policymaker", ["sample_warehouse"], indirect=True)
def test_what_no_rule_names_of_a_fixed_table_is_refused(policymaker):
    """Every column of numbers that has no condition of its own stops the question that needs it."""
    asked = 0
    for mart in sorted(fixed_tables.MARTS):
        fixed = fixed_columns.TABLES.get(mart)
        columns = database.frame(policymaker, f"from {mart} limit 0").columns
        if fixed is None or fixed.shown == "*":
            continue
        named = {*fixed.shown.split(), *fixed.guarded, *fixed.instead}
        assert named & set(columns), mart
        rows = of_marts(policymaker, f"from {mart}").height if mart in MARTS else 0
        for name in set(columns) - named:
            if not rows:
                continue
            asked += 1
            with pytest.raises(NotShownError) as refused:
                database.frame(policymaker, f"select max({name}) as most from {mart}")  # noqa: S608
            assert refused.value.why == "few"
    assert asked > 10


MARTS = {mart for mart in fixed_tables.MARTS if mart.startswith("fct_")}
# Where an answer is empty in part, or has fewer rows, for whoever is not shown all counts.
LESS = {
    "queries.forecast.ahead",
    "queries.forecast.errors",
    "queries.funding.line",
    "queries.funding.lines",
    "queries.growth.months",
    "queries.offices.line_windows",
    "queries.outlook.weighed_cases",
    "queries.staff.months",
    "queries.staff.months_waited",
    "queries.unweighed_cases",
}


def answers(reader: Reader) -> dict[str, list[object]]:
    people = persons_of(reader.file)
    return {name: list(put(question, reader, people)) for name, question in questions().items()}


def alike(one: object, other: object) -> bool:
    """Whether two answers are the same; rows in any order, and sums of them too."""
    if not isinstance(one, pl.DataFrame) or not isinstance(other, pl.DataFrame):
        return one == other
    try:
        assert_frame_equal(one, other, check_row_order=False, rel_tol=1e-12)
    except AssertionError:
        return False
    return True


def test_every_other_role_reads_all_counts_as_they_are(asking):
    whole = answers(asking)
    for role in (Role.COORDINATOR, Role.ANALYST):
        for name, found in answers(replace(asking, scope=Scope(role))).items():
            for own, everybody in zip(found, whole[name], strict=True):
                if name == "queries.about.set_aside":
                    continue  # without the text of rows set aside, see test_who_sees_what
                assert isinstance(own, NotShownError) or alike(own, everybody), name
                assert getattr(own, "why", "role") == "role", name


def test_a_policymaker_reads_the_same_or_nothing(asking):
    whole = answers(replace(asking, scope=Scope(Role.COORDINATOR)))
    read_at_all = set()
    for name, found in answers(replace(asking, scope=POLICYMAKER)).items():
        for own, everybody in zip(found, whole[name], strict=True):
            if isinstance(own, NotShownError):
                continue
            read_at_all.add(name)
            assert name in LESS or alike(own, everybody), name
    assert len(read_at_all) > 30


@pytest.fixture
def less_is_small(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A smallest count of which the small sample has some cells that are shown and some that are not."""
    monkeypatch.setitem(mart_rules._SMALLEST_COUNT, Role.POLICYMAKER, 2)
    monkeypatch.setattr(small_counts, "AMOUNT_TIMES", 1)
    database._opened.cache_clear()
    database.forget()
    yield
    database._opened.cache_clear()
    database.forget()


def test_what_is_empty_for_a_policymaker_is_empty_and_not_nothing(less_is_small, asking):
    """Where an answer is not the same, each figure is that of everybody or not there at all."""
    reader, compared = replace(asking, scope=POLICYMAKER), set()
    for name in sorted(LESS - {"queries.staff.months_waited", "queries.unweighed_cases"}):
        question = questions()[name]
        if list(inspect.signature(question).parameters) != ["reader", "choice"]:
            continue
        for area in ("service", "GEN"):
            choice = choice_of(area, forecast_measure="received_cases", work_type="")
            try:
                own = question(reader, choice)
            except NotShownError:
                continue
            everybody = question(asking, choice)
            compared.add(name)
            if isinstance(own, dict):
                assert all(own[key] in (everybody[key], 0) for key in own)
                continue
            keys = [one for one, kind in own.schema.items() if not kind.is_float() and "cases" not in one]
            both = own.join(everybody, on=keys, how="left", suffix="_whole", nulls_equal=True)
            assert both.height == own.height, name
            for column in set(own.columns) - set(keys):
                assert (own[column].is_null() | own[column].eq_missing(both[f"{column}_whole"])).all(), name
    assert compared >= {"queries.offices.line_windows", "queries.outlook.weighed_cases"}


@pytest.mark.parametrize("policymaker", ["sample_warehouse"], indirect=True)
def test_work_that_waits_is_not_shown_for_it_is_that_of_records_to_close_too(policymaker):
    for mart in ("fct_area_line_windows", "fct_area_line_windows_now", "fct_area_line_months"):
        rows = database.frame(policymaker, f"select waiting_units_avg, uncovered_units_avg from {mart}")  # noqa: S608
        assert rows.height > 0
        assert all(rows[name].is_null().all() for name in rows.columns), mart
    gross = of_marts(policymaker, "select sum(waiting_units_avg) as units from fct_area_line_windows")
    assert gross["units"][0] > 0


def test_bands_of_waiting_hold_enough_and_lose_nobody():
    waited = [(0, 40), (1, 12), (2, 3), (3, 6), (4, 2), (5, 30), (9, 4), (11, 1), (14, 8), (30, 3)]
    bands = banded(waited, SMALLEST)
    assert sum(cases for _, cases in bands) == sum(cases for _, cases in waited)
    assert all(cases >= SMALLEST for _, cases in bands)
    assert [month for month, _ in bands] == sorted({month for month, _ in bands})
    assert bands[-1] == (12, 11)
    assert banded([(0, 4), (2, 5)], SMALLEST) == []
    assert banded([(0, 4), (2, 15)], SMALLEST) == [(1, 19)]
    assert banded([], SMALLEST) == []


def test_marts_that_cannot_say_what_is_small_are_not_shown():
    with closing(drawn_counts.published(0)) as connection:
        connection.execute("drop table published.marts.fct_area_booked_weeks")
        scope = lay(connection)
        connection.execute(f"set search_path = '{scope.search_path}'")
        assert connection.execute("describe fct_area_clearance_months").fetchone()[0] == "not_for_this_role"


def test_the_attack_reads_the_views_themselves():
    """What is read for the attack is every shown cell: as many as single questions are answered."""
    with closing(drawn_counts.published(0)) as connection:
        scope = lay(connection)
        shown = read(connection, scope).shown
        connection.execute(f"set search_path = '{scope.search_path}'")
        asked = connection.execute(
            "select area_id, service_line, month_start_on from published.marts.fct_area_clearance_months"
        ).fetchall()
        answered = 0
        for area, line, month in asked:
            sql = (
                "select open_cases_end from fct_area_clearance_months where area_id = $1 "
                "and service_line = $2 and month_start_on = $3"
            )
            try:
                answered += len(connection.execute(sql, [area, line, month]).fetchall())
            except duckdb.InvalidInputException as refused:
                assert re.search(fixed_columns.REFUSED, str(refused))
    assert answered == shown["open"].drop_nulls().len() > 0
    assert mart_rules.smallest_count(Role.POLICYMAKER) == few_counts_attack.SMALLEST
