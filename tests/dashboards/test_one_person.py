"""Absence of a person is never shown: two services, alike but for who is away, look the same on every page.

Somebody who joins every page, table, chart and download by the ids of cases and officers then knows no more
about an officer without capacity than about one with.
"""

import math
import re
from collections.abc import Hashable
from itertools import zip_longest
from pathlib import Path

import duckdb
import polars as pl
import pytest

from dashboards import WAREHOUSE_VARIABLE, database, queries
from dashboards.access import shown_marts
from dashboards.app_pages import PAGES
from dashboards.queries import cover, outlook_officer
from dashboards.queries.cover import LISTS
from dashboards.reader import Reader
from dashboards.text import speaking
from tests.dashboards.conftest import changed_copy
from tests.dashboards.shown import shown
from tests.dashboards.viewing import choice_of, published_reader
from warehouse.current import published_file

SCHEME = "fl_type_phase"
PERSONS = ("fct_officer_months", "fct_officer_weeks", "fct_officer_outlook_weeks", "fct_person_periods")
CARRIERS = (
    "list_transform(string_split(officer_shares, ', '), lambda one: regexp_extract(one, '^(.*) [0-9.]+$', 1))"
)
EVERYBODY_IS_THERE = [
    *(
        f"update marts.{mart} set capacity_units_avg = 1, workload_pct = 100 * workload_units_avg"  # noqa: S608
        for mart in PERSONS
    ),
    "update marts.fct_officer_spans set capacity_units = 1, workload_pct = 100 * workload_units",
    "update marts.fct_open_cases set needs_cover = state = 'uncovered'",
    "update marts.fct_area_open_cases set unable_cases = 0",
]


def away(officers: list[str]) -> list[str]:
    """Statements that leave these officers without capacity, always, as the marts would say it."""
    names = ", ".join(f"'{officer}'" for officer in officers)
    of_them = f"where officer_id in ({names})"
    unable = f"state = 'active' and len(list_filter({CARRIERS}, lambda one: one not in ({names}))) = 0"
    return [
        *EVERYBODY_IS_THERE,
        *(
            f"update marts.{mart} set capacity_units_avg = 0, workload_pct = null {of_them}"  # noqa: S608
            for mart in PERSONS
        ),
        f"update marts.fct_officer_spans set capacity_units = 0, workload_pct = null {of_them}",  # noqa: S608
        # rows that would hold only zeros are left out
        *(
            f"delete from marts.{mart} {of_them} "  # noqa: S608
            "and workload_units_avg = 0 and active_cases_avg = 0"
            for mart in PERSONS
        ),
        f"update marts.fct_open_cases set needs_cover = true where {unable}",  # noqa: S608
        "update marts.fct_area_open_cases set unable_cases = 1 where active_cases > 0",
    ]


def carriers(warehouse: Path) -> dict[str, tuple[str, int]]:
    """Officers who carry cases alone -> the office of most of these cases, and how many."""
    with duckdb.connect(str(published_file(warehouse)), read_only=True) as connection:
        rows = connection.execute(
            f"select {CARRIERS}[1] as officer_id, mode(office_id), count(*) from marts.fct_open_cases "  # noqa: S608
            "where state = 'active' and officers = 1 and weight_scheme = ? group by 1 order by 1",
            [SCHEME],
        ).fetchall()
    return {officer: (office, count) for officer, office, count in rows}


def everything(name: str, asking: Reader, seen: set[Hashable] | None = None, **values: str) -> list[str]:
    with speaking("en"):
        return shown(name, asking, seen, **values)


NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[-+]?\d+)?")


def unlike(ours: list[str], theirs: list[str]) -> list[tuple[str, str]]:
    """Lines that differ, but for the last digits of sums: the engine adds floats in no fixed order."""
    pairs = zip_longest(ours, theirs, fillvalue="")
    return [pair for pair in pairs if pair[0] != pair[1] and not _is_noise(*pair)]


def _is_noise(one: str, other: str) -> bool:
    numbers = (map(float, NUMBER.findall(line)) for line in (one, other))
    return NUMBER.sub("", one) == NUMBER.sub("", other) and all(
        math.isclose(*pair, rel_tol=1e-9, abs_tol=1e-9) for pair in zip(*numbers, strict=True)
    )


def test_noise_is_of_the_last_digits_only() -> None:
    assert unlike(["a 674.99999999518, 1e-17"], ["a 675.00000000001, 0.0"]) == []
    assert unlike(["a 674.9999"], ["a 675.0000"]) == [("a 674.9999", "a 675.0000")]
    assert unlike(["a 1"], ["a 2"]) and unlike(["a 1"], ["b 1"]) and unlike(["a"], ["a", "b"])


def offices_of(asking: Reader) -> list[str]:
    return [row["id"] for row in queries.choices(asking, "office")]


@pytest.fixture(scope="module")
def four_away(sample_warehouse: Path) -> list[str]:
    """Four officers with cases, of as many offices as there are."""
    by_office: dict[str, str] = {}
    for officer, (office, _) in carriers(sample_warehouse).items():
        by_office.setdefault(office, officer)
    return list(by_office.values())[:4]


@pytest.fixture(scope="module")
def worlds(sample_warehouse, four_away, tmp_path_factory):
    """A reader of the service in which everybody is there, and of the one in which four are away."""
    home = tmp_path_factory.mktemp("worlds")
    folders = (
        changed_copy(sample_warehouse, home / name, statements)
        for name, statements in (("there", EVERYBODY_IS_THERE), ("away", away(four_away)))
    )
    return [Reader(str(published_file(folder)), "en") for folder in folders]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_the_same_whoever_is_away(worlds, page: str) -> None:
    for office in ("all", *offices_of(worlds[0])):
        pair = (everything(page, asking, office=office) for asking in worlds)
        assert unlike(*pair) == [], office


def test_every_list_of_cases_is_the_same_whoever_is_away(worlds) -> None:
    there, gone = worlds
    seen: set[Hashable] = set()  # above the lists stands the same for each of them
    for case_list in LISTS:
        for line in ("all", "offender_supervision", "victims"):
            for office in ("all", *offices_of(there)):
                asked = {"office": office, "cases_line": line, "case_list": case_list}
                ours, theirs = (everything("pressure", asking, seen, **asked) for asking in (there, gone))
                assert unlike(ours, theirs) == [], asked
    assert len(seen) > 2 * len(LISTS) * len(offices_of(there))


def test_the_page_of_every_officer_is_the_same_whether_or_not_the_officer_is_away(worlds, four_away) -> None:
    there, gone = worlds
    opened = set()
    seen: set[Hashable] = set()
    for office in offices_of(there):
        ids = outlook_officer.officers(there, choice_of(office))["officer_id"].to_list()
        assert ids == outlook_officer.officers(gone, choice_of(office))["officer_id"].to_list()
        case = next(iter(outlook_officer.cases_to_take(there, choice_of(office))["case_id"]), "")
        for officer in ids:
            asked = {"office": office, "officer": officer, "case_to_take": case}
            ours, theirs = (everything("outlook", asking, seen, **asked) for asking in (there, gone))
            assert ours and unlike(ours, theirs) == [], officer
            opened.add(officer)
    assert set(four_away) <= opened


def test_an_officer_with_nothing_but_an_absence_is_listed_like_one_who_is_there(
    sample_warehouse, tmp_path, monkeypatch
) -> None:
    with duckdb.connect(str(published_file(sample_warehouse)), read_only=True) as connection:
        officer, office = connection.execute(
            "select officer_id, office_id from marts.dim_officers, marts.dim_status "
            "where coalesce(last_contract_to > as_of, true) and office_id <> '' order by 1 limit 1"
        ).fetchone()
    nothing = [
        *(
            f"delete from marts.{mart} where officer_id = '{officer}'"  # noqa: S608
            for mart in (*PERSONS, "fct_officer_spans")
        ),
        f"delete from marts.fct_open_cases where contains(officer_shares, '{officer}')",  # noqa: S608
    ]
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(changed_copy(sample_warehouse, tmp_path / "nothing", nothing)))
    asking = published_reader()
    assert officer in outlook_officer.officers(asking, choice_of(office))["officer_id"].to_list()
    rows = outlook_officer.person_periods(asking, choice_of(officer=officer))
    assert rows.height == 2 + 53 - (queries.status(asking).as_of.weekday() == 6)
    assert rows["workload_units"].sum() == rows["active_cases"].sum() == 0


def test_a_count_of_cases_of_officers_away_has_five_of_them_behind_it(
    sample_warehouse, tmp_path, monkeypatch
) -> None:
    """The six and five of two offices are counted; of the others nothing is said, also not by subtraction."""
    everyone = carriers(sample_warehouse)
    ids = sorted(everyone)
    homes = dict(zip(ids, [*["ANT"] * 6, *["GEN"] * 5, *["TUR"] * 3, *["LEU"] * 3], strict=False))
    statements = [
        *(
            f"update marts.fct_open_cases set office_id = '{office}' "  # noqa: S608
            f"where contains(officer_shares, '{officer}')"
            for officer, office in homes.items()
        ),
        *away(list(homes)),
    ]
    folder = changed_copy(sample_warehouse, tmp_path / "many", statements)
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(folder))
    asking = published_reader()
    shown_cases = 0
    for line in ("all", *(row["id"] for row in queries.choices(asking, "service_line"))):
        counted = database.frame(
            asking,
            "select part_id, away_cases from cover_counts where area_id = 'service' and service_line = $line",
            line="" if line == "all" else line,
        )
        known = counted.filter(pl.col("part_id") != "").drop_nulls("away_cases")
        shown_cases += known["away_cases"].sum()
        people = _people_away(folder, list(homes), line)
        assert all(people.get(office, 0) >= 5 for office in known["part_id"]), line
        total = counted.filter(pl.col("part_id") == "")["away_cases"].item()
        rest = sum(count for office, count in people.items() if office not in set(known["part_id"]))
        assert total is None or rest >= 5, line
    assert shown_cases > 0


def _people_away(folder: Path, gone: list[str], line: str) -> dict[str, int]:
    """How many of these officers carry a case of the line, by the office of the case; by hand."""
    with duckdb.connect(str(published_file(folder)), read_only=True) as connection:
        rows = connection.execute(
            f"select office_id, service_line, unnest({CARRIERS}) from marts.fct_open_cases "  # noqa: S608
            "where state = 'active' and needs_cover and weight_scheme = ?",
            [SCHEME],
        ).fetchall()
    found: dict[str, set[str]] = {}
    for office, own_line, officer in rows:
        if line in ("all", own_line) and officer in gone:
            found.setdefault(office, set()).add(officer)
    return {office: len(officers) for office, officers in found.items()}


def test_cases_of_officers_who_have_left_are_found(sample_warehouse, tmp_path, monkeypatch) -> None:
    officer, (office, count) = next(iter(carriers(sample_warehouse).items()))
    statements = [
        *away([officer]),
        f"update marts.dim_officers set last_contract_to = (select as_of - 9 from marts.dim_status) "  # noqa: S608
        f"where officer_id = '{officer}'",
    ]
    folder = changed_copy(sample_warehouse, tmp_path / "left", statements)
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(folder))
    asking = published_reader()
    listed = cover.cases_listed(asking, choice_of(), "cover", most=None)
    left = listed.filter("has_left")
    assert left.height == count == cover.cases_counted(asking, choice_of())["left_cases"].sum()
    assert left["days"].null_count() == count
    of_office = cover.cases_counted(asking, choice_of()).filter(pl.col("part_id") == office)
    assert 0 < of_office["left_cases"].item() <= count


def test_no_question_reaches_what_one_person_can_give(asking: Reader) -> None:
    marts = database.frame(
        asking,
        "select table_name as mart, column_name as name from duckdb_columns() "
        "where database_name = 'published' and schema_name = 'marts' "
        "and (starts_with(table_name, 'fct_officer_') or starts_with(table_name, 'fct_person_'))",
    )
    names = marts["mart"].unique().to_list()
    assert len(names) >= 8
    for mart in names:
        columns = database.frame(asking, f"select * from {mart} limit 1").columns  # noqa: S608
        assert not any("capacity" in name or "pct" in name for name in columns), mart
    for mart in ("fct_officer_spans", "fct_officer_spans_now"):
        assert database.frame(asking, f"select * from {mart}").is_empty(), "a span ends where somebody leaves"  # noqa: S608
    assert "needs_cover" not in database.frame(asking, "select * from fct_open_cases limit 1").columns
    assert "unable_cases" not in database.frame(asking, "select * from fct_area_open_cases limit 1").columns


def test_what_was_set_aside_of_an_absence_is_not_said(sample_warehouse, tmp_path, monkeypatch) -> None:
    of_absences = ["update marts.fct_quarantine set entity = 'staff_reductions'"]
    folder = changed_copy(sample_warehouse, tmp_path / "absences", of_absences)
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(folder))
    asking = published_reader()
    rows = database.frame(asking, "select * from fct_quarantine where entity = 'staff_reductions'")
    assert rows.height > 0
    assert all(rows[name].null_count() == rows.height for name in ("original_value", "hint", "record"))


def test_every_mart_with_capacity_has_a_rule(asking: Reader) -> None:
    assert shown_marts.unruled(database._opened(asking.file)) == set()


def test_no_question_names_a_schema() -> None:
    """Named with its schema a mart would be asked itself, past what stands before it."""
    for file in Path(queries.__file__).parent.glob("*.py"):
        assert not re.search(r"\b(marts|published)\.\w", file.read_text(encoding="utf-8")), file
