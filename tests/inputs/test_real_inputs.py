"""Extracts nobody here wrote, through the whole command; every figure of ``docs/real-inputs.md`` is asked.

The tables of the document name a figure and its value; ``CALIFORNIA`` and ``PERMITS`` hold the question to
the published file behind each. They run where the folder of real extracts lies beside the checkout.
"""

import re
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from dashboards import WAREHOUSE_VARIABLE, database
from dashboards.app_pages.growth import PAGE
from dashboards.panels.growth import waterfalls
from dashboards.text import signed, speaking
from ingest.__main__ import main
from tests.dashboards.conftest import Visitor
from tests.dashboards.viewing import published_reader, view_of
from tests.inputs.published import asking, table_rows

pytestmark = pytest.mark.real
ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = (ROOT / "docs" / "real-inputs.md").read_text(encoding="utf-8")
Ask = Callable[..., list[tuple]]

LEDGER = {
    "rows delivered": "select rows_delivered from marts.dim_status",
    "rows loaded": "select rows_loaded from marts.dim_status",
    "rows in quarantine": "select rows_quarantined from marts.dim_status",
    "rows left out by the mapping": "select rows_left_out from marts.dim_status",
    "the data run to": "select as_of from marts.dim_status",
    "months with a workload percentage": "select count(workload_pct) from marts.fct_office_months",
}
BREAKS = "select count(*) from marts.fct_published_breaks where measure = "
CALIFORNIA = LEDGER | {
    "counties": "select count(*) from marts.dim_offices",
    "files ignored": "select count(*) from marts.fct_loads where status = 'ignored'",
    "Decembers": "select count(distinct period_start_on) from marts.fct_published_against_computed"
    " where measure = 'open_cases'",
    "first December": "select min(period_start_on) from marts.fct_published_against_computed"
    " where measure = 'open_cases'",
    "last December": "select max(period_start_on) from marts.fct_published_against_computed"
    " where measure = 'open_cases'",
    "caseloads loaded": "select count(*) from marts.fct_published_against_computed"
    " where measure = 'open_cases'",
    "amounts of spending loaded": "select count(*) from marts.fct_published_against_computed"
    " where measure = 'expenditure_usd'",
    "figures that can be computed": "select count(computed_value) from marts.fct_published_against_computed",
    "left out: repeated_row": "select rows from marts.fct_left_out where rule = 'repeated_row'",
    "left out: no_caseload_published": "select rows from marts.fct_left_out"
    " where rule = 'no_caseload_published'",
    "left out: no_spending_published": "select rows from marts.fct_left_out"
    " where rule = 'no_spending_published'",
    "caseloads that jump by more than half": f"{BREAKS} 'open_cases'",
    "counties with such a caseload": "select count(distinct office_id) from marts.fct_published_breaks"
    " where measure = 'open_cases'",
    "of them from a caseload of 200 or more": f"{BREAKS} 'open_cases' and previous_value >= 200",
    "amounts of spending that jump by more than half": f"{BREAKS} 'expenditure_usd'",
}
OPEN = "select count(distinct case_id) from marts.fct_open_cases where state = "
SAID = {
    ("california", "overview"): "No cases were delivered, so neither workload nor backlog can be shown.",
    ("california", "offices"): "A workload percentage needs cases, assignments and staff contracts",
    ("california", "backlog"): "No cases were delivered, so nothing can be said about the backlog.",
    ("california", "about"): "none can be computed from these data",
    (
        "permits",
        "overview",
    ): "No staff contracts were delivered, so capacity is not known and there is no workload percentage",
    ("permits", "offices"): "No staff contracts were delivered, so capacity is not known.",
    ("permits", "backlog"): "No case is waiting; cases that lost their officer (uncovered): 92",
    ("permits", "about"): "No published figures were delivered.",
}
FINDINGS = "select count(*) from marts.fct_findings where finding = "
FLOW = "from marts.fct_case_flow_months"
PERMITS = LEDGER | {
    "departments": "select count(*) from marts.dim_offices",
    "cases loaded": "select rows_loaded from marts.fct_loads where entity = 'cases'",
    "assignments loaded": "select rows_loaded from marts.fct_loads where entity = 'case_assignments'",
    "left out: test_user": "select rows from marts.fct_left_out where rule = 'test_user'",
    "people who carried a case": "select count(*) from marts.dim_officers",
    "first month": f"select min(month_start_on) {FLOW}",
    "last month": f"select max(month_start_on) {FLOW}",
    "cases received": f"select sum(received_cases) {FLOW}",
    "cases started": f"select sum(started_cases) {FLOW}",
    "cases ended": f"select sum(ended_cases) {FLOW}",
    "cases moved between departments": f"select sum(transferred_in_cases) {FLOW}",
    "open at the end": "select open_cases from marts.dim_status",
    "of them carried": f"{OPEN} 'active'",
    "of them waiting": f"{OPEN} 'waiting'",
    "of them carried by nobody any more": f"{OPEN} 'uncovered'",
    "most that waited at the end of a week": "select max(waiting) from (select sum(waiting_cases) as waiting"
    " from marts.fct_backlog_weeks where weight_scheme = 'count' group by week_start_on)",
    "finding: not_assessed": f"{FINDINGS} 'not_assessed'",
    "finding: past_expected_end": f"{FINDINGS} 'past_expected_end'",
    "finding: uncovered": f"{FINDINGS} 'uncovered'",
    "finding: to_close": f"{FINDINGS} 'to_close'",
    "finding: combination_without_weight": f"{FINDINGS} 'combination_without_weight'",
}


@pytest.fixture(scope="module")
def warehouses(real_extracts: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both extracts, built and published by the command."""
    names = ("california", "permits")
    return {name: _built(real_extracts, name, tmp_path_factory.mktemp(name)) for name in names}


@pytest.fixture
def california(warehouses: dict[str, Path]) -> Ask:
    return asking(warehouses["california"])


@pytest.fixture
def permits(warehouses: dict[str, Path]) -> Ask:
    return asking(warehouses["permits"])


def _built(extracts: Path, name: str, home: Path) -> Path:
    options = {
        "extracts": extracts / name,
        "mapping": ROOT / "ingest" / "mappings" / f"{name}.toml",
        "warehouse": home / "warehouse",
        "key": home / "key",
    }
    given = [text for option, path in options.items() for text in (f"--{option}", str(path))]
    assert main(["build", *given]) == 0
    return home / "warehouse"


def documented(heading: str) -> dict[str, str]:
    return {figure: value.replace(",", "") for figure, value in table_rows(DOCUMENT, heading)}


def answers(ask: Ask, questions: dict[str, str]) -> dict[str, str]:
    return {figure: str(ask(question)[0][0]) for figure, question in questions.items()}


def test_california_is_as_the_document_says(california: Ask) -> None:
    assert answers(california, CALIFORNIA) == documented("California: the figures")


def test_permits_are_as_the_document_says(permits: Ask) -> None:
    assert answers(permits, PERMITS) == documented("Permits: the figures")


def test_every_number_in_the_prose_stands_in_a_table() -> None:
    prose = "\n".join(line for line in DOCUMENT.splitlines() if not line.startswith("|"))
    prose = re.sub(r"`[^`]*`", "", prose)
    headings = ("California: the figures", "Permits: the figures", "Permits: what the pages show")
    figures = {value for heading in headings for value in documented(heading).values()}
    known = {number for value in figures for number in re.findall(r"\d+", value)}
    for figure in {*CALIFORNIA, *PERMITS}:
        known |= set(re.findall(r"\d+", figure))
    assert set(re.findall(r"\d+", prose.replace(",", ""))) <= known


@pytest.mark.parametrize("extracts", ["california", "permits"])
def test_every_delivered_row_is_counted_once_per_file(extracts: str, request) -> None:
    ask = request.getfixturevalue(extracts)
    wrong = ask(
        "select file from marts.fct_loads"
        " where rows_delivered <> rows_loaded + rows_quarantined + rows_left_out"
    )
    assert wrong == []
    rules = ask("select file, entity, sum(rows) from marts.fct_left_out group by all order by all")
    loads = ask(
        "select file, entity, rows_left_out from marts.fct_loads where rows_left_out > 0 order by all"
    )
    assert rules == loads


def test_what_was_not_delivered_is_null_or_absent_never_zero(california: Ask, permits: Ask) -> None:
    assert california("select has_cases, has_contracts, has_published_figures from marts.dim_status") == [
        (False, False, True)
    ]
    assert california("select count(*) from marts.fct_office_months") == [(0,)]
    assert permits("select has_cases, has_contracts from marts.dim_status") == [(True, False)]
    assert permits("select count(*) from marts.fct_office_months where workload_pct is not null") == [(0,)]


def test_permits_flow_adds_up_every_month(permits: Ask) -> None:
    months = permits(
        "select sum(open_cases_end), sum(received_cases - ended_cases) from marts.fct_case_flow_months"
        " group by month_start_on order by month_start_on"
    )
    before = 0
    for open_now, change in months:
        assert open_now == before + change
        before = open_now


def test_a_break_is_a_change_by_more_than_half_recomputed_from_the_file(
    california: Ask, real_extracts: Path
) -> None:
    rows = pl.read_csv(real_extracts / "california" / "ca_county_incarceration.csv", infer_schema=False)
    series = rows.select("fips", "year", now=pl.col("total_probation").cast(pl.Float64)).sort("fips", "year")
    series = series.drop_nulls("now").with_columns(before=pl.col("now").shift().over("fips"))
    jumps = series.filter(
        pl.col("before") > 0, (pl.col("now") - pl.col("before")).abs() > 0.5 * pl.col("before")
    )
    found = california(
        "select office_id, year(period_start_on)::varchar from marts.fct_published_breaks"
        " where measure = 'open_cases' order by all"
    )
    assert found == jumps.select("fips", "year").sort("fips", "year").rows()


@pytest.mark.parametrize("page", ["overview", "offices", "backlog", "about"])
@pytest.mark.parametrize("extracts", ["california", "permits"])
def test_every_page_shows_what_it_can_in_words(
    extracts: str, page: str, warehouses: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouses[extracts]))
    database.forget()
    words = Visitor().opens(page).words()
    assert SAID[extracts, page] in words
    assert "Nothing matches these filters" not in words


def test_permits_grew_as_the_document_says(
    warehouses: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouses["permits"]))
    with speaking("en"):
        cases, _ = waterfalls.every_measure(view_of(PAGE, published_reader()))
        parts = {
            cause: signed(part)
            for cause, part in cases.table.rows.select("cause", "part_of_change").iter_rows()
        }
    assert {cause: part.removeprefix("+") for cause, part in parts.items()} == dict(
        table_rows(DOCUMENT, "Permits: what the pages show")
    )


def test_work_without_a_weight_is_not_shown_as_nothing(
    warehouses: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouses["permits"]))
    database.forget()
    words = Visitor().opens("offices").words()
    assert "this scheme has no weight for these cases" in words
    assert "their work is not known" in words and "0 hours a month." not in words


def test_the_pages_count_the_breaks_to_check(
    warehouses: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouses["california"]))
    database.forget()
    figures = documented("California: the figures")
    caseload, spending = (
        int(figures[f"{what} that jump by more than half"]) for what in ("caseloads", "amounts of spending")
    )
    words = Visitor().opens("about").words()
    assert f"{caseload + spending} published figures differ by more than half" in words
    assert f"Jumps to check in open cases: {caseload}" in words
    assert f"Jumps to check in expenditure (USD): {spending}" in words
