"""What tests of the screens share: warehouses full and partial, and a reader that opens a page."""

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboards import WAREHOUSE_VARIABLE, database, made_panels
from dashboards.access import few_people
from dashboards.queries import staff as staff_questions
from dashboards.screen import opening, pieces
from ingest.build import build
from ingest.order import Order
from ingest.progress import Progress
from ingest.sample import write_sample
from tests.askable_marts import askable_marts
from tests.dashboards import charts_shown, laid_open, viewing
from tests.dashboards.changed_policy import write_changed_policy
from tests.dashboards.shown_tables import TABLE, ShownTable, tables_in
from tests.forecasts_drawn import keep_two
from tests.sharing import made_once

ROOT = Path(__file__).resolve().parents[2]
_WORKLOAD_MARTS = (
    "fct_office_months",
    "fct_office_weeks",
    "fct_office_outlook_weeks",
    "fct_office_line_weeks",
    "fct_office_line_outlook_weeks",
    "fct_office_line_months",
    "fct_office_line_windows",
    "fct_area_line_weeks",
    "fct_area_line_outlook_weeks",
    "fct_area_line_months",
    "fct_area_line_windows",
)
_CASE_MARTS = (
    "fct_area_mix_months",
    "fct_area_endings_years",
    "fct_area_ending_ages",
    "fct_area_due_years",
    "fct_area_risk_years",
    *_WORKLOAD_MARTS,
    "fct_office_work_months",
    "fct_case_flow_months",
    "fct_case_mix_months",
    "fct_cohort_months",
    "fct_backlog_weeks",
    "fct_open_cases",
    "fct_open_case_outlook",
    "fct_office_outlook_work_weeks",
    "fct_officer_outlook_weeks",
    "fct_officer_spans",
    "fct_findings",
    "fct_office_overload_months",
    "fct_officer_weeks",
    "fct_area_backlog",
    "fct_area_backlog_weeks",
    "fct_area_booked_weeks",
    "fct_area_finding_effects",
    "fct_area_clearance_months",
    "fct_area_load_bands",
    "fct_area_open_cases",
    "fct_area_overload_series",
    "fct_area_pace_weeks",
    "fct_area_sensitivity",
    "fct_area_wait_bands",
    "fct_area_weight_bases",
    "fct_area_weight_changes",
)
# Of entities that are not delivered there are no marts.
_BESIDE_LOAD = tuple(mart.name for mart in askable_marts().values() if mart.of_entity)
_NO_CAPACITY = """
    update marts.{mart} set capacity_units_avg = 0, contract_fte_avg = 0, available_fte_avg = 0,
        workload_pct = null
"""


def changed_copy(published: Path, folder: Path, statements: list[str]) -> Path:
    """A warehouse folder with a copy of the published file after some statements; the name is new."""
    folder.mkdir()
    copy = folder / f"warehouse-{folder.name}.duckdb"
    current = published / "current"
    shutil.copy(current.resolve() if current.is_symlink() else published / current.read_text(), copy)
    with duckdb.connect(str(copy)) as connection:
        _make_tables_of_views(connection)
        for statement in statements:
            connection.execute(statement)
    (folder / "current").write_text(copy.name, encoding="utf-8")
    return folder


def _make_tables_of_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Marts that are views of stored sums become tables, with their comments, so that rows can be changed.

    Those by the weights of today stay views: they are asked of the marts that become tables.
    """
    views = (
        "select view_name from duckdb_views() where schema_name = 'marts' and not view_name like '%\\_now'"
    )
    names = [name for (name,) in connection.execute(views + " escape '\\'").fetchall()]
    comments = connection.execute(
        "select view_name, null, comment from duckdb_views() where schema_name = 'marts' "
        "union all select table_name, column_name, comment from duckdb_columns() where schema_name = 'marts'"
    ).fetchall()
    # Names are fixed text of the project.
    for name in names:
        connection.execute(f"create table marts.{name}__rows as from marts.{name}")
    for name in names:
        connection.execute(f"drop view marts.{name}; alter table marts.{name}__rows rename to {name}")
    for name, column, comment in comments:
        if name in names and comment:
            place = f"column marts.{name}.{column}" if column else f"table marts.{name}"
            connection.execute(f"comment on {place} is '{comment.replace(chr(39), 2 * chr(39))}'")


def emptied(*marts: str) -> list[str]:
    """Statements that leave the marts named without rows."""
    return [f"delete from marts.{mart}" for mart in marts]  # noqa: S608 (fixed names)


SMALL_OFFICE = "HAL"


@pytest.fixture(scope="session")
def warehouse_large(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with twenty times the people, but in one office of few posts; some have left their cases."""
    return changed_copy(sample_warehouse, tmp_path_factory.mktemp("large") / "warehouse", _GROWN + _SOME_LEFT)


_IS_LARGE = f"'{SMALL_OFFICE}' not in (area_id, part_id)"
_WINDOW_AMOUNTS = ", ".join(
    f"{name} = 20 * {name}"
    for name in (
        *("active_cases_avg", "workload_units_avg", "capacity_units_avg", "contract_fte_avg"),
        *("available_fte_avg", "room_fte_avg", "workload_units_now_avg"),
    )
)
# As many people in every band of cases, but in the office of few; a whole is the sum of its parts.
PEOPLE_IN_EVERY_BAND = [
    f"""
    create temp table everybody as
    select area_id, part_id, weight_scheme, cases_above, pct_above, coalesce(
        if(part_id = '' and count(nullif(part_id, '')) over whole > 0, null, own),
        sum(own) filter (where part_id != '') over whole
    ) as officers
    from (select distinct area_id, part_id, weight_scheme,
            if('{SMALL_OFFICE}' in (area_id, part_id), 1, 5) as own from marts.fct_area_load_bands),
        (select unnest([null, 25, 40, 50, 60]) as cases_above), (select unnest([null, 100]) as pct_above)
    window whole as (partition by area_id, weight_scheme, cases_above, pct_above)
    """,  # noqa: S608 (fixed text of the tests)
    "delete from marts.fct_area_load_bands",
    "insert into marts.fct_area_load_bands by name select * from everybody",
]
_COUNTED_BESIDE_LOAD = {
    "fct_condition_months": "ended_conditions met_conditions partly_met_conditions not_met_conditions "
    "lifted_conditions",
    "fct_breach_months": "watched_reports revoked_reports sanctioned_reports unfollowed_reports",
    "fct_need_months": "reassessed_cases needing_cases need_reduced_cases need_grown_cases "
    "protection_gained_cases protection_lost_cases",
    "fct_referral_months": "made_referrals started_referrals completed_referrals dropped_out_referrals "
    "refused_referrals no_place_referrals open_referrals",
    "fct_outcome_figures": "numerator denominator",
}
# Fixed text of the tests.
_GROWN = [
    f"update marts.fct_area_line_windows set {_WINDOW_AMOUNTS} where {_IS_LARGE}",  # noqa: S608
    *(
        f"update marts.fct_area_line_{name} set contract_fte_avg = 20 * contract_fte_avg where {_IS_LARGE}"  # noqa: S608
        for name in ("months", "weeks", "outlook_weeks")
    ),
    *PEOPLE_IN_EVERY_BAND,
    *(
        f"update marts.{mart} set {', '.join(f'{one} = 20 * {one}' for one in counts.split())} "  # noqa: S608
        f"where office_id <> '{SMALL_OFFICE}'"
        for mart, counts in _COUNTED_BESIDE_LOAD.items()
    ),
]
# Of the cases of one officer every fifth was left behind by somebody who has left the service.
_SOME_LEFT = [
    """
    create temp table need as
    select *, row_number() over (order by case_id) as position
    from (select distinct case_id, officer_shares from marts.fct_open_cases
        where state = 'active' and officers = 1)
    """,
    """
    update marts.dim_officers set last_contract_to = (select as_of from marts.dim_status)
    where officer_id in (select string_split(officer_shares, ' ')[1] from need where position % 5 = 0)
    """,
    """
    update marts.fct_open_cases set needs_cover = true
    where state = 'active' and not exists (
        from marts.dim_officers, marts.dim_status
        where contains(officer_shares, officer_id) and coalesce(last_contract_to > as_of, true)
    )
    """,
]
# The case after it has nobody, for 20 days and more. Only cases and their counts know of it.
_SOME_WITH_NOBODY = [
    """
    update marts.fct_open_cases
    set state = 'uncovered', officer_shares = '', officers = 0, needs_cover = true,
        days_uncovered = 18 + 2 * need.position
    from need where need.case_id = fct_open_cases.case_id and need.position % 5 = 1
    """,
    """
    update marts.fct_area_open_cases as counted
    set active_cases = active_cases - of_nobody,
        uncovered_cases = uncovered_cases + of_nobody,
        uncovered_30_cases = uncovered_30_cases + of_nobody_30,
        uncovered_90_cases = uncovered_90_cases + of_nobody_90,
        uncovered_longer_cases = uncovered_longer_cases + of_nobody - of_nobody_30 - of_nobody_90
    from (
        select office_id, cases.service_line, weight_scheme, count(*) as of_nobody,
            count(*) filter (where days_uncovered <= 30) as of_nobody_30,
            count(*) filter (where days_uncovered between 31 and 90) as of_nobody_90
        from marts.fct_open_cases as cases inner join need using (case_id)
        where state = 'uncovered'
        group by all
    ) as own
    where own.office_id in (counted.part_id, counted.area_id)
        and own.service_line = counted.service_line and own.weight_scheme = counted.weight_scheme
    """,
]


@pytest.fixture(scope="session")
def warehouse_in_need(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with cases whose officers have left, and cases that have had nobody for a while."""
    statements = [*_SOME_LEFT, *_SOME_WITH_NOBODY]
    return changed_copy(sample_warehouse, tmp_path_factory.mktemp("need") / "warehouse", statements)


@pytest.fixture
def asking_in_need(warehouse_in_need: Path, monkeypatch: pytest.MonkeyPatch) -> viewing.Reader:
    """A reader who puts questions to the service with cases that need somebody."""
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_in_need))
    return viewing.published_reader()


@pytest.fixture
def asking_large(warehouse_large: Path, monkeypatch: pytest.MonkeyPatch) -> viewing.Reader:
    """A reader who puts questions to the large service."""
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_large))
    return viewing.published_reader()


PEOPLE = 88


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> Iterator[pl.DataFrame]:
    """People above thresholds that the small caseloads of the sample reach, in each of its last 24 months."""
    months = pl.date_range(date(2024, 7, 1), date(2026, 6, 1), "1mo", eager=True)
    of = [
        pl.DataFrame(
            {"month_start_on": months, "threshold": threshold, "people": PEOPLE, "people_over": over}
        )
        for threshold, over in ((5.0, range(40, 64)), (7.0, range(10, 34)))
    ]
    rows = pl.concat(of)
    monkeypatch.setattr(staff_questions, "people_above", lambda *_: rows)
    database.forget()  # what scenarios come to is remembered
    yield rows
    database.forget()


@pytest.fixture(scope="session")
def warehouse_without_contracts(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Cases without anyone's capacity."""
    statements = [_NO_CAPACITY.format(mart=mart) for mart in _WORKLOAD_MARTS]
    statements += [
        "delete from marts.fct_office_overload_months",
        "delete from marts.fct_area_overload_series",
        "delete from marts.fct_area_load_bands",
        "update marts.fct_officer_weeks set capacity_units_avg = 0, workload_pct = null",
        "update marts.fct_open_cases set needs_cover = state <> 'waiting'",
        "update marts.fct_officer_outlook_weeks set capacity_units_avg = 0, workload_pct = null",
        "update marts.fct_officer_spans set capacity_units = 0, workload_pct = null",
        "update marts.fct_area_sensitivity set capacity_units_avg = 0, workload_pct = null, "
        "workload_lower_pct = null, workload_upper_pct = null",
        "update marts.fct_area_finding_effects set capacity_units = 0, workload_pct = null, "
        "workload_lower_pct = null, workload_upper_pct = null",
        "update marts.fct_area_weight_changes set capacity_units = 0, workload_before_pct = null, "
        "workload_after_pct = null, moved_points = null",
        "update marts.fct_area_open_cases set unable_cases = 0",
        "update marts.dim_status set has_contracts = false",
    ]
    return changed_copy(
        sample_warehouse, tmp_path_factory.mktemp("partial") / "without_contracts", statements
    )


@pytest.fixture(scope="session")
def warehouse_without_assignments(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Cases that nobody was ever said to carry: all of them wait."""
    statements = [
        "update marts.dim_status set has_assignments = false",
        "delete from marts.fct_area_mix_months",
        "update marts.fct_open_cases set state = 'waiting', needs_cover = false, days_uncovered = null, "
        "days_waiting = days_open, is_to_close = false, "
        "clock_on = null, findings = case when expected_end_on is null then 'no_expected_end' "
        "when days_past_expected_end is not null then 'past_expected_end' else '' end",
        "update marts.fct_area_open_cases set waiting_cases = open_cases, active_cases = 0, "
        "uncovered_cases = 0, uncovered_30_cases = 0, uncovered_90_cases = 0, uncovered_longer_cases = 0, "
        "unable_cases = 0, not_assessed_cases = 0, to_close_cases = 0, waiting_to_close_cases = 0, "
        "uncovered_to_close_cases = 0, real_wait_days_max = (select max(c.days_waiting) "
        "from marts.fct_open_cases as c where c.service_line = fct_area_open_cases.service_line)",
    ]
    return changed_copy(
        sample_warehouse, tmp_path_factory.mktemp("partial") / "without_assignments", statements
    )


@pytest.fixture(scope="session")
def warehouse_without_cases(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Offices and published figures, per office and for the whole; nothing else."""
    statements = emptied(*_CASE_MARTS) + [f"drop table marts.{mart}" for mart in _BESIDE_LOAD]
    statements += [
        "update marts.dim_status set has_cases = false, has_assignments = false, has_contracts = false, "
        "open_cases = 0, first_month_on = null",
        "update marts.fct_published_against_computed set computed_value = null, difference = null, "
        "difference_pct = null",
        "update marts.fct_published_against_computed set office_id = "
        "(select min(office_id) from marts.dim_offices) "
        "where measure = 'new_cases' and supervision_type = ''",
    ]
    return changed_copy(sample_warehouse, tmp_path_factory.mktemp("partial") / "without_cases", statements)


@pytest.fixture(scope="session")
def warehouse_of_nothing(warehouse_without_cases: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published file whose marts hold policy and the one row of status."""
    statements = emptied(
        "fct_published_against_computed",
        "fct_published_breaks",
        "fct_loads",
        "fct_quarantine",
        "fct_set_aside",
        "fct_left_out",
        "dim_areas",
        "dim_offices",
        "dim_officers",
    )
    return changed_copy(
        warehouse_without_cases, tmp_path_factory.mktemp("partial") / "of_nothing", statements
    )


@pytest.fixture(scope="session")
def warehouse_with_changed_weights(sample_delivery: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small sample whose default scheme got heavier weights on a day of 2024; see `changed_policy`."""

    def make(home: Path) -> None:
        _build_with_changed_policy(sample_delivery, home)

    return made_once(tmp_path_factory, "changed", make) / "warehouse"


@pytest.fixture(scope="session")
def warehouse_with_regions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample where fifteen offices are too many to compare, so that its six regions stand between, and so
    many cases that some wait in every region; its default scheme got heavier weights on a day of 2024.
    """

    def make(home: Path) -> None:
        write_sample(home / "extracts", cases=3000)
        _build_with_changed_policy(home / "extracts", home)
        keep_two(home / "warehouse")

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MAATWERK_OFFICES_SIDE_BY_SIDE", "4")
        return made_once(tmp_path_factory, "regions", make) / "warehouse"


def _build_with_changed_policy(extracts: Path, home: Path) -> None:
    policy = write_changed_policy(home / "seeds")
    order = Order(extracts, seeds=policy, warehouse=home / "warehouse", key=home / "hashing.key")
    build(order, Progress(is_silent=True))


@pytest.fixture(autouse=True)
def no_panel_is_made_yet() -> None:
    """Each test makes its panels itself, and does not get those of the test before."""
    made_panels.forget()


@pytest.fixture(autouse=True)
def charts_are_known_by_their_drawings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests look at the dicts that the charts of a page were drawn from: see `charts_shown`."""
    monkeypatch.setattr(pieces, "svg_of", charts_shown.noting(pieces.svg_of))


@pytest.fixture(autouse=True)
def every_fold_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests read the tables that a reader would have to open: see test_folds for those that are closed."""
    monkeypatch.setattr(opening, "is_open", lambda _: True)


class Visitor:
    """Someone who looks at pages of one warehouse, in one language."""

    def __init__(self, language: str = "en"):
        self.app = AppTest.from_file(str(ROOT / "dashboards" / "app.py"), default_timeout=60)
        self.app.query_params["lang"] = language

    def opens(self, page: str = "overview") -> "Visitor":
        """The page as the reader meets it; fails when anything on it failed."""
        # before its first run the app knows a page by the name of its file, as its address does
        (self.app.switch_page(f"app_pages/{page}.py") if page != "overview" else self.app).run()
        assert not self.app.exception, [found.message for found in self.app.exception]
        assert "mw-failed" not in self.html(), self.words()
        return self

    def html(self) -> str:
        """All HTML of the page, inline pictures included, without tables, styles and their script."""
        return TABLE.sub("", self._sent())

    def tables(self) -> list[ShownTable]:
        """Every table of the page, from top to bottom."""
        return tables_in(self._sent())

    def _sent(self) -> str:
        own = ("<style>", "<script>\n")
        return "\n".join(piece for piece in laid_open.pieces(self.app) if not piece.lstrip().startswith(own))

    def words(self) -> str:
        """The text of the page's HTML, with captions and without the cells of tables."""
        captions = [table.caption for table in self.tables()] + [found.value for found in self.app.caption]
        spoken = re.sub(r"<[^>]+>", " ", self.html()) + " ".join(captions)
        return " ".join(spoken.split())


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Visitor]:
    """Makes a reader of a warehouse folder: `reader(folder, "nl")`."""

    def reading(folder: Path, language: str = "en") -> Visitor:
        monkeypatch.setenv(WAREHOUSE_VARIABLE, str(folder))
        return Visitor(language)

    return reading


@pytest.fixture
def nobody_is_few(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Figures of capacity are shown however few people there are: it is the figures that are tested."""
    monkeypatch.setattr(few_people, "SMALLEST_SHOWN", 0)
    _close()
    yield
    _close()


def _close() -> None:
    """What is shown of a file is settled when it is opened."""
    database._opened.cache_clear()
    database.forget()
    made_panels.forget()


@pytest.fixture
def sample_shown(sample_warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample's warehouse as the one that questions are put to."""
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(sample_warehouse))
    return sample_warehouse


@pytest.fixture
def asking(sample_shown: Path) -> viewing.Reader:
    """A reader who puts questions to the sample."""
    return viewing.published_reader()
